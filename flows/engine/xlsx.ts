/** Prints a roster as an Excel workbook; a long one in a thread, so that nobody waits for it. */
import { z } from "zod";
import type { Answers } from "../../rules/engine/fact.ts";
import { rosterWords as words } from "../common/wording.ts";
import { inThread } from "../thread/run.ts";
import type { Form } from "./form.ts";
import { filledLines, lookup } from "./sheet.ts";
import { type RosterPlan, rosterBook } from "./xlsx-book.ts";

const linesShape = z.array(z.record(z.string(), z.unknown()));
/** Up to here the workbook is made sooner than a thread starts. */
const fewLines = 200;

function plan(form: Form, answers: Answers): RosterPlan {
  const { layout } = form;
  if (layout.kind !== "roster") throw new Error(`Form ${form.id} is printed as a sheet, not as a roster.`);
  const known = lookup(form, answers);
  const unit = known(words.unitKey)?.value;
  return {
    // Answers are JSON; the layout holds texts and numbers only.
    layout: structuredClone(layout),
    lines: linesShape
      .catch([])
      .parse(known(layout.field)?.value)
      .map((line) => ({ ...line, [words.unitKey]: line[words.unitKey] || unit })),
    closing: [
      ...filledLines(layout.below ?? [], known).map(({ runs }) => runs.map(({ text }) => text).join("")),
      ...(layout.notes ?? []),
    ],
  };
}

export async function xlsx(form: Form, answers: Answers): Promise<Buffer> {
  const wanted = plan(form, answers);
  if (wanted.lines.length <= fewLines) return Buffer.from(await rosterBook(wanted));
  const outcome = await inThread("rosterBook", wanted, 60_000);
  if ("ended" in outcome) throw new Error(`The roster of ${wanted.lines.length} lines could not be printed.`);
  return Buffer.from(outcome.done);
}
