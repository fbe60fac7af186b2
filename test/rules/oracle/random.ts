/** A seeded source of inputs that likes to stand on and beside the boundaries. */

export interface Random {
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
  readonly chance: (share: number) => boolean;
  /** Mostly on or next to one of the marks, else anywhere in the range. */
  readonly near: (marks: readonly [number, ...number[]], least: number, most: number) => number;
  /** A day, counted from 2023-01-01: -31 is 2022-12-01. */
  readonly day: (first: string, last: string) => string;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(unit() * (most - least + 1));
  const pick = <T>(values: readonly [T, ...T[]]): T => values[whole(0, values.length - 1)] ?? values[0];
  const chance = (share: number) => unit() < share;
  const near = (marks: readonly [number, ...number[]], least: number, most: number) =>
    chance(0.6) ? Math.min(most, Math.max(least, pick(marks) + whole(-1, 1))) : whole(least, most);
  const day = (first: string, last: string) => dayOf(whole(numberOf(first), numberOf(last)));
  return { whole, pick, chance, near, day };
}

/** Days since 1970, by the calendar of the machine: the rules have their own. */
export const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const dayOf = (count: number): string => new Date(count * 86_400_000).toISOString().slice(0, 10);

/** The same day of the month so many months on, or the last day of that month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

export const firstOfNextMonth = (day: string): string => monthsLater(`${day.slice(0, 7)}-01`, 1);
