/** What the rules of annex 2-4 need from the document of any year. */
import type { Provision } from "../engine/provision.ts";

export interface WishProvisions {
  /** How many wishes the district union helps with. */
  readonly quota: Provision<number>;
  /** In principle the most that one wish may be worth. */
  readonly guideline: Provision<number>;
  readonly audience: Provision<string>;
  readonly focus: Provision<string>;
  readonly collection: Provision<string>;
  readonly yearEnd: Provision<string>;
}
