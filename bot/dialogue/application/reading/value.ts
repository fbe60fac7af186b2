/** One field out of a few words, as its kind is read and its schema checks it. */
import type { Field } from "../../../../flows/engine/form.ts";
import { dayOf, periodOf, type Reading } from "./values/day.ts";
import { numberOf } from "./values/number.ts";
import { optionOf, optionsOf, optionsSaid } from "./values/option.ts";
import { phoneOf } from "./values/phone.ts";
import { wordsOf } from "./values/words.ts";

export type Value = { readonly value: unknown } | { readonly problem: string } | undefined;

/** The value as its field takes it, what is wrong with it, or undefined where the words hold nothing of the kind. */
export function readValue(field: Field, said: string, reading: Reading): Value {
  const given = heard(field, said, reading);
  if (given === undefined) return undefined;
  if (typeof given === "object" && given !== null && "problem" in given) return given as { problem: string };
  const parsed = field.fact.schema.safeParse(given);
  if (parsed.success) return { value: field.input === "choices" ? asPrinted(field, parsed.data) : parsed.data };
  return { problem: parsed.error.issues[0]?.message ?? "填得不对" };
}

/** Options in the order of the sheet, however they were said. */
const asPrinted = (field: Field, said: unknown): unknown =>
  optionsOf(field).filter((option) => (said as readonly string[]).includes(option));

function heard(field: Field, said: string, reading: Reading): unknown {
  switch (field.input) {
    case "text":
      return wordsOf(field, said);
    case "longText":
      return said.trim();
    case "phone":
      return phoneOf(said);
    case "count":
    case "yuan":
      return numberOf(said, field.input);
    case "date":
      return dayOf(said, reading);
    case "period":
      return periodOf(said, reading);
    case "choice":
      return optionOf(field, said);
    case "choices":
      return optionsSaid(field, said);
    case "rows":
      return undefined;
  }
}
