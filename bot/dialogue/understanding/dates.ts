/** Days, months and halves of a year as people say them, read against a given today. Pure; always echoed back to the person. */
import { chineseNumber, digitByDigit } from "./numerals.ts";

export interface DateReading {
  /** First and last day meant: equal for a day, a whole month for 「五月份」. */
  readonly from: string;
  readonly until: string;
  readonly precision: "day" | "month" | "half" | "year";
  /** The year was not said and had to be supposed. */
  readonly yearSupposed: boolean;
  readonly start: number;
  readonly end: number;
}

export interface DateContext {
  readonly today: string;
  /** The year meant when none is said. */
  readonly year: number;
}

const pad = (value: number, width = 2) => String(value).padStart(width, "0");
const iso = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const number = "(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})";
const yearWords = "(\\d{4}|\\d{2}|[零〇一二三四五六七八九]{4}|今|去|前|明|当|本)年(?:的)?";
const patterns: readonly {
  readonly re: RegExp;
  readonly read: (m: RegExpExecArray, c: DateContext) => Parts | undefined;
}[] = [
  {
    re: /(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g,
    read: (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    re: /(?<!\d)(\d{2})年(\d{1,2})[./](\d{1,2})(?!\d)/g,
    read: (m) => ({ year: 2000 + Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    re: new RegExp(
      `(?:${yearWords})?(?<![\\d一二三四五六七八九十个])${number}月(?:份)?(?:的)?${number}(?:日|号|(?!\\d|[个人元块天]))`,
      "g",
    ),
    read: (m, c) => ({ ...yearOf(m[1], c), month: small(m[2]), day: small(m[3]) }),
  },
  {
    re: new RegExp(`(上个?|这个?|本|下个?)月(?:的)?${number}(?:日|号)`, "g"),
    read: (m, c) => ({ ...monthBeside(m[1], c), day: small(m[2]) }),
  },
  {
    re: new RegExp(
      `(?:${yearWords})?(?<![\\d一二三四五六七八九十个])${number}月(?:份|底|初|中旬|里|上旬|下旬|末)?(?!\\d|个)`,
      "g",
    ),
    read: (m, c) => ({ ...yearOf(m[1], c), month: small(m[2]) }),
  },
  {
    re: /(?<!\d)(\d{1,2})[./](\d{1,2})(?:号|日)?(?![\d%万元块人])/g,
    read: (m) => ({ month: Number(m[1]), day: Number(m[2]), slash: true }),
  },
  { re: /(上个?|这个?|本|下个?)月(?:底|初|份)?/g, read: (m, c) => monthBeside(m[1], c) },
  {
    re: new RegExp(`(?:${yearWords})?(上|下)半年`, "g"),
    read: (m, c) => ({ ...yearOf(m[1], c), half: m[2] === "上" ? 1 : 2 }),
  },
  { re: /大前天|前天|昨天|昨日|今天|今朝|明天|大后天|后天/g, read: (m, c) => besideToday(m[0], c) },
  {
    re: new RegExp(`(?<![\\d一二三四五六七八九十月])${number}号(?!人|线|楼|公)`, "g"),
    read: (m, c) => ({ ...monthBeside("本", c), day: small(m[1]) }),
  },
  {
    re: /(\d{4}|[零〇一二三四五六七八九]{4})年(?:底|初|末)?(?!\d)|(去|前|明|今)年(?:底|初|末)?/g,
    read: (m, c) => yearOf(m[1] ?? m[2], c),
  },
];

interface Parts {
  readonly year?: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly half?: 1 | 2;
  readonly slash?: true;
}

const small = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text);
};

function yearOf(word: string | undefined, context: DateContext): { year?: number } {
  if (word === undefined) return {};
  const now = Number(context.today.slice(0, 4));
  const relative: Record<string, number> = {
    今: now,
    本: now,
    当: context.year,
    去: now - 1,
    前: now - 2,
    明: now + 1,
  };
  const said =
    relative[word] ??
    (/^\d{4}$/.test(word) ? Number(word) : /^\d{2}$/.test(word) ? 2000 + Number(word) : digitByDigit(word));
  return said === undefined ? {} : { year: said };
}

function monthBeside(word: string | undefined, context: DateContext): { year: number; month: number } {
  const year = Number(context.today.slice(0, 4));
  const shift = word?.startsWith("上") ? -1 : word?.startsWith("下") ? 1 : 0;
  const index = year * 12 + Number(context.today.slice(5, 7)) - 1 + shift;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function addDays(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "UTC", dateStyle: "short" }).format(
    Date.UTC(year, month - 1, date + count),
  );
}

function besideToday(word: string, context: DateContext): Parts {
  const shift: Record<string, number> = {
    大前天: -3,
    前天: -2,
    昨天: -1,
    昨日: -1,
    今天: 0,
    今朝: 0,
    明天: 1,
    后天: 2,
    大后天: 3,
  };
  const [year, month, day] = addDays(context.today, shift[word] ?? 0)
    .split("-")
    .map(Number);
  return { ...(year !== undefined && { year }), month, day };
}

/** A date that no calendar has, such as 2月30日: named to the person, never bent into another day. */
export interface ImpossibleDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface DateReadings {
  readonly dates: readonly DateReading[];
  readonly impossible: readonly ImpossibleDate[];
}

/** All dates of a normalised sentence, in order of place. The more explicit patterns stand first and take their place. */
export function dates(text: string, context: DateContext): DateReadings {
  const found: DateReading[] = [];
  const impossible: ImpossibleDate[] = [];
  const isFree = (start: number, end: number) =>
    ![...found, ...impossible].some((span) => start < span.end && end > span.start);
  for (const { re, read } of patterns) {
    for (const match of text.matchAll(re)) {
      const start = match.index;
      const end = start + match[0].length;
      const parts = isFree(start, end) ? read(match as RegExpExecArray, context) : undefined;
      const reading = parts === undefined ? "none" : calendar(parts, context);
      if (reading === "impossible") impossible.push({ text: match[0], start, end });
      else if (reading !== "none") found.push({ ...reading, start, end });
    }
  }
  return { dates: found.sort((a, b) => a.start - b.start), impossible };
}

type Span = Omit<DateReading, "start" | "end">;

/** Puts the parts on the calendar; 「3.5」 that fits none is no date at all, 「2月30日」 is an impossible one. */
function calendar(parts: Parts, context: DateContext): Span | "impossible" | "none" {
  const yearSupposed = parts.year === undefined;
  const year = parts.year ?? context.year;
  if (year < 1900 || year > 2100) return "none";
  if (parts.half === 1) return { from: iso(year, 1, 1), until: iso(year, 6, 30), precision: "half", yearSupposed };
  if (parts.half === 2) return { from: iso(year, 7, 1), until: iso(year, 12, 31), precision: "half", yearSupposed };
  if (parts.month === undefined) {
    return { from: iso(year, 1, 1), until: iso(year, 12, 31), precision: "year", yearSupposed };
  }
  return monthOrDay(year, parts.month, parts.day, yearSupposed) ?? (parts.slash ? "none" : "impossible");
}

function monthOrDay(year: number, month: number, day: number | undefined, yearSupposed: boolean): Span | undefined {
  if (month < 1 || month > 12) return undefined;
  const last = daysInMonth(year, month);
  if (day === undefined) {
    return { from: iso(year, month, 1), until: iso(year, month, last), precision: "month", yearSupposed };
  }
  if (day < 1 || day > last) return undefined;
  return { from: iso(year, month, day), until: iso(year, month, day), precision: "day", yearSupposed };
}

/** 「2023年8月10日」 for reading back. */
export function chineseDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}
