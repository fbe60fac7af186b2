/** What the rules of annex 2-5 need from the document of any year. */
import type { Period, Provision } from "../engine/provision.ts";

export type Half = "first" | "second";

export interface Deadline extends Period {
  readonly until: string;
}

export interface IllnessProvisions {
  readonly allOf: Provision<string>;
  readonly membership: Provision<string>;
  /** First diagnosis within these days. */
  readonly diagnosed: Provision<Period>;
  readonly withinGuarantee: Provision<string>;
  readonly hospitals: Provision<string>;
  readonly diseases: Provision<readonly string[]>;
  readonly amount: Provision<number>;
  /** Benefit of the city's mutual aid, which the district's gift builds on. */
  readonly cityBenefit: Provision<number>;
  readonly paidIn: Provision<number>;
  readonly route: Provision<string>;
  readonly materials: Provision<readonly string[]>;
  /** By when those who fell ill in a half hand in their papers. */
  readonly deadline: Readonly<Record<Half, Provision<Deadline>>>;
  /** Years after which nothing is taken any more; from when they run is not said. */
  readonly lateYears: Provision<number>;
  readonly afterDeath: Provision<string>;
}
