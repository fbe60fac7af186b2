/** Answer → the text a WeChat user reads: plain lines, direct answer first, citation, whom to call. */
import type { Answer } from "../answer.ts";

export interface Labels {
  /** 「附件2-3 一、（二）」 */
  readonly citation: (clause: string) => string;
  /** 「区总综合保障部 孙思佳 59729571」, undefined where the document names nobody. */
  readonly contact: (project: string) => string | undefined;
}

/** At most this many clauses are named; all of them are in `cites`. */
const citedAtMost = 2;

export function renderText(answer: Answer, labels: Labels): string {
  const lines = [answer.say, ...(answer.lines ?? [])];
  if (answer.notice !== undefined) lines.push(`（${answer.notice}）`);
  const cites = (answer.cites ?? []).slice(0, citedAtMost).map(labels.citation);
  if (cites.length > 0) lines.push(`依据：${cites.join("；")}`);
  const contact = answer.contact === undefined ? undefined : labels.contact(answer.contact);
  if (contact !== undefined) lines.push(`咨询：${contact}`);
  if (answer.quick && answer.quick.length > 0 && answer.outcome !== "smallTalk") {
    lines.push(answer.quick.map((label, index) => `${index + 1}. ${label}`).join("\n"));
  }
  return lines.join("\n");
}
