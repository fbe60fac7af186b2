/** Chinese and mixed numerals: 三百五, 一万二, 1.2万, 廿五, 两千零三, 壹佰. Pure; property-tested against its own writer. */

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const small: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const myriads: readonly (readonly [RegExp, number])[] = [
  [/亿/, 100_000_000],
  [/[万萬]/, 10_000],
];
const packed: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

export const numeralCharacters = "零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿廿卅";

/** Reads one section below 万, character by character. */
interface Section {
  readonly total: number;
  /** A digit that still waits for its unit. */
  readonly digit: number | undefined;
  readonly lastUnit: number;
  readonly afterZero: boolean;
}

const beginning: Section = { total: 0, digit: undefined, lastUnit: Number.POSITIVE_INFINITY, afterZero: false };

function withUnit({ total, digit, lastUnit }: Section, unit: number): Section | undefined {
  if (unit >= lastUnit || (digit === undefined && unit !== 10)) return undefined;
  return { total: total + (digit ?? 1) * unit, digit: undefined, lastUnit: unit, afterZero: false };
}

function withDigit(before: Section, value: number): Section | undefined {
  if (before.digit !== undefined) return undefined;
  return value === 0 ? { ...before, afterZero: true } : { ...before, digit: value };
}

function readCharacter(before: Section, character: string): Section | undefined {
  const unit = small[character];
  if (unit !== undefined) return withUnit(before, unit);
  const pack = packed[character];
  if (pack !== undefined) {
    const first = before.digit === undefined && before.total === 0;
    return first ? { total: pack, digit: undefined, lastUnit: 10, afterZero: false } : undefined;
  }
  const value = digits[character];
  return value === undefined ? undefined : withDigit(before, value);
}

/** 三百五 = 350: a last digit right after 百 or 千 takes the next lower place; 三百零五 = 305. Undefined if malformed. */
function section(text: string): number | undefined {
  let state: Section | undefined = beginning;
  for (const character of text) {
    state = readCharacter(state, character);
    if (state === undefined) return undefined;
  }
  const { total, digit, lastUnit, afterZero } = state;
  if (digit === undefined) return total;
  const takesLowerPlace = Number.isFinite(lastUnit) && lastUnit >= 100 && !afterZero;
  return total + (takesLowerPlace ? (digit * lastUnit) / 10 : digit);
}

/** 一二三四 read digit by digit (years, phone numbers): 二〇二三 = 2023. */
export function digitByDigit(text: string): number | undefined {
  if (!/^[零〇一二三四五六七八九]{2,}$/.test(text)) return undefined;
  return Number([...text].map((character) => digits[character]).join(""));
}

/** The value of a purely Chinese numeral, or undefined: never a silent 0. */
export function chineseNumber(text: string): number | undefined {
  if (text === "零" || text === "〇") return 0;
  return digitByDigit(text) ?? bySections(text);
}

function bySections(text: string): number | undefined {
  let total = 0;
  let rest = text;
  let last = 0;
  for (const [mark, size] of myriads) {
    const at = rest.search(mark);
    if (at < 0) continue;
    const head = section(rest.slice(0, at));
    if (!head) return undefined;
    total += head * size;
    last = size;
    rest = rest.slice(at + 1);
  }
  if (rest === "") return last === 0 ? undefined : total;
  const tail = section(rest);
  if (tail === undefined) return undefined;
  // 一万二 = 12000: a single digit right after 万 takes the thousands.
  const single = last > 0 && rest.length === 1 && (digits[rest] ?? 0) > 0;
  return total + (single ? (tail * last) / 10 : tail);
}

const multipliers: Readonly<Record<string, number>> = {
  万: 10_000,
  萬: 10_000,
  w: 10_000,
  W: 10_000,
  千: 1000,
  k: 1000,
  K: 1000,
  百: 100,
  亿: 100_000_000,
};

const timesOf = (mark: string | undefined): number => (mark === undefined ? 1 : (multipliers[mark] ?? 1));

/** A number as people type it: 1.2万, 3千5, 1w, 16000, 三百五, 一点五万. Undefined if it is not one number. */
export function readNumber(text: string): number | undefined {
  return withArabicDigits(text) ?? withPoint(text) ?? chineseNumber(text);
}

function withArabicDigits(text: string): number | undefined {
  const [, head, mark, tail] = /^(\d+(?:\.\d+)?)([万萬wW千kK百亿])?(\d{1,4})?$/.exec(text) ?? [];
  if (head === undefined) return undefined;
  const times = timesOf(mark);
  if (tail === undefined) return round(Number(head) * times);
  if (mark === undefined) return undefined;
  // 1万2 = 12000, 1万2000 = 12000.
  return round(Number(head) * times + (tail.length === 1 ? (Number(tail) * times) / 10 : Number(tail)));
}

const pointed = new RegExp(`^([${numeralCharacters}]+)点([零〇一二三四五六七八九]+)([万千百亿])?$`);

function withPoint(text: string): number | undefined {
  const [, whole = "", fraction = "", mark] = pointed.exec(text) ?? [];
  const head = whole === "" ? undefined : chineseNumber(whole);
  if (head === undefined) return undefined;
  const decimals = [...fraction].map((character) => digits[character]).join("");
  return round(Number(`${head}.${decimals}`) * timesOf(mark));
}

/** Decimal arithmetic without the dust of binary fractions. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;
