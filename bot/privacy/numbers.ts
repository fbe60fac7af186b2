/** Which stretch of a run of digits is an ID number, a mobile phone or a bank card. */
import type { Run } from "./digits.ts";

export interface Found {
  readonly label: string;
  /** Positions in the digits of the run; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

const idNumber = /[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]/g;
const oldIdNumber = /[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}/g;
const bankCard = /[3-9]\d{15,18}/g;
const mobile = /1[3-9]\d{9}/g;
const countryCode = 2;

const labels = { id: "［身份证号］", card: "［卡号］", mobile: "［手机号］" };

/** For each position in the digits whether a group begins or ends there. */
function edges({ digits, groups }: Run): readonly boolean[] {
  const marked = new Array<boolean>(digits.length + 1).fill(false);
  marked[0] = true;
  let at = 0;
  for (const length of groups) {
    at += length;
    marked[at] = true;
  }
  return marked;
}

interface Edged extends Run {
  readonly edges: readonly boolean[];
}

/** Spellings of a phone number: as one, in the usual groups, or digit by digit; not a list of amounts. */
const phoneGroups: ReadonlySet<string> = new Set([
  "11",
  "3-4-4",
  "3-8",
  "7-4",
  "4-4-3",
  "3-3-5",
  "5-6",
  "6-5",
  "4-7",
  "3-3-3-2",
  "5-3-3",
]);
const cardGroups = /^(?:\d{2}|4(?:-4){3}(?:-[1-4])?|6-\d{2}|4-\d{2})$/;

function groupsWithin({ edges }: Edged, start: number, end: number): readonly number[] {
  const groups: number[] = [];
  let begun = start;
  for (let at = start + 1; at <= end; at += 1) {
    if (at < end && !edges[at]) continue;
    groups.push(at - begun);
    begun = at;
  }
  return groups;
}

const digitByDigit = (groups: readonly number[]): boolean =>
  groups.length >= 6 && groups.every((length) => length <= 2);

function aligned({ edges, digits, meets }: Edged, start: number, end: number): boolean {
  const begins = edges[start] === true || meets.includes(start) || (start === countryCode && digits.startsWith("86"));
  return begins && (edges[end] === true || meets.includes(end));
}

type Test = (run: Edged, start: number, end: number) => boolean;

const whole: Test = (run, start, end) => aligned(run, start, end) || checksum(run.digits.slice(start, end));
const asPhone: Test = (run, start, end) => {
  const groups = groupsWithin(run, start, end);
  return aligned(run, start, end) && (phoneGroups.has(groups.join("-")) || digitByDigit(groups));
};
const asCard: Test = (run, start, end) => {
  const groups = groupsWithin(run, start, end);
  return aligned(run, start, end) && (cardGroups.test(groups.join("-")) || digitByDigit(groups));
};

const shapes: readonly (readonly [RegExp, string, Test])[] = [
  [idNumber, labels.id, whole],
  [bankCard, labels.card, asCard],
  [oldIdNumber, labels.id, aligned],
  [mobile, labels.mobile, asPhone],
];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const modulus = 11;

/** GB 11643: the eighteenth character follows from the seventeen before it. */
export function checksum(id: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return id.length === weights.length + 1 && "10X98765432"[sum % modulus] === id.at(-1);
}

export function numbersIn(plain: Run): readonly Found[] {
  const run: Edged = { ...plain, edges: edges(plain) };
  const found: Found[] = [];
  const taken = new Set<number>();
  for (const [shape, label, test] of shapes) {
    shape.lastIndex = 0;
    for (let match = shape.exec(run.digits); match; match = shape.exec(run.digits)) {
      const start = match.index;
      shape.lastIndex = start + 1;
      const end = longestEnd(run, start, match[0].length, label, test);
      if (end === undefined || taken.has(start) || taken.has(end - 1)) continue;
      for (let at = start; at < end; at += 1) taken.add(at);
      found.push({ label, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A card has 16 to 19 digits: the longest that fits counts. */
function longestEnd(run: Edged, start: number, length: number, label: string, test: Test): number | undefined {
  const shortest = label === labels.card ? 16 : length;
  for (let size = length; size >= shortest; size -= 1) if (test(run, start, start + size)) return start + size;
  return undefined;
}
