/** Which fields of a form a message answers: named ones in any order, the one just asked, and the ones that follow it. */
import type { Field } from "../../../flows/engine/form.ts";
import { normalise } from "../understanding/normalise.ts";
import { bareLabel, fragmentsIn, namesIn, takesBare } from "./names.ts";
import { readValue } from "./value.ts";
import type { Reading } from "./values/day.ts";
import { optionsOf } from "./values/option.ts";
import { phoneWithin } from "./values/phone.ts";

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

/** One link, and no more: a value may begin with 「为」 or 「是」 itself. */
const link = "(?:[：:=]|(?:应该是|改成|改为|换成|改到|变成|应为|写成?|填成?|是|为|叫|有)[：:]?)";
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\、()（）]/g, "\\$&");
const numerals = "\\d零一二两三四五六七八九十百";
type Naming = Piece & { readonly start: number; readonly end: number };

/** Where a field is named and something follows that can be its value. */
function namings(text: string, reading: ReadingOf): readonly Naming[] {
  const linked = withLink(text, reading);
  const counted = withFigure(text, reading.fields).filter(
    ({ start, end }) => !linked.some((one) => start < one.end && end > one.start),
  );
  const options = optionSpans(text, reading.fields);
  return [...linked, ...counted]
    .filter(({ start }) => !options.some((span) => start >= span.start && start < span.end))
    .sort((one, other) => one.start - other.start);
}

/** A printed option may hold the label of another field. */
const optionSpans = (text: string, fields: readonly Field[]): readonly { start: number; end: number }[] =>
  fields
    .filter(({ input }) => input === "choice" || input === "choices")
    .flatMap((field) => optionsOf(field))
    .flatMap((option) => {
      const start = text.indexOf(option);
      return start < 0 ? [] : [{ start, end: start + option.length }];
    });

function withLink(text: string, { fields, open, asked }: ReadingOf): readonly Naming[] {
  const names = namesIn(fields);
  const sorted = [...names.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<=^|[，,。;；、！!\\s]|把|将|改|换|其中|还有|然后|那|的)(?:把|将|我们|我|贵)?(${sorted.map(escaped).join("|")})(\\s*(?:的)?\\s*${link}\\s*|[ \\t\\u3000]+|(?=[^\\s，,。;；、！!?？]))`,
    "g",
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? "";
    const candidates = names.get(name) ?? [];
    const field =
      candidates.length === 1
        ? candidates[0]
        : (candidates.find((one) => one === asked) ?? candidates.find((one) => open.includes(one)) ?? candidates[0]);
    if (!field || (match[2] === "" && !takesBare(field, name))) return [];
    return [{ field, text: "", start: match.index, end: match.index + match[0].length }];
  });
}

/** 「男28女3」, 「劳模3 工匠2」: part of a label with a figure right behind it. */
function withFigure(text: string, fields: readonly Field[]): readonly Naming[] {
  const fragments = fragmentsIn(fields);
  if (fragments.size === 0) return [];
  const sorted = [...fragments.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<=^|[，,。;；、\\s${numerals}]|个|人|名|位|其中)(${sorted.map(escaped).join("|")})(?:的|有|是|共)*(?=[${numerals}])`,
    "g",
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const field = fragments.get(match[1] ?? "");
    return field ? [{ field, text: "", start: match.index, end: match.index + match[0].length }] : [];
  });
}

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

/** 「1.单位名称：… 2.单位地址：…」 without its numbers, and 「不是甲，是乙」 as what is meant. */
const plainly = (text: string): string =>
  text
    .replace(/(^|[\s,，;；])\d{1,2}[.、)）](?=\s*\p{Script=Han})/gu, "$1\n")
    .replace(/不是[^，,。\n]{1,20}[，,]\s*(?:而是|应该是|是)/gu, "是")
    .replace(/(?:错了|不对|[写填说]错了)[，,。]?\s*(?:应该是|应为|是|改成)/gu, "是")
    .replace(/(?:换一下|改一下)[，,]?\s*(?:换成|改成|是)/gu, "改成")
    .trim();

export function readFields(given: string, reading: ReadingOf): Heard {
  const text = reading.asked?.input === "longText" ? given : sexesInOrder(plainly(given));
  const { named, rest } = isWhole(text, reading) ? { named: [], rest: text } : pieces(text, reading);
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

/** A long text may speak of telephones and names; only one that begins with a label is a list of answers. */
function isWhole(text: string, reading: ReadingOf): boolean {
  if (reading.asked?.input !== "longText") return false;
  const [first] = withLink(text, reading);
  return first === undefined || first.start > 0;
}

/** 「21男14女」 as 「男21女14」. */
const sexesInOrder = (text: string): string => {
  const figure = `(?:\\d+|[${numerals.replace("\\d", "")}]+)`;
  const reversed = new RegExp(
    `(?<![男女的是有])(${figure})(?:个|名|人|位)?(男|女)(?:的)?[，,、和]?(${figure})(?:个|名|人|位)?(男|女)(?![\\d${numerals.replace("\\d", "")}的是有])`,
    "u",
  );
  return text.replace(reversed, "$2$1，$4$3");
};

type Take = (field: Field, said: string) => boolean;
type Answered = Record<string, unknown>;

/** Answers without names: one a line in the order of the form, else all of it to the field just asked. */
function unnamed(text: string, reading: ReadingOf, take: Take, answers: Answered): void {
  const { asked } = reading;
  if (!asked || lineByLine(text, reading, take) || nameAndPhone(text, reading, take)) return;
  const isFree = asked.input === "text" || asked.input === "longText";
  const own = asked.input === "text" ? withoutOtherFacts(text, reading, answers) : text;
  const understood = take(asked, own);
  if (!isFree || !understood) Object.assign(answers, byKind(text, reading, answers, !understood && !isFree));
}

const followingOf = ({ asked, open }: ReadingOf): readonly Field[] =>
  asked ? [asked, ...open.slice(open.indexOf(asked) + 1)] : [];

function lineByLine(text: string, reading: ReadingOf, take: Take): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const following = followingOf(reading);
  const parts = text.split(/[\n,，;；]/).filter((part) => part.trim() !== "");
  if (parts.length > 3 && allFit(parts, following, reading)) {
    for (const [index, part] of parts.entries()) if (following[index]) take(following[index], part);
    return true;
  }
  if (lines.length < 2 || lines.length > following.length || reading.asked?.input === "longText") return false;
  for (const [index, line] of lines.entries()) {
    const field = following[index];
    if (!field || !take(field, line)) break;
  }
  return true;
}

const allFit = (parts: readonly string[], following: readonly Field[], reading: ReadingOf): boolean =>
  parts.every((part, index) => {
    const field = following[index];
    return field !== undefined && field.input !== "longText" && fits(field, part, reading);
  });

/** 「王小明 13812345678」 to the name of somebody whose telephone comes next. */
function nameAndPhone(text: string, reading: ReadingOf, take: Take): boolean {
  const [asked, next] = followingOf(reading);
  const phone = phoneWithin(text);
  if (asked?.input !== "text" || next?.input !== "phone" || phone === undefined) return false;
  const other = text
    .replace(phone, "")
    .replace(/(?:电话|手机号?|号码)(?:是|[：:])?/g, "")
    .replace(/[，,、\s]+$/u, "")
    .trim();
  if (other === "" || /[，,;；]/.test(other)) return false;
  take(asked, other);
  take(next, phone);
  return true;
}

/** 「上海某厂，6月20号，40个人」 to the name of a unit: what plainly belongs to other fields is taken out of it. */
function withoutOtherFacts(text: string, reading: ReadingOf, answers: Answered): string {
  const parts = text.split(/[，,;；]/).map((part) => part.trim());
  if (parts.length < 2) return text;
  const own: string[] = [];
  for (const part of parts) {
    const { asked: _, ...others } = reading;
    const open = reading.open.filter((field) => field !== reading.asked);
    const found = byKind(part, { ...others, open }, answers);
    if (Object.keys(found).length === 0) own.push(part);
    else Object.assign(answers, found);
  }
  return own.length === parts.length ? text : own.filter((part) => part !== "").join("，");
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
    put(onlyOne(choices.filter((field) => field.fact.id !== "materials" && fits(field, text, reading))), text);
  return answers;
}

function fits(field: Field, text: string, reading: Reading): boolean {
  const read = readValue(field, text, reading);
  return read !== undefined && "value" in read;
}

/** 「8号」 alone is as often a house. */
const namesDay = /(?:\d{1,2}|[一二三四五六七八九十])月|\d{1,2}[./-]\d{1,2}|今天|明天|昨天|后天/;

const onlyOne = (fields: readonly Field[]): Field | undefined => (fields.length === 1 ? fields[0] : undefined);

/** Printed options that stand in the text; 「其他」 stands in too many. */
const optionsIn = (field: Field, text: string): readonly string[] =>
  optionsOf(field).filter((option) => option.length > 2 && normalise(text).includes(normalise(option)));

/** 「电话」 may mean several fields: who says so is asked which. */
export const isUnclear = (fields: readonly Field[]): boolean =>
  fields.length > 1 && new Set(fields.map(bareLabel)).size > 1;
