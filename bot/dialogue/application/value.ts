/** One field out of a few words: a telephone number out of 「我的电话是138…」, a period out of 「6月10号到11号」. */
import type { Field } from "../../../flows/engine/form.ts";
import { addDays, dates } from "../understanding/dates.ts";
import { normalise } from "../understanding/normalise.ts";
import { readNumber } from "../understanding/numerals.ts";
import { quantities } from "../understanding/quantities.ts";

export interface Reading {
  readonly today: string;
  /** The year meant when none is said. */
  readonly year: number;
}

export type Value = { readonly value: unknown } | { readonly problem: string } | undefined;

const phoneIn =
  /(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|\(?0\d{2,3}\)?[\s-]?\d{4}[\s-]?\d{4}(?:(?:转|#|-)\d{1,5})?|(?<!\d)[2-9]\d{7}(?!\d)/;
const nothing = /^(没有|没|无|零|0)(人|个|名|位|的)?[。.!]?$/;

/** The value as its field takes it, what is wrong with it, or undefined where the words hold nothing of the kind. */
export function readValue(field: Field, said: string, reading: Reading): Value {
  const given = raw(field, said, reading);
  if (given === undefined) return undefined;
  if (typeof given === "object" && given !== null && "problem" in given) return given as { problem: string };
  const parsed = field.fact.schema.safeParse(given);
  if (parsed.success) return { value: parsed.data };
  return { problem: parsed.error.issues[0]?.message ?? "填得不对" };
}

function raw(field: Field, said: string, reading: Reading): unknown {
  switch (field.input) {
    case "text":
      return tidy(said);
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
      return numbered(field, said)[0] ?? normalise(said);
    case "choices":
      return severalOf(field, said);
    case "rows":
      return undefined;
  }
}

const tidy = (said: string): string =>
  said
    .trim()
    .replace(/^(?:我们?(?:是|叫)|叫做?|就是|是|名字叫|填)(?=\S{2})/, "")
    .replace(/[，,。;；、!！\s]+$/u, "");

export const phoneWithin = (said: string): string | undefined => phoneIn.exec(said.normalize("NFKC"))?.[0].trim();

function phoneOf(said: string): unknown {
  const found = phoneWithin(said)?.replace(/^\+?86[\s-]?/, "");
  if (found !== undefined) return found;
  return /\d{3}/.test(said.normalize("NFKC")) ? said.trim() : undefined;
}

function numberOf(said: string, input: "count" | "yuan"): unknown {
  const text = normalise(said);
  if (/(?:负|-)\s*\d/.test(text)) return { problem: "不能是负数" };
  if (nothing.test(text)) return 0;
  const bare = readNumber(text.replace(/[人名个位元块家天次左右大概约共]/g, ""));
  if (bare !== undefined) return bare;
  const wanted = input === "yuan" ? ["元", undefined] : ["人", "个", "家", "天", "次", undefined];
  const found = quantities(text, []).filter(({ unit }) => wanted.includes(unit));
  return found.length > 0 ? found.at(-1)?.value : undefined;
}

function dayOf(said: string, reading: Reading): unknown {
  const { dates: found, impossible } = dates(normalise(said), reading);
  if (impossible[0]) return { problem: `日历上没有「${impossible[0].text}」这一天` };
  const day = found.find(({ precision }) => precision === "day");
  if (day) return day.from;
  return found.length > 0 ? { problem: "要说到哪一天，例如6月10日" } : undefined;
}

const sameMonth = /((?:\d{2,4}年)?\d{1,2}月)(\d{1,2})[日号]?(?:到|至|-|—|~|、|和)(\d{1,2})[日号]/;
const slashes = /(\d{1,2}[./]\d{1,2})(?:到|至|-|—|~)(\d{1,2}[./]\d{1,2})/;
const lasting = /([一二两三四五1-5])天|当天(?:来回|往返)?|一日/;
const lengths: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/** Two days, one day with a length, or one day alone, which then is the whole of it. */
function periodOf(said: string, reading: Reading): unknown {
  const text = normalise(said)
    .replace(sameMonth, (_, month: string, from: string, to: string) => `${month}${from}日到${month}${to}日`)
    .replace(slashes, "$1,$2");
  const { dates: found, impossible } = dates(text, reading);
  if (impossible[0]) return { problem: `日历上没有「${impossible[0].text}」这一天` };
  const days = found.filter(({ precision }) => precision === "day");
  const [first, second] = days;
  if (first && second) return { from: first.from, to: second.from };
  if (!first) return found.length > 0 ? { problem: "要说到哪一天，例如6月10日到11日" } : undefined;
  const length = lasting.exec(text.slice(first.end)) ?? lasting.exec(text.slice(0, first.start));
  const count = length?.[1] === undefined ? 1 : (lengths[length[1]] ?? Number(length[1]));
  return { from: first.from, to: addDays(first.from, count - 1) };
}

const numberOfOption = "(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:个|项|号|种)?";
const onlyNumbers = new RegExp(`^(?:选|第|我?选)?${numberOfOption}(?:[,、和及 ]第?${numberOfOption})*[.。]?$`);

/** Options by their numbers in the list that was shown. */
function numbered(field: Field, said: string): readonly string[] {
  const text = normalise(said);
  if (!onlyNumbers.test(text)) return [];
  const options = optionsOf(field);
  return text
    .split(/[,、和及 ]/)
    .map((part) => options[(readNumber(part.replace(/[我选第个项号种.。]/g, "")) ?? 0) - 1])
    .filter((option) => option !== undefined);
}

const all =
  /^(?:都|全部?|所有|以上)(?:都|的)?(?:有了?|要|选|是|备齐了?|齐了?|准备好了?|可以)?[了。!]*$|^(?:全部?|都)?(?:备齐|齐全?|齐)了?[。!]*$/;

function severalOf(field: Field, said: string): unknown {
  const byNumber = numbered(field, said);
  if (byNumber.length > 0) return byNumber;
  const text = normalise(said);
  const options = optionsOf(field);
  if (all.test(text)) return options;
  const printed = options.filter((option) => text.includes(normalise(option)));
  if (printed.length > 0) return printed;
  const parts = text.split(/[、,;]|和|跟|与|以及|还有|加上?/).filter((part) => part !== "");
  return parts.length > 1 ? parts : text;
}

/** The printed options of a field. */
export const optionsOf = ({ fact }: Field): readonly string[] =>
  fact.choices
    ? fact.choices.map(({ label }) => label)
    : [...new Set((fact.samples as readonly unknown[]).flat().map(String))];
