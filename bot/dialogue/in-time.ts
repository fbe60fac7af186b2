/** Asked later than the document: the answer opens by saying of which year it speaks, and reads supposed years back. */
import type { Answer } from "../answer.ts";
import { replies } from "./replies.ts";
import { chineseDay } from "./understanding/dates.ts";
import type { Heard } from "./understanding/heard.ts";

const speaksForToday = new Set<Answer["outcome"]>(["answered", "calculated"]);

export function inTime(answer: Answer, heard: Heard, today: string): Answer {
  const dated = speaksForToday.has(answer.outcome) && answer.notice !== undefined && answer.notice !== "";
  const supposed = heard.dates.find(({ yearSupposed, from, precision }) => {
    return yearSupposed && precision !== "year" && from.slice(0, 4) !== today.slice(0, 4);
  });
  const echo = supposed && answer.outcome === "calculated" ? [replies.read(chineseDay(supposed.from))] : [];
  if (!dated && echo.length === 0) return answer;
  return {
    ...answer,
    say: dated ? `${replies.ofThatYear}${answer.say}` : answer.say,
    lines: [...(answer.lines ?? []), ...echo],
    origins: [...(answer.origins ?? []), ...echo],
  };
}
