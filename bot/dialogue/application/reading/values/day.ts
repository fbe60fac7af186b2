/** A day, or a period, out of a few words. */
import { addDays, dates, daysInMonth } from "../../../understanding/dates.ts";
import { normalise } from "../../../understanding/normalise.ts";
import { readNumber } from "../../../understanding/numerals.ts";

export interface Reading {
  readonly today: string;
  /** The year meant when none is said. */
  readonly year: number;
}

const impossibleDay = (text: string) => ({ problem: `日历上没有「${text}」这一天` });

export function dayOf(said: string, reading: Reading): unknown {
  const { dates: found, impossible } = dates(normalise(said), reading);
  if (impossible[0]) return impossibleDay(impossible[0].text);
  const day = found.find(({ precision }) => precision === "day");
  if (day) return day.from;
  return found.length > 0 ? { problem: "要说到哪一天，例如6月10日" } : undefined;
}

const slashes = /(\d{1,2}[./]\d{1,2})(?:到|至|-|—|~)(\d{1,2}[./]\d{1,2})/;
const length = /([一二两三四五1-5])天|当天(?:来回|往返)?|一日/;
const lengths: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };
/** 「到11号」 right behind a day: the same month. */
const untilDay =
  /^(?:(?:到|至|-|—|~|、|和|,)+(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})(?:日|号)?|(\d{1,2})[日号])(?![\d月./])/;
const timeOfDay = /(?:上午|下午|早上|晚上|中午)?\d{1,2}(?:点半?|[:：]\d{2})/g;
/** 「20、21号」 */
const twoDays = /(?<![\d月])(\d{1,2})[、,到至-](\d{1,2})[日号]/;

/** Two days, one day with a length, or one day alone, which then is the whole of it. */
export function periodOf(said: string, reading: Reading): unknown {
  const text = normalise(said).replace(timeOfDay, "").replace(slashes, "$1,$2").replace(twoDays, "$1号,$2号");
  const { dates: found, impossible } = dates(text, reading);
  if (impossible[0]) return impossibleDay(impossible[0].text);
  const [first, second] = found.filter(({ precision }) => precision === "day");
  if (!first) return found.length > 0 ? { problem: "要说到哪一天，例如6月10日到11日" } : undefined;
  const rest = text.slice(first.end);
  const [, linked, plain] = untilDay.exec(rest) ?? [];
  const day = readNumber(linked ?? plain ?? "");
  if (day !== undefined) return sameMonth(first.from, day);
  if (second) return { from: first.from, to: second.from };
  const lasts = length.exec(rest) ?? length.exec(text.slice(0, first.start));
  const count = lasts?.[1] === undefined ? 1 : (lengths[lasts[1]] ?? Number(lasts[1]));
  return { from: first.from, to: addDays(first.from, count - 1) };
}

function sameMonth(from: string, day: number): unknown {
  const [year = 0, month = 1] = from.split("-").map(Number);
  if (day < 1 || day > daysInMonth(year, month)) return impossibleDay(`${month}月${day}日`);
  return { from, to: `${from.slice(0, 8)}${String(day).padStart(2, "0")}` };
}
