/** One description of a printed sheet feeds the document, the preview and the checks: rows of cells, labels, boxes, seals. */
import type { AnyFact } from "../../rules/engine/fact.ts";

/** Where an answer is printed. `blank` is what the empty sheet shows there. */
export interface AnswerPiece {
  readonly kind: "answer";
  readonly field: string;
  readonly blank: string;
}

/** One printed option with its box. */
export interface TickPiece {
  readonly kind: "tick";
  readonly field: string;
  /** Value of the option in the fact. */
  readonly option: string;
  /** The option as the sheet prints it. */
  readonly text: string;
  readonly box: "before" | "after";
}

export type Piece = string | AnswerPiece | TickPiece;

export interface Line {
  readonly pieces: readonly Piece[];
  readonly align?: "left" | "center" | "right";
  /** Stands at the foot of its cell, however high the row is. */
  readonly foot?: true;
}

export interface Cell {
  readonly lines: readonly Line[];
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: "left" | "center";
  readonly vertical?: "top" | "center" | "bottom";
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Least height in millimetres. */
  readonly height: number;
}

export interface SheetLayout {
  readonly kind: "sheet";
  readonly annex?: string;
  readonly title: readonly string[];
  readonly above?: readonly Line[];
  /** Widths of the columns, in parts of the whole. */
  readonly columns: readonly number[];
  readonly rows: readonly Row[];
  readonly below?: readonly Line[];
  /** Printed under the sheet, verbatim. */
  readonly notes?: readonly string[];
}

export interface RosterColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  /** Titles of the second header row, when the first spans them. */
  readonly under?: readonly string[];
}

export interface RosterLayout {
  readonly kind: "roster";
  readonly annex?: string;
  readonly title: readonly string[];
  readonly field: string;
  readonly columns: readonly RosterColumn[];
  /** Lines printed even when fewer people are named. */
  readonly preprinted: number;
  /** What the text demands and the table has no column for; printed under the notes. */
  readonly below?: readonly Line[];
  readonly notes?: readonly string[];
}

export type Layout = SheetLayout | RosterLayout;

/** Between two halves of a line that stand at its two ends. */
export const apart = "\t";

export const line = (...pieces: readonly Piece[]): Line => ({ pieces });
/** The last line of a cell, at its lower right edge: the day beside a stamp. */
export const foot = (...pieces: readonly Piece[]): Line => ({ pieces, align: "right", foot: true });

export const answer = (fact: AnyFact, blank = ""): AnswerPiece => ({ kind: "answer", field: fact.id, blank });

/** The option of a fact as it is printed; `text` where the print differs from the value. */
export const tick = (fact: AnyFact, option: string, box: "before" | "after" = "before", text = option): TickPiece => ({
  kind: "tick",
  field: fact.id,
  option,
  text,
  box,
});

type Shape = Omit<Cell, "lines">;
/** A printed label; a line break is the print's own. */
export const label = (text: string, shape: Shape = {}): Cell => ({
  lines: text.split("\n").map((part) => line(part)),
  align: "center",
  ...shape,
});

export const value = (fact: AnyFact, shape: Shape = {}): Cell => ({ lines: [line(answer(fact))], ...shape });
export const cell = (lines: readonly Line[], shape: Shape = {}): Cell => ({ lines, ...shape });
export const row = (height: number, ...cells: readonly Cell[]): Row => ({ cells, height });
