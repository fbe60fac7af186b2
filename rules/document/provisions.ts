/** What the rules about the document as a whole need: contacts, forms, surveys, windows, who gets what, what adds up. */
import type { Provision } from "../engine/provision.ts";
import type { CombinationId, Matter, Purpose } from "./subjects.ts";

export type ProjectId = "2-1" | "2-2" | "2-3" | "2-4" | "2-5" | "2-6" | "2-7" | "2-8" | "2-9" | "2-10";

export interface Contact {
  readonly project: string;
  /** Empty where the document names none. */
  readonly department: string;
  readonly person: string;
  readonly phone: string;
  readonly mobile?: string;
}

/** How an official form is handed in; empty lists and strings where the document says nothing. */
export interface FormRoute {
  /** Null where the document has no form. */
  readonly form: string | null;
  readonly title: string;
  readonly copies: number | null;
  readonly seals: readonly string[];
  readonly with: string;
  readonly to: string;
  readonly caveat?: string;
}

export interface Combination {
  readonly answer: "together" | "notTogether";
  readonly say: string;
}

export interface Candidate {
  readonly project: ProjectId;
  readonly name: string;
  /** Who starts it. */
  readonly by: "self" | "unit" | "union";
}

/** A window and what it is the window of; without an end it has no beginning either. */
export type Window =
  | { readonly name: string; readonly from: string | null; readonly until: string }
  | { readonly name: string; readonly from: null; readonly until: null };

export type CandidateId =
  | "kanShanghai"
  | "recuperation"
  | "insurance"
  | "companyCheckup"
  | "sendHealthDifficult"
  | "sendHealthSanitation"
  | "newFormCheckup"
  | "microWish"
  | "illness"
  | "healthPointUse"
  | "healthPoint"
  | "harmony"
  | "modelWorker"
  | "newYearMeal"
  | "springCouplets";

export interface DocumentProvisions {
  readonly contacts: Readonly<Record<ProjectId, Provision<Contact>>>;
  readonly routes: Readonly<Record<Purpose, Provision<FormRoute>>>;
  readonly surveys: {
    /** Days after the end. */
    readonly travel: Provision<{ readonly days: number | null; readonly to: string }>;
    readonly checkup: Provision<{ readonly days: number | null; readonly to: string }>;
  };
  readonly windows: Readonly<Record<Matter, Provision<Window>>>;
  readonly combinations: Readonly<Record<Exclude<CombinationId, "other">, Provision<Combination>>>;
  readonly candidates: Readonly<Record<CandidateId, Provision<Candidate>>>;
  /** The document as a whole. */
  readonly year: Provision<number>;
}
