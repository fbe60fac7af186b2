/** One line on time: a window of the document that has closed or not yet opened on the day of asking. */
import type { Knowledge } from "../../knowledge/index.ts";
import type { Topic } from "../../knowledge/topic.ts";
import { replies } from "./replies.ts";
import { chineseDay } from "./understanding/dates.ts";

/** The last day of the year of the document: after it every answer says of which year it speaks. */
export const documentEnds = "2023-12-31";

export function timeNotice(topic: Topic, knowledge: Knowledge, today: string): string | undefined {
  return windowNotice(topic.window, knowledge, today);
}

export function windowNotice(id: string | undefined, knowledge: Knowledge, today: string): string | undefined {
  const window = id === undefined ? undefined : knowledge.document.windows.find((one) => one.id === id);
  if (window?.until && today > window.until) return replies.closed(chineseDay(window.until));
  if (window?.from && today < window.from) return replies.notYet(chineseDay(window.from));
  return today > documentEnds ? replies.pastYear : undefined;
}
