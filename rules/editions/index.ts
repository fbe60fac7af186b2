/** Which edition holds on which day. Next year is one new folder and one line here. */
import { NotCovered } from "../engine/rule.ts";
import { edition2023 } from "./2023/index.ts";

export type Edition = typeof edition2023;

interface Entry {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  readonly provisions: Edition;
}

const editions: readonly [Entry, ...Entry[]] = [
  { year: "2023", from: "2023-01-01", until: "2023-12-31", provisions: edition2023 },
];

/**
 * The provisions of a project for the day of the event; the newest edition when no day was said.
 * Throws NotCovered for a day that no document covers.
 */
export function law<P extends keyof Edition>(project: P, day?: string): Edition[P] {
  const newest = editions[editions.length - 1] ?? editions[0];
  const entry = day === undefined ? newest : editions.find(({ from, until }) => day >= from && day <= until);
  if (!entry) throw new NotCovered(day ?? "", editions.map(({ from, until }) => `${from}..${until}`).join(", "));
  return entry.provisions[project];
}

/** As `law`, but a day before the first document is judged by the first: it then lies outside a period, which is an answer. */
export function lawOn<P extends keyof Edition>(project: P, day?: string): Edition[P] {
  return day !== undefined && day < editions[0].from ? editions[0].provisions[project] : law(project, day);
}
