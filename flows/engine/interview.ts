/** Which field comes next. The answers are the whole state: changing one may open or close later fields. */
import { type Answers, answerOf, FactMissing, FactUnsure, isUnsure } from "../../rules/engine/fact.ts";
import { type Field, type Form, fieldsOf, type Need } from "./form.ts";

const needFrom =
  (answers: Answers): Need =>
  (fact) => {
    const value = answerOf(fact, answers);
    if (value === undefined) throw new FactMissing(fact);
    if (isUnsure(value)) throw new FactUnsure(fact);
    return value;
  };

/** Whether a field belongs to the form as far as it is filled; a condition that cannot be judged yet does not open it. */
export function applies(field: Field, answers: Answers): boolean {
  if (!field.when) return true;
  try {
    return field.when(needFrom(answers));
  } catch (signal) {
    if (signal instanceof FactMissing || signal instanceof FactUnsure) return false;
    throw signal;
  }
}

/** Answered, or knowingly left open with 「不清楚」. */
const isAnswered = (field: Field, answers: Answers): boolean => answerOf(field.fact, answers) !== undefined;

export const openFields = (form: Form, answers: Answers): readonly Field[] =>
  fieldsOf(form).filter((field) => applies(field, answers));

export const nextField = (form: Form, answers: Answers): Field | undefined =>
  openFields(form, answers).find((field) => !isAnswered(field, answers));

/** The answers completed by what calculators already heard, as far as it fits the fields. */
export function completed(form: Form, answers: Answers): Answers {
  const found: Record<string, unknown> = { ...answers };
  for (const { fact, known } of fieldsOf(form)) {
    if (!known || answerOf(fact, answers) !== undefined) continue;
    const value = known(answers);
    if (value !== undefined && fact.schema.safeParse(value).success) found[fact.id] = value;
  }
  return found;
}
