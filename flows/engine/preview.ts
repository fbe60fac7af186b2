/** The review page: everything that will be printed, section by section, as lines of text. */
import { type Answers, answerOf, isUnsure } from "../../rules/engine/fact.ts";
import { readBack, words } from "../common/wording.ts";
import type { Field, Form } from "./form.ts";
import { applies } from "./interview.ts";

function fieldLine(field: Field, answers: Answers): string {
  const value = answerOf(field.fact, answers);
  const empty = field.required === "optional" ? words.mayStayEmpty : words.notYet;
  const said = value === undefined || isUnsure(value) ? empty : readBack(field.input, value);
  return words.field(field.fact.label, said);
}

/** Lines of the review page; seals, copies and notes follow, so that the person knows what comes after printing. */
export function preview(form: Form, answers: Answers): readonly string[] {
  const lines: string[] = [words.title(form.title)];
  for (const { title, fields } of form.sections) {
    const shown = fields.filter((field) => applies(field, answers));
    if (shown.length > 0) lines.push(words.section(title), ...shown.map((field) => fieldLine(field, answers)));
  }
  if (form.seals.length > 0) lines.push(words.seals(form.seals));
  if (form.copies) lines.push(words.copies(form.copies));
  if (form.deadline) lines.push(words.deadline(form.deadline));
  return [...lines, words.handIn(form.handIn), ...(form.advice ?? []), ...(form.layout.notes ?? [])];
}
