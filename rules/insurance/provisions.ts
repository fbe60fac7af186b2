/** What the rules of annex 2-2 need from the document of any year. */
import type { Period, Provision } from "../engine/provision.ts";

export type Tier = "C" | "D" | "E";
export type Benefit =
  | "hospitalization"
  | "majorIllness"
  | "majorIllnessMedical"
  | "accidentDeath"
  | "accidentDisability"
  | "accidentCondolence"
  | "illnessDeath";

/** How a benefit is measured; all money in whole 元. */
export type Terms =
  | { readonly kind: "perDay"; readonly each: number; readonly days: number; readonly most: number }
  | { readonly kind: "perTime"; readonly each: number; readonly most: number }
  | { readonly kind: "lump"; readonly amount: number }
  /** Only a ceiling is printed. */
  | { readonly kind: "upTo"; readonly most: number }
  | { readonly kind: "range"; readonly least: number; readonly highest: number; readonly most: number };

export interface TierProvisions {
  /** What the tier lists; an absent benefit is not part of it. */
  readonly benefits: Readonly<Partial<Record<Benefit, Provision<Terms>>>>;
  readonly total: Provision<number>;
  /** Ceilings of parts, where dying by accident and dying of illness exclude each other. */
  readonly exclusiveDeaths?: {
    readonly illness: Provision<number>;
    readonly accident: Provision<number>;
    readonly rule: Provision<string>;
  };
}

/** How long a claim may be made: from the end of coverage, or from the accident. */
export type ClaimLimit =
  | { readonly from: "coverageEnd"; readonly years: number }
  | { readonly from: "coverageEnd"; readonly months: number }
  | { readonly from: "accident"; readonly days: number };

export interface InsuranceProvisions {
  readonly audience: {
    readonly occupations: Provision<readonly string[]>;
    /** Must be younger than this. */
    readonly ageBelow: Provision<number>;
    readonly review: Provision<string>;
  };
  readonly tiers: Readonly<Record<Tier, TierProvisions>>;
  readonly enrolment: {
    readonly group: Provision<string>;
    readonly join: Provision<string>;
    readonly individual: Provision<string>;
    readonly individualOccupations: Provision<readonly string[]>;
    readonly autoTierC: Provision<string>;
    readonly districtPicks: Provision<string>;
  };
  readonly coverage: {
    readonly length: Provision<string>;
    readonly noWaiting: Provision<string>;
    /** From the first day of one month to the last of another. */
    readonly centralWindow: Provision<Period>;
    readonly central: Provision<{ readonly from: string; readonly until: string }>;
    readonly instantWindow: Provision<Period>;
    readonly instantStart: Provision<string>;
    readonly individualStart: Provision<string>;
    readonly individualEnd: Provision<string>;
  };
  readonly fee: {
    readonly C: Provision<string>;
    /** Union dues, paid once; not a fee of the insurance. */
    readonly unionDues: Provision<number>;
    readonly D: Provision<string>;
    readonly overHalfYear: Provision<number>;
    readonly halfYear: Provision<number>;
    readonly transfer: Provision<string>;
  };
  readonly change: {
    readonly allowed: Provision<string>;
    readonly start: Provision<string>;
    readonly higher: Provision<string>;
  };
  readonly bridge: {
    readonly audience: Provision<string>;
    readonly oldEnd: Provision<string>;
    readonly window: Provision<string>;
    readonly months: Provision<{ readonly first: number; readonly last: number }>;
    readonly what: Provision<string>;
    readonly fee: Provision<number>;
    readonly newEnd: Provision<string>;
  };
  readonly claim: {
    readonly channel: Provision<string>;
    readonly materials: Provision<string>;
    readonly groupDeath: Provision<string>;
    readonly individualDeath: Provision<string>;
    readonly limits: Readonly<Partial<Record<Benefit, Provision<ClaimLimit>>>>;
    readonly overdue: Provision<string>;
  };
}
