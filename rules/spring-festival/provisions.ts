/** What the rules of annexes 2-9 and 2-10 need from the document of any year. */
import type { Provision } from "../engine/provision.ts";

export interface SpringFestivalProvisions {
  readonly meal: {
    readonly audience: Provision<string>;
    readonly quota: Provision<number>;
    readonly delivery: Provision<string>;
    readonly distribution: Provision<string>;
    readonly budget: Provision<string>;
  };
  readonly couplets: {
    readonly quota: Provision<number>;
    readonly online: Provision<string>;
    readonly offline: Provision<string>;
    readonly budget: Provision<string>;
  };
}
