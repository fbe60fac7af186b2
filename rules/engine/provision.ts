/** A provision is one value of the law: dated by its edition, cited by its clause, quoted as printed. */

export interface Provision<T> {
  readonly value: T;
  /** Document and clause: `2023/2-1#1.4.1`. */
  readonly clause: string;
  /** Exact substring of the clause, blanks aside, with the print's own faults. */
  readonly quote: string;
  /** What the document leaves open about this value; ids of the list of ambiguities (A09). */
  readonly open?: readonly string[];
}

export type AnyProvision = Provision<unknown>;
/** An answer about policy without a source does not compile. */
export type Grounds = readonly [AnyProvision, ...AnyProvision[]];

/** The clause without its document: `2023/2-3#1.2` → `2-3#1.2`. */
export const clauseOf = ({ clause }: AnyProvision): string => clause.slice(clause.indexOf("/") + 1);

export const provision = <const T>(value: T, clause: string, quote: string, open?: readonly string[]): Provision<T> =>
  Object.freeze(open === undefined ? { value, clause, quote } : { value, clause, quote, open });

/** A period, inclusive at both ends; null where the document names no day. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

export type WindowStatus = "before" | "open" | "closed" | "notStated";

export function windowStatus(period: Period, today: string): WindowStatus {
  if (period.until !== null && today > period.until) return "closed";
  if (period.from !== null && today < period.from) return "before";
  return period.from === null && period.until === null ? "notStated" : "open";
}
