/** Resident identity numbers: shape, checksum, day of birth and sex. The area code is not judged. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = "10X98765432";

const checkOf = (seventeen: string): string =>
  checks.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(seventeen.charAt(at)), 0) % 11);

const isOnCalendar = (year: number, month: number, date: number): boolean => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && date >= 1 && date <= last;
};

export interface Identity {
  readonly kind: "valid";
  /** Eighteen characters; a number of the first generation is completed. */
  readonly number: string;
  readonly sex: "男" | "女";
  readonly born: string;
}
export type Reading = Identity | { readonly kind: "wrong"; readonly problem: string };

const wrong = (problem: string): Reading => ({ kind: "wrong", problem });

/** Full-width digits, blanks and a leading quote mark are forgiven; nothing else is. */
export const tidyId = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s'’‘`\-\p{Cf}]/gu, "")
    .toUpperCase();

/** `today` refuses births that lie ahead. */
export function readId(text: string, today?: string): Reading {
  const given = tidyId(text);
  if (!/^(\d{15}|\d{17}[\dX])$/.test(given))
    return wrong(`身份证号要是18位，这里是${[...given].length}位或含有别的字符`);
  const seventeen = given.length === 15 ? `${given.slice(0, 6)}19${given.slice(6)}` : given.slice(0, 17);
  const born = `${seventeen.slice(6, 10)}-${seventeen.slice(10, 12)}-${seventeen.slice(12, 14)}`;
  const [year = 0, month = 0, date = 0] = born.split("-").map(Number);
  if (year < 1900 || !isOnCalendar(year, month, date)) return wrong("身份证号里的出生日期不对");
  if (today !== undefined && born > today) return wrong("身份证号里的出生日期晚于今天");
  const number = seventeen + checkOf(seventeen);
  if (given.length === 18 && given !== number) return wrong("身份证号校验位不对，可能有一位写错了");
  return { kind: "valid", number, sex: Number(seventeen.charAt(16)) % 2 === 1 ? "男" : "女", born };
}

/** Full years on a day. */
export const ageOn = (born: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
