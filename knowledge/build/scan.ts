/** Finds the figures in a Chinese text: numbers with what they measure, days, names that hold a number, list numbers. */
import { numeralValue } from "./numerals.ts";

/** The year of the document may always be named. */
export const documentYear = "2023";

export interface Found {
  /** Value and unit: 10800元, 40%, 2年, 13; a day 05-01 or 2024-06-30, a month 05月 or 2024-11月, a year 2024年. */
  readonly figure: string;
  readonly value: string;
  /** The unit, `count`, `day`, `month`, `year`, or nothing where no unit is written. */
  readonly kind: string;
  /** A name or an ordinal: a source may lend it, a reply need not prove it. */
  readonly exempt: boolean;
  /** The number of a list item, with its style. */
  readonly list?: string;
}

/** What is measured by each unit; those that are not named here count. 号 is a day as well as a house. */
const measures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    元: ["元", "块", "块钱"],
    天: ["天", "日"],
    工作日: ["工作日", "个工作日"],
    半天: ["个半天"],
    个月: ["个月"],
    年: ["年"],
    岁: ["岁", "周岁"],
    周: ["周", "星期", "个星期"],
    晚: ["晚"],
    小时: ["小时", "个小时"],
    人: ["名", "人", "位"],
    "": ["号"],
    "%": ["%", "％"],
  }).flatMap(([kind, written]) => written.map((unit) => [unit, kind])),
);
const units =
  "元|块钱|块|个?工作日|个半天|个月|个?星期|个?小时|周岁|天|日|年|岁|周|晚|名|人|位|" +
  "家|个|所|类|项|条|种|份|次|张|档|批|层|号|弄|级|处|部分|部门|步|点|栏|倍|折|组|件|户";
/** With 两 or 三 these speak of how a thing is built (两条要求, 三类): nothing that the document fixes. */
const structural = /^(?:个|类|项|条|种|张|档|批|级|处|部分|部门|步|点|栏|组|件|块|层|户)$/;
/** 两份 is said of getting something twice; 一式二份 is a figure. */
const pair = "两份";

const numeral = "[〇零一二两三四五六七八九十百千万]+";
const small = "[一二三四五六七八九十]{1,3}";
const short = `(?:\\d{1,2}|${small})`;

/** Tried in this order. The groups are named for the reader; positions are faster than named groups. */
const patterns = [
  "(?<skip>https?://\\S+|附[件表]\\d(?:-\\d+){0,2}|(?:\\d{4}/)?[012](?:-\\d+){0,2}#[\\d.]+|〔2023〕23号)",
  // 2天1晚 names a kind of trip, unless it is said to be the limit.
  "(?<!超过|最多|最长|至多)(?<trip>[2两二]天[1一]晚)",
  "(?<dayTrip>[1一]日)(?=游|活动|行)",
  `第(?<ordinal>\\d+|${numeral})`,
  "(?<![^\\n。；;：:，,、）)(（〕 ])(?<item>1?\\d|20)(?<itemMark>[.．、])(?!\\d(?!\\d{3}年))",
  `[(（](?<bracketed>1?\\d|20|${small})[)）]`,
  `(?<![^\\n])(?<section>${small})、`,
  "(?<letter>\\d{4}[〕\\]]\\d+号)",
  `(?<year>(?:19|20)\\d\\d)(?:年(?:(?<month>${short})月(?:份?(?<day>${short})[日号])?)?|[-/.](?<month2>\\d{1,2})[-/.](?<day2>\\d{1,2})(?!\\d))`,
  `(?<![零一二两三四五六七八九十\\d统唯任同逐])(?<bareMonth>${short})月(?:份?(?<bareDay>${short})[日号])?`,
  "(?<![\\d.])(?<firstMonth>\\d{1,2})(?=[-—~～至到、]\\d{1,2}月)",
  "(?<ratio>\\d+(?:[:：]\\d+)+)",
  `百分之(?<percent>[\\d.]+|${numeral})`,
  "(?<half>(?<![上下前后])半年|半个月|半天)",
  `(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?)(?<scale>[百千万亿])?(?<unit>[%％]|${units})?`,
  `(?<![几第]|[数好](?=[十百千万])|[统唯任同逐单哪这那每某前后上下头](?=一))(?<words>${numeral})(?<wordUnit>${units})`,
].join("|");

const position = new Map([...patterns.matchAll(/\(\?<([a-zA-Z]\w*)>/g)].map(([, name = ""], at) => [name, at + 1]));
const at = (name: string): number => {
  const index = position.get(name);
  if (index === undefined) throw new Error(`No group ${name} in the patterns of figures.`);
  return index;
};
const [skip, trip, dayTrip, ordinal] = [at("skip"), at("trip"), at("dayTrip"), at("ordinal")];
const [item, itemMark, bracketed, section] = [at("item"), at("itemMark"), at("bracketed"), at("section")];
const [letter, year, month, day, month2, day2] = [
  at("letter"),
  at("year"),
  at("month"),
  at("day"),
  at("month2"),
  at("day2"),
];
const [bareMonth, bareDay, firstMonth] = [at("bareMonth"), at("bareDay"), at("firstMonth")];
const [ratio, percent, half] = [at("ratio"), at("percent"), at("half")];
const [digits, scale, unit, words, wordUnit] = [at("digits"), at("scale"), at("unit"), at("words"), at("wordUnit")];

/** Spares the alternatives where no figure can begin. */
const start = "(?=[\\d〇零一二两三四五六七八九十百千万半第附(（〔h])";
const scanner = new RegExp(`${start}(?:${patterns.replace(/\(\?<[a-zA-Z]\w*>/g, "(")})`, "g");

export function scan(text: string): Found[] {
  const into: Found[] = [];
  const tidy = /[ \t\u3000０-９]/.test(text) ? tidied(text) : text;
  scanner.lastIndex = 0;
  for (let match = scanner.exec(tidy); match !== null; match = scanner.exec(tidy)) {
    if (match[skip] === undefined) read(match, into);
  }
  return into;
}

/** Without blanks, but for those that keep two numbers apart or stand before a list number. */
function tidied(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<!\d)[ \t\u3000]+(?!1?\d[.．、]\D)|[ \t\u3000]+(?!\d)/g, "");
}

function read(match: RegExpExecArray, into: Found[]): void {
  const number = match[digits];
  const written = match[words];
  const ofYear = match[year];
  const aloneMonth = match[bareMonth] ?? match[firstMonth];
  if (number !== undefined) into.push(numberOf(number, match[scale], match[unit]));
  else if (written !== undefined) readWords(written, match[wordUnit] ?? "", into);
  else if (ofYear !== undefined) readDay(ofYear, match[month] ?? match[month2], match[day] ?? match[day2], into);
  else if (aloneMonth !== undefined) readBareDay(aloneMonth, match[bareDay], into);
  else readOther(match, into);
}

function readOther(match: RegExpExecArray, into: Found[]): void {
  const share = match[percent];
  const rate = match[ratio];
  const number = match[letter];
  const part = match[half];
  if (share !== undefined) into.push(found(plain(share), "%"));
  else if (rate !== undefined) into.push(found(rate.replaceAll("：", ":"), ""));
  else if (number !== undefined) into.push(found(number.replace("]", "〕"), ""));
  else if (part !== undefined) into.push(found("0.5", part.slice(1)));
  else readNames(match, into);
}

function readNames(match: RegExpExecArray, into: Found[]): void {
  const list = match[item] ?? match[bracketed] ?? match[section];
  const order = match[ordinal];
  if (list !== undefined) into.push({ ...found(plain(list), "count", true), list: listStyle(list, match) });
  else if (order !== undefined) into.push(found(plain(order), "count", true));
  else if (match[trip] !== undefined) into.push(found("2", "天", true), found("1", "晚", true));
  else if (match[dayTrip] !== undefined) into.push(found("1", "天", true));
}

function listStyle(list: string, match: RegExpExecArray): string {
  return match[itemMark] ?? (match[section] !== undefined ? "section" : /\d/.test(list) ? "()" : "（）");
}

function found(value: string, kind: string, exempt = false): Found {
  const figure = kind === "count" || kind === "day" || kind === "month" || kind === "year" ? value : value + kind;
  return { figure, value, kind, exempt };
}

function plain(written: string): string {
  return String(/\d/.test(written) ? Number(written) : (numeralValue(written) ?? written));
}

const scales: ReadonlyMap<string, number> = new Map([
  ["百", 100],
  ["千", 1000],
  ["万", 10_000],
  ["亿", 100_000_000],
]);

function numberOf(number: string, scaled: string | undefined, measured: string | undefined): Found {
  const kind = measured === undefined ? "" : kindOf(measured);
  // Telephone numbers and the like stay as they are written.
  if (number.length >= 8 && !number.includes(",")) return found(number, kind);
  if (number === documentYear && scaled === undefined && measured === undefined) return found(number, "", true);
  const value = Number(number.replaceAll(",", "")) * (scales.get(scaled ?? "") ?? 1);
  return found(String(Math.round(value * 100) / 100), kind);
}

const kindOf = (measured: string) => measures.get(measured) ?? "count";

function readWords(written: string, measured: string, into: Found[]): void {
  const value = numeralValue(written);
  if (value === undefined) return;
  // 四块 are four pieces; 五百块 is money.
  const kind = measured === "块" && value < 10 ? "count" : kindOf(measured);
  // 一 is a figure only as a measure: 一年 is, 一个, 一人 or 一次 is not.
  const everyday =
    value === 1
      ? kind === "count" || kind === "人"
      : (value <= 3 && structural.test(measured)) || written + measured === pair;
  into.push(found(String(value), kind, everyday));
}

function readDay(ofYear: string, ofMonth: string | undefined, ofDay: string | undefined, into: Found[]): void {
  into.push(found(`${ofYear}年`, "year", ofYear === documentYear || ofMonth !== undefined));
  if (ofMonth === undefined) return;
  const bare = two(ofMonth);
  into.push(found(`${ofYear}-${bare}月`, "month", ofDay !== undefined));
  into.push({ ...found(`${bare}月`, `month of ${ofYear}`, true) });
  if (ofDay === undefined) return;
  into.push(found(`${ofYear}-${bare}-${two(ofDay)}`, "day"));
  into.push({ ...found(`${bare}-${two(ofDay)}`, `day of ${ofYear}`, true) });
}

function readBareDay(ofMonth: string, ofDay: string | undefined, into: Found[]): void {
  into.push(found(`${two(ofMonth)}月`, "month", ofDay !== undefined));
  if (ofDay !== undefined) into.push(found(`${two(ofMonth)}-${two(ofDay)}`, "day"));
}

const two = (written: string) => plain(written).padStart(2, "0");
