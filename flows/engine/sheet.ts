/** A layout with the answers put in: plain text with its origin, ready for any printer. */
import { type Answers, answerOf, isUnsure } from "../../rules/engine/fact.ts";
import { boxes, printed } from "../common/wording.ts";
import { type Field, type Form, fieldsOf } from "./form.ts";
import type { AnswerPiece, Cell, Line, Piece, SheetLayout, TickPiece } from "./layout.ts";

export interface Run {
  readonly text: string;
  /** `said` is the person's own; the rest stands on the empty sheet as well. */
  readonly origin: "printed" | "said" | "box" | "ticked";
}

export interface FilledLine {
  readonly runs: readonly Run[];
  readonly align?: Line["align"];
  readonly foot?: Line["foot"];
}

export interface FilledCell extends Omit<Cell, "lines"> {
  readonly lines: readonly FilledLine[];
}

export interface FilledSheet extends Pick<SheetLayout, "annex" | "title" | "columns"> {
  readonly above: readonly FilledLine[];
  readonly rows: readonly { readonly height: number; readonly cells: readonly FilledCell[] }[];
  readonly below: readonly FilledLine[];
  readonly notes: readonly string[];
}

type Lookup = (id: string) => { readonly field: Field; readonly value: unknown } | undefined;

/** The valid answers of a form by field; 「不清楚」 and what the schema refuses count as absent. */
export function lookup(form: Form, answers: Answers): Lookup {
  const fields = new Map(fieldsOf(form).map((field) => [field.fact.id, field]));
  return (id) => {
    const field = fields.get(id);
    if (!field) return undefined;
    const value = answerOf(field.fact, answers);
    return value === undefined || isUnsure(value) ? undefined : { field, value };
  };
}

const answerRuns = (piece: AnswerPiece, known: Lookup): readonly Run[] => {
  const said = known(piece.field);
  return said
    ? [{ text: printed(said.field.input, said.value), origin: "said" }]
    : [{ text: piece.blank, origin: "printed" }];
};

const isTicked = (piece: TickPiece, known: Lookup): boolean => {
  const value = known(piece.field)?.value;
  return Array.isArray(value) ? value.includes(piece.option) : value === piece.option;
};

const tickRuns = (piece: TickPiece, known: Lookup): readonly Run[] => {
  const box: Run = isTicked(piece, known)
    ? { text: boxes.ticked, origin: "ticked" }
    : { text: boxes.empty, origin: "box" };
  const text: Run = { text: piece.text, origin: "printed" };
  return piece.box === "before" ? [box, text] : [text, box];
};

const runsOf = (piece: Piece, known: Lookup): readonly Run[] => {
  if (typeof piece === "string") return [{ text: piece, origin: "printed" }];
  return piece.kind === "answer" ? answerRuns(piece, known) : tickRuns(piece, known);
};

/** What was said over several lines stays on several lines. */
function broken(filled: FilledLine): readonly FilledLine[] {
  const lines: Run[][] = [[]];
  for (const run of filled.runs) {
    run.text.split("\n").forEach((text, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map((runs) => ({ ...filled, runs }));
}

export const filledLines = (lines: readonly Line[], known: Lookup): readonly FilledLine[] =>
  lines.flatMap(({ pieces, ...placed }) =>
    broken({ runs: pieces.flatMap((piece) => runsOf(piece, known)), ...placed }),
  );

export function filledSheet(form: Form, answers: Answers): FilledSheet {
  const { layout } = form;
  if (layout.kind !== "sheet") throw new Error(`Form ${form.id} is printed as a roster, not as a sheet.`);
  const known = lookup(form, answers);
  return {
    ...(layout.annex !== undefined && { annex: layout.annex }),
    title: layout.title,
    columns: layout.columns,
    above: filledLines(layout.above ?? [], known),
    rows: layout.rows.map(({ height, cells }) => ({
      height,
      cells: cells.map(({ lines, ...shape }) => ({ ...shape, lines: filledLines(lines, known) })),
    })),
    below: filledLines(layout.below ?? [], known),
    notes: layout.notes ?? [],
  };
}
