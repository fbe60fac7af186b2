/** Arithmetic on days written `YYYY-MM-DD`, by whole numbers only: rules know no clock and no time zone. */

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const parts = (day: string): Parts => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, date };
};

const written = ({ year, month, date }: Parts): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lastDate = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days since 0000-03-01 of the Gregorian calendar; the year is made to begin in March, so that 29 February comes last. */
const serial = (day: string): number => {
  const { year, month, date } = parts(day);
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + ofYear;
};

/** How many days lie from the first to the second; 0 for the same day. */
export const daysBetween = (from: string, to: string): number => serial(to) - serial(from);

/** The day that many days later. */
export function addDays(day: string, count: number): string {
  let { year, month, date } = parts(day);
  date += count;
  while (date > lastDate(year, month)) {
    date -= lastDate(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  while (date < 1) {
    month -= 1;
    if (month < 1) [year, month] = [year - 1, 12];
    date += lastDate(year, month);
  }
  return written({ year, month, date });
}

/** The same date that many months later, or the last of a month that is shorter. */
export function addMonths(day: string, count: number): string {
  const { year, month, date } = parts(day);
  const index = year * 12 + month - 1 + count;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return written({ ...target, date: Math.min(date, lastDate(target.year, target.month)) });
}

/** 次月 1 日. */
export const firstOfNextMonth = (day: string): string => addMonths(`${day.slice(0, 8)}01`, 1);

/** Months touched from the first of one month to the end of another: 1 July to 31 December are six. */
export function wholeMonths(from: string, until: string): number {
  const start = parts(from);
  const end = parts(addDays(until, 1));
  return (end.year - start.year) * 12 + (end.month - start.month) - (end.date < start.date ? 1 : 0);
}

/** 「2023年7月1日」. */
export const chineseDay = (day: string): string => {
  const { year, month, date } = parts(day);
  return `${year}年${month}月${date}日`;
};

/** 「2023年5月1日至2023年11月30日」, for a period with two ends. */
export const periodText = (period: { readonly from: string | null; readonly until: string | null }): string =>
  [period.from, period.until].map((day) => (day === null ? "" : chineseDay(day))).join("至");

/** 「2022年12月至2023年2月」, for a period printed by months. */
export const monthsText = (period: { readonly from: string | null; readonly until: string | null }): string =>
  periodText(period).replaceAll(/(?<=月)\d+日/g, "");
