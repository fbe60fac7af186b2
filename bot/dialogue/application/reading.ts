/** Which fields of a form a message answers: named ones in any order, the one just asked, and the ones that follow it. */
import type { Field } from "../../../flows/engine/form.ts";
import { normalise } from "../understanding/normalise.ts";
import { bareLabel, namesIn } from "./names.ts";
import { optionsOf, phoneWithin, type Reading, readValue } from "./value.ts";

export interface Heard {
  /** Values by field, in the order of the message. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly field: Field; readonly problem: string }[];
}

export interface ReadingOf extends Reading {
  /** Fields that may be answered, in the order of the form. */
  readonly fields: readonly Field[];
  /** Fields without an answer yet, in that order. */
  readonly open: readonly Field[];
  readonly asked?: Field;
}

interface Piece {
  readonly field: Field;
  readonly text: string;
}

const link = "(?:[：:=]|是|为|叫|改成|改为|换成|改到|变成|应该是|应为|写成?|填成?|有)";
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\、()（）]/g, "\\$&");

/** Where a field is named and something follows that can be its value. */
function namings(
  text: string,
  { fields, open, asked }: ReadingOf,
): readonly (Piece & { start: number; end: number })[] {
  const names = namesIn(fields);
  const sorted = [...names.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<=^|[，,。;；、！!\\s]|把|将|其中|还有|然后|那|的)(?:把|将|我们|我|贵)?(${sorted.map(escaped).join("|")})(?:\\s*(?:的)?\\s*${link}+\\s*|[ \\t\\u3000]+|(?=[\\d零一二两三四五六七八九十]))`,
    "g",
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const candidates = names.get(match[1] ?? "") ?? [];
    const field =
      candidates.length === 1
        ? candidates[0]
        : (candidates.find((one) => one === asked) ?? candidates.find((one) => open.includes(one)) ?? candidates[0]);
    if (!field || (isBare(match[0], match[1]) && !takesDigits(field))) return [];
    return [{ field, text: "", start: match.index, end: match.index + match[0].length }];
  });
}

/** 「男28」: a name with a figure right behind it, without any link. */
const isBare = (whole: string, name = ""): boolean => whole.endsWith(name);
const takesDigits = ({ input }: Field): boolean => input === "count" || input === "yuan" || input === "phone";

function pieces(text: string, reading: ReadingOf): { readonly named: readonly Piece[]; readonly rest: string } {
  const found = namings(text, reading);
  const named = found.map(({ field, end }, index): Piece => {
    const until = found[index + 1]?.start ?? text.length;
    return { field, text: upTo(field, text.slice(end, until)) };
  });
  return { named, rest: found[0] ? betweenNames(text.slice(0, found[0].start)) : text.trim().replace(before, "") };
}

const before =
  /^(?:(?:那|嗯|哦|噢|好的?|对了|不对|不是|错了|[讲说写填]错了?|更正|等等|其实)[，,。!！\s]*)+(?=$|[^，,。])/u;

/** What stands before the first name, without the words that only lead to it. */
const betweenNames = (text: string): string =>
  text
    .replace(before, "")
    .replace(/(?:其中|还有|把|将)?[，,。;；、\s]*$/u, "")
    .trim();

/** A short value ends with its line; a long one may have several. */
function upTo({ input }: Field, text: string): string {
  if (input === "longText") return text.trim().replace(/[，,;；]$/u, "");
  const [line = ""] = text.split(/[\n;；]/);
  return line.trim().replace(/[，,。、\s]+$/u, "");
}

export function readFields(text: string, reading: ReadingOf): Heard {
  const { named, rest } = pieces(text, reading);
  const answers: Record<string, unknown> = {};
  const problems: { field: Field; problem: string }[] = [];
  const take = (field: Field, said: string): boolean => {
    const read = readValue(field, said, reading);
    if (read && "value" in read) answers[field.fact.id] = read.value;
    else if (read) problems.push({ field, problem: read.problem });
    else if (named.some((one) => one.field === field)) problems.push({ field, problem: "没看懂" });
    return read !== undefined && "value" in read;
  };
  for (const { field, text: said } of named) if (said !== "") take(field, said);
  if (reading.asked && rest !== "" && !(reading.asked.fact.id in answers)) unnamed(rest, reading, take, answers);
  else if (!reading.asked && named.length === 0) Object.assign(answers, byKind(rest, reading, answers, true));
  return { answers, problems };
}

type Take = (field: Field, said: string) => boolean;

/** Answers without names: one a line in the order of the form, else all of it to the field just asked. */
function unnamed(text: string, reading: ReadingOf, take: Take, answers: Record<string, unknown>): void {
  const { asked, open } = reading;
  if (!asked) return;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const following = [asked, ...open.slice(open.indexOf(asked) + 1)];
  if (lines.length > 1 && lines.length <= following.length && asked.input !== "longText") {
    for (const [index, line] of lines.entries()) {
      const field = following[index];
      if (!field || !take(field, line)) return;
    }
    return;
  }
  const next = following[1];
  const phone = phoneWithin(text);
  if (asked.input === "text" && next?.input === "phone" && phone !== undefined && text.length > phone.length) {
    const other = text
      .replace(phone, "")
      .replace(/(?:电话|手机号?|号码)(?:是|[：:])?/g, "")
      .trim();
    if (other !== "") {
      take(asked, other);
      take(next, phone);
      return;
    }
  }
  const understood = take(asked, text);
  const isFree = asked.input === "text" || asked.input === "longText";
  if (!isFree) Object.assign(answers, byKind(text, reading, answers, !understood));
}

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
    (field) => field !== asked && !(field.fact.id in taken) && families[field.input] !== family,
  );
  const put = (field: Field | undefined, said: string) => {
    const read = field && readValue(field, said, reading);
    if (field && read && "value" in read) answers[field.fact.id] = read.value;
  };
  for (const name of ["day", "phone"]) put(onlyOne(open.filter(({ input }) => families[input] === name)), text);
  const people = /(?:\d+|[一二两三四五六七八九十百]+)(?:个人|人|名|位)(?!次)/.exec(text)?.[0];
  if (people !== undefined)
    put(onlyOne(open.filter(({ input, fact }) => input === "count" && fact.unit === "人")), people);
  const choices = open.filter(({ input }) => families[input] === "option");
  const named = onlyOne(choices.filter((field) => optionsIn(field, text).length > 0));
  if (named) put(named, optionsIn(named, text).join("、"));
  // 「瑞慈」 alone can only be one of the centres.
  if (alone && Object.keys(answers).length === 0)
    put(onlyOne(choices.filter((field) => fits(field, text, reading))), text);
  return answers;
}

function fits(field: Field, text: string, reading: Reading): boolean {
  const read = readValue(field, text, reading);
  return read !== undefined && "value" in read;
}

const onlyOne = (fields: readonly Field[]): Field | undefined => (fields.length === 1 ? fields[0] : undefined);

/** Printed options that stand in the text; 「其他」 stands in too many. */
const optionsIn = (field: Field, text: string): readonly string[] =>
  optionsOf(field).filter((option) => option.length > 2 && normalise(text).includes(normalise(option)));

/** 「电话」 may mean several fields: who says so is asked which. */
export const isUnclear = (fields: readonly Field[]): boolean =>
  fields.length > 1 && new Set(fields.map(bareLabel)).size > 1;
