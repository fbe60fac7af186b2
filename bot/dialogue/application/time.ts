/** Whether an application is in time: by the window of its form, by the last day that its calculator names, or by the year. */
import type { Period } from "../../../rules/engine/provision.ts";
import { windowStatus } from "../../../rules/engine/provision.ts";
import { documentEnds } from "../time-notice.ts";
import { chineseDay } from "../understanding/dates.ts";
import { type Draft, givenOf } from "./draft.ts";
import { preCheck } from "./say.ts";
import { words } from "./words.ts";

function windowOf(draft: Draft): Period | undefined {
  const { window } = draft.form;
  return window === undefined || window === "judgedByRule" ? undefined : window(givenOf(draft))?.value;
}

/** What is said of the time when a form is begun. */
export function timeLine(draft: Draft, today: string): readonly string[] {
  const window = windowOf(draft);
  const status = window && windowStatus(window, today);
  if (window && status === "closed" && window.until !== null) return [words.late(chineseDay(window.until))];
  if (window && status === "before" && window.from !== null) return [words.early(chineseDay(window.from))];
  return draft.form.window === undefined && today > documentEnds ? [words.lateYear] : [];
}

/** Handed in after its window or its last day, or after the year of the document where it names none. */
export function isLate(draft: Draft, today: string): boolean {
  const window = windowOf(draft);
  if (window) return windowStatus(window, today) === "closed";
  if (draft.form.window === undefined) return today > documentEnds;
  const values = preCheck(draft, today)?.decision.values;
  const last = values?.["deadline"] ?? values?.["dueDate"];
  return typeof last === "string" && today > last;
}
