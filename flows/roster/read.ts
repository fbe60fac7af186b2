/** A roster sent by an officer: guarded, parsed apart, checked line by line; the answer names every row to be mended. */
import { type Grid, parsed } from "./grid.ts";
import { type Refusal, refusals, refused } from "./guard.ts";
import { type Header, header } from "./header.ts";
import { markedCopy } from "./marked.ts";
import { type People, type Person, type Problem, people } from "./people.ts";

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

interface Found {
  readonly grid: Grid;
  readonly top: Header;
}
const withHeader = (grid: Grid): readonly Found[] => {
  const top = header(grid);
  return top ? [{ grid, top }] : [];
};

/** A roster on a second sheet is not read silently nor left out silently. */
const others = (found: readonly Found[], { rows }: Grid): readonly Problem[] =>
  found.slice(1).map(({ grid }) => ({
    row: rows[0]?.number ?? 1,
    column: "工作表",
    problem: `另一张工作表“${grid.name}”也像名册，没有读；请合到一张表里`,
  }));

/** `today` judges ages and births; `milliseconds` is how long the parser may take. */
export async function readRoster(file: Buffer, today: string, milliseconds?: number): Promise<Roster> {
  const because = await refused(file);
  if (because) return refusal(because);
  const result = await parsed(file, milliseconds);
  if (result.kind === "refused") return refusal(result.because);
  const found = result.grids
    .flatMap(withHeader)
    .filter(({ grid, top }) => grid.rows.length > top.firstRow || result.grids.length === 1);
  const [first] = found;
  if (!first) return refusal("noHeader");
  const read: People = people(first.grid, first.top, today);
  const problems = [...others(found, first.grid), ...read.problems];
  return {
    kind: "read",
    rows: read.rows,
    problems,
    counts: counted(read.rows),
    lines: read.lines,
    markedCopy: () => markedCopy(first.grid, first.top, problems),
  };
}
