/** How a calculator that others know by their own name and keys becomes one of our rules and its answers. */
import type { Answers } from "../engine/fact.ts";

export interface Translated {
  readonly rule: string;
  readonly answers: Answers;
}

/** Reads the other side's keys through zod; throws its error when they do not fit. */
export type Translation = (given: unknown) => Translated;

/** Leaves out what was not said, so that an absent key stays an open question. */
export const said = (answers: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined && value !== null));
