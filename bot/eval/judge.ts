/** Scores a reply against the expectations of the evaluation files: must, mustNot, cites, expected values. */
import { isDeepStrictEqual } from "node:util";

export interface Expectation {
  readonly must?: readonly (readonly string[])[] | undefined;
  readonly mustNot?: readonly string[] | undefined;
}

/** Full-width ASCII to half-width, all blanks away: the form in which expressions are written. */
export const scored = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\uFEFF]+/g, "");

/** An entry is a literal, or a regular expression between slashes. */
function occurs(entry: string, text: string): boolean {
  const isPattern = entry.length > 2 && entry.startsWith("/") && entry.endsWith("/");
  return isPattern ? new RegExp(entry.slice(1, -1)).test(text) : text.includes(scored(entry));
}

/** What is wrong with a reply; empty when it passes. */
export function faults({ must = [], mustNot = [] }: Expectation, reply: string): readonly string[] {
  const text = scored(reply);
  return [
    ...must
      .filter((group) => !group.some((entry) => occurs(entry, text)))
      .map((group) => `缺 ${group.slice(0, 3).join(" | ").slice(0, 100)}`),
    ...mustNot.filter((entry) => occurs(entry, text)).map((entry) => `不该有 ${entry}`),
  ];
}

const isWithin = (child: string, parent: string) =>
  child.startsWith(parent) && (child[parent.length] === "#" || child[parent.length] === ".");

/** Equal, more specific than the accepted clause, or a parent clause of it; a bare annex counts only where it is listed. */
export const citeAccepted = (given: string, accepted: string): boolean =>
  given === accepted || isWithin(given, accepted) || (given.includes("#") && isWithin(accepted, given));

export const valueFaults = (
  expect: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.entries(expect)
    .filter(([key, value]) => !isDeepStrictEqual(values[key], value))
    .map(([key, value]) => `${key} 应为 ${JSON.stringify(value)}，得到 ${JSON.stringify(values[key])}`);
