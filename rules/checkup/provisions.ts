/** What the rules of annex 2-3 need from the document of any year. */
import type { Period, Provision } from "../engine/provision.ts";

export type Plan = "A" | "B" | "C";
export type Sex = "male" | "female";
type PerPlan<T> = Readonly<Record<Plan, T>>;
type PerPlanAndSex = PerPlan<Readonly<Record<Sex, Provision<number>>>>;

/** How an item is ticked in a plan: two ticks, one tick whose column the print has lost, or not listed. */
export type Tick = "both" | "one" | "none";

export interface CompanyItem {
  /** As printed. */
  readonly name: string;
  readonly category: string;
  readonly ticks: PerPlan<Tick>;
  /** A printed row, or several rows that people ask for by one word. */
  readonly kind: "row" | "group";
  /** Whom a single tick is for by common sense; null where that cannot be told. */
  readonly likely?: Sex | null;
  readonly note?: string;
}

export interface SendHealthItem {
  readonly name: string;
  readonly category: string;
  readonly note?: string;
}

export type CentreId = "qingpuBranch" | "dianshanhu" | "huayi" | "ruici" | "meixin";

export interface CentreProvision {
  readonly name: string;
  readonly address: string;
}

export interface CheckupProvisions {
  readonly company: {
    readonly audience: Provision<string>;
    readonly approval: Provision<string>;
    readonly price: PerPlanAndSex;
    readonly subsidy: PerPlan<Provision<number>>;
    readonly employerShare: PerPlanAndSex;
    readonly settlement: Provision<string>;
    readonly townTopUp: Provision<string>;
    readonly roster: Provision<string>;
    readonly batch: Provision<{ readonly least: number; readonly most: number }>;
    /** Centres named for the company subsidy. */
    readonly centres: Provision<readonly string[]>;
  };
  readonly sendHealth: {
    readonly quota: Provision<{ readonly difficult: number; readonly sanitation: number }>;
    readonly standard: Provision<number>;
    readonly payer: Provision<string>;
    readonly season: Provision<Period>;
    readonly allThree: Provision<string>;
    readonly union: Provision<string>;
    readonly temporary: Provision<string>;
    readonly finances: Provision<string>;
    readonly contribution: Provision<string>;
    readonly neverArranged: Provision<string>;
    readonly organiser: Provision<string>;
    readonly nameList: Provision<string>;
  };
  readonly newForm: {
    readonly audience: Provision<string>;
    /** Made up from `base` to `full` by a subsidy of `paid`. */
    readonly subsidy: Provision<{ readonly base: number; readonly full: number; readonly paid: number }>;
    readonly organiser: Provision<string>;
    readonly nameList: Provision<string>;
  };
  readonly items: {
    readonly companyTable: Provision<string>;
    readonly sendHealthTable: Provision<string>;
    readonly company: Readonly<Record<string, Provision<CompanyItem>>>;
    readonly sendHealth: Readonly<Record<string, Provision<SendHealthItem>>>;
  };
  readonly centres: Readonly<Record<CentreId, Provision<CentreProvision>>>;
}
