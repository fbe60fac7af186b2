/** A roster sent by an officer: guarded, read and checked apart; the answer names every row to be mended. */
import { inThread } from "../thread/run.ts";
import { type Refusal, refusals, refused } from "./guard.ts";
import type { Person, Problem } from "./people.ts";

interface Counts {
  readonly male: number;
  readonly female: number;
  readonly total: number;
}

export type Roster =
  | {
      readonly kind: "read";
      /** Lines without a problem. */
      readonly rows: readonly Person[];
      readonly problems: readonly Problem[];
      /** Of the lines without a problem. */
      readonly counts: Counts;
      /** Lines with a person on them, right or wrong. */
      readonly lines: number;
      /** The file with a column 「问题」. */
      readonly markedCopy: () => Promise<Buffer>;
    }
  | { readonly kind: "refused"; readonly because: Refusal; readonly say: string };

export type { Person, Problem } from "./people.ts";

const refusal = (because: Refusal): Roster => ({ kind: "refused", because, say: refusals[because] });

const counted = (rows: readonly Person[]): Counts => {
  const male = rows.filter(({ sex }) => sex === "男").length;
  return { male, female: rows.length - male, total: rows.length };
};

/** `today` judges ages and births; `milliseconds` is how long the parser may take; `unit` is the only one that may stand on it. */
export async function readRoster(file: Buffer, today: string, milliseconds?: number, unit?: string): Promise<Roster> {
  const because = await refused(file);
  if (because) return refusal(because);
  const order = { file: new Uint8Array(file), today, ...(unit !== undefined && { unit }) };
  const outcome = await inThread("checkRoster", order, milliseconds);
  if ("ended" in outcome) return refusal(outcome.ended === "tooMuch" ? "tooSlow" : "damaged");
  const { done: read } = outcome;
  if (read.kind === "refused") return refusal(read.because);
  return {
    ...read,
    counts: counted(read.rows),
    markedCopy: async () => {
      const marked = await inThread("markRoster", order);
      if ("ended" in marked) throw new Error("The roster that was read could not be marked.");
      return Buffer.from(marked.done);
    },
  };
}
