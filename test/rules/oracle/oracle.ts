/** What an oracle is: it draws an input and says, from tables of the document alone, what must come out. */
import type { Payer, Verdict } from "../../../rules/engine/rule.ts";
import type { Random } from "./random.ts";

export interface Expected {
  readonly verdict?: Verdict;
  readonly yuan?: Readonly<Partial<Record<Payer, unknown>>>;
  readonly values?: Readonly<Record<string, unknown>>;
  /** Values that the document leaves open: they must not be given. */
  readonly open?: readonly string[];
  /** Payers of whom no sum may be given. */
  readonly unpaid?: readonly Payer[];
}

export interface Drawn {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
}

export interface Oracle {
  readonly rule: string;
  readonly about: string;
  readonly draw: (random: Random) => Drawn;
}
