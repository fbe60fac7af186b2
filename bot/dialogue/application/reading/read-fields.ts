/** Which fields of a form a message answers: named ones in any order, the one just asked, and what only one field can mean. */
import type { Field } from "../../../../flows/engine/form.ts";
import { byKind } from "./by-kind.ts";
import { namings, withLink } from "./namings.ts";
import { plainly } from "./plainly.ts";
import type { ReadingOf } from "./reading-of.ts";
import { type Answered, nameAndPhone, type Take, unnamed, withoutOtherFacts } from "./unnamed.ts";
import { readValue } from "./value.ts";

export interface Heard {
  /** Values by field, in the order of the message. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly field: Field; readonly problem: string }[];
}

interface Piece {
  readonly field: Field;
  readonly text: string;
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

export function readFields(given: string, reading: ReadingOf): Heard {
  const text = reading.asked?.input === "longText" ? given : plainly(given);
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
  for (const { field, text: said } of named) if (said !== "") takeNamed(field, said, reading, take, answers);
  if (reading.asked && rest !== "" && !(reading.asked.fact.id in answers)) unnamed(rest, reading, take, answers);
  else if (!reading.asked && named.length === 0) Object.assign(answers, byKind(rest, reading, answers, true));
  return { answers, problems };
}

/** 「领队：尤大海 15000112233」, 「地址：诸光路8弄，60个人」: a short value ends where other facts begin. */
function takeNamed(field: Field, said: string, reading: ReadingOf, take: Take, answers: Answered): void {
  const own = { ...reading, asked: field, open: [field, ...reading.open.filter((one) => one !== field)] };
  const inOrder = reading.fields.slice(reading.fields.indexOf(field));
  if (nameAndPhone(said, { ...own, open: inOrder }, take)) return;
  take(field, field.input === "text" ? withoutOtherFacts(said, own, answers) : said);
}

/** A long text may speak of telephones and names; only one that begins with a label is a list of answers. */
function isWhole(text: string, reading: ReadingOf): boolean {
  if (reading.asked?.input !== "longText") return false;
  const [first] = withLink(text, reading);
  return first === undefined || first.start > 0;
}
