/** What the rules of annex 2-7 need from the document of any year. */
import type { Provision } from "../engine/provision.ts";

export interface HarmonyProvisions {
  /** Enterprises served in the year. */
  readonly enterprises: Provision<number>;
  readonly focus: Provision<string>;
  readonly headcount: Provision<number>;
  readonly express: Provision<string>;
  readonly startup: Provision<string>;
  readonly districtOwned: Provision<string>;
  readonly reform: Provision<string>;
  readonly dispute: Provision<string>;
  readonly certified: Provision<string>;
  readonly service: Provision<string>;
  readonly incentives: Provision<string>;
  /** 元 a person and a day, paid by the municipal union. */
  readonly dailyAllowance: Provision<number>;
  readonly recipients: Provision<string>;
  readonly townMatching: Provision<string>;
  readonly monthly: Provision<string>;
}
