/** A roster read, checked and marked, all in one thread; what goes back is plain. */
import type { Grid } from "./grid.ts";
import { type Refusal, refusals } from "./guard.ts";
import { type Header, header } from "./header.ts";
import { markedCopy } from "./marked.ts";
import { otherUnits } from "./other-units.ts";
import { parse } from "./parse.ts";
import { type People, type Problem, people } from "./people.ts";

interface Order {
  readonly file: Uint8Array;
  /** Judges ages and births. */
  readonly today: string;
  /** The only unit whose people may stand on it. */
  readonly unit?: string;
}

type Checked = ({ readonly kind: "read" } & People) | { readonly kind: "refused"; readonly because: Refusal };

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

async function read({
  file,
  today,
  unit,
}: Order): Promise<(Found & { readonly people: People }) | { readonly because: Refusal }> {
  const parsed = await parse(file);
  if (parsed.kind === "refused") return parsed;
  const found = parsed.grids
    .flatMap(withHeader)
    .filter(({ grid, top }) => grid.rows.length > top.firstRow || parsed.grids.length === 1);
  const [first] = found;
  if (!first) return { because: "noHeader" };
  const all = people(first.grid, first.top, today);
  const foreign = unit === undefined ? [] : otherUnits(all.rows, unit);
  return { ...first, people: { ...all, problems: [...others(found, first.grid), ...all.problems, ...foreign] } };
}

export async function checkRoster(order: Order): Promise<Checked> {
  const found = await read(order);
  return "because" in found ? { kind: "refused", because: found.because } : { kind: "read", ...found.people };
}

/** The file with a column 「问题」; read again, so that nobody has to keep ten thousand lines in between. */
export async function markRoster(order: Order): Promise<Uint8Array> {
  const found = await read(order);
  if ("because" in found) throw new Error(refusals[found.because]);
  return markedCopy(found.grid, found.top, found.people.problems);
}
