/** What a message tells without naming a field, because only one field can be meant. */
import type { Field } from "../../../../flows/engine/form.ts";
import { normalise } from "../../understanding/normalise.ts";
import type { ReadingOf } from "./reading-of.ts";
import { readValue } from "./value.ts";
import type { Reading } from "./values/day.ts";
import { optionsOf } from "./values/option.ts";

/** What is of one family is not told apart without a name: a number that answered one field is not another's too. */
const families: Readonly<Record<Field["input"], string>> = {
  text: "text",
  longText: "text",
  phone: "phone",
  count: "number",
  yuan: "number",
  date: "day",
  period: "day",
  choice: "option",
  choices: "option",
  rows: "rows",
};

/** Days, numbers of people and printed options that can only belong to one open field. `alone`: nothing else was understood. */
export function byKind(
  text: string,
  reading: ReadingOf,
  taken: Readonly<Record<string, unknown>> = {},
  alone = false,
): Readonly<Record<string, unknown>> {
  const { asked } = reading;
  const answers: Record<string, unknown> = {};
  const family = asked && asked.fact.id in taken ? families[asked.input] : undefined;
  const open = reading.open.filter(
    (field) =>
      field !== asked && field.fact.id !== "fillDate" && !(field.fact.id in taken) && families[field.input] !== family,
  );
  const put = (field: Field | undefined, said: string) => {
    const read = field && readValue(field, said, reading);
    if (field && read && "value" in read) answers[field.fact.id] = read.value;
  };
  const found = [...(namesDay.test(text) ? ["day"] : []), "phone"];
  for (const name of found) put(onlyOne(open.filter(({ input }) => families[input] === name)), text);
  const people = /(?:\d+|[一二两三四五六七八九十百]+)(?:个人|人|名|位)(?!次)/.exec(text)?.[0];
  if (people !== undefined)
    put(onlyOne(open.filter(({ input, fact }) => input === "count" && fact.unit === "人")), people);
  const choices = open.filter(({ input }) => families[input] === "option");
  const named = onlyOne(choices.filter((field) => optionsIn(field, text).length > 0));
  if (named) put(named, optionsIn(named, text).join("、"));
  // 「瑞慈」 alone can only be one of the centres.
  if (alone && Object.keys(answers).length === 0)
    put(
      onlyOne(
        choices.filter((field) => field.fact.id !== "materials" && !/^\d/.test(text) && fits(field, text, reading)),
      ),
      text,
    );
  return answers;
}

export function fits(field: Field, text: string, reading: Reading): boolean {
  const read = readValue(field, text, reading);
  return read !== undefined && "value" in read;
}

/** 「8号」 alone is as often a house. */
const namesDay = /(?:\d{1,2}|[一二三四五六七八九十])月|\d{1,2}[./-]\d{1,2}|明天|后天/;

const onlyOne = (fields: readonly Field[]): Field | undefined => (fields.length === 1 ? fields[0] : undefined);

/** Printed options that stand in the text; 「其他」 stands in too many. */
const optionsIn = (field: Field, text: string): readonly string[] =>
  optionsOf(field).filter((option) => option.length > 2 && normalise(text).includes(normalise(option)));
