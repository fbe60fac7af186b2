/** What the rules of annex 2-8 need from the document of any year. */
import type { Provision } from "../engine/provision.ts";

export interface ModelWorkerProvisions {
  readonly audience: Provision<string>;
  readonly content: Provision<string>;
  readonly application: Provision<string>;
  readonly unitTypes: Provision<string>;
  /** What the served unit pays. */
  readonly free: Provision<string>;
}
