/** What the rules of annex 2-6 need from the document of any year. */
import type { Provision } from "../engine/provision.ts";

export type PointKind = "new" | "upgrade";

export interface HealthPointProvisions {
  /** Given once by the municipal union for a point. */
  readonly cityFunding: Readonly<Record<PointKind, Provision<number>>>;
  /** District and town each add at least this many times the city's sum. */
  readonly matching: Provision<{ readonly district: number; readonly town: number }>;
  readonly use: Provision<string>;
  readonly quota: Provision<{ readonly new: number; readonly upgrade: number }>;
  readonly existing: Provision<{ readonly existing: number; readonly chosen: number }>;
  /** Half days a week: the least is printed as a range. */
  readonly halfDays: Provision<{ readonly least: number; readonly most: number }>;
  readonly visits: Provision<{ readonly times: number }>;
  readonly lectures: Provision<{ readonly times: number; readonly months: number }>;
  readonly noticeWeeks: Provision<{ readonly least: number; readonly most: number }>;
  readonly lectureNotice: Provision<string>;
  readonly signboard: Provision<string>;
  readonly room: Provision<string>;
  readonly sanctions: Provision<string>;
  readonly applicants: Provision<string>;
  readonly atLeastOne: Provision<number>;
  readonly approval: Provision<string>;
}
