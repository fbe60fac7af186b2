/** Cuts the lines of the source into clauses along the outline. */
import { isPageNumber, mendProse, mendSheet, type SourceLine } from "./mend.ts";
import type { Clause, OutlineEntry } from "./records.ts";

/** Every line of the source goes to the innermost clause it stands in; `own` has its pieces in reading order. */
export function cut(source: string, outline: readonly OutlineEntry[]): Clause[] {
  const own = new Map<string, SourceLine[]>(outline.map(({ id }) => [id, []]));
  const tree = treeOf(outline);
  for (const [at, text] of source.split("\n").entries()) {
    if (text.trim() === "" || isPageNumber(text)) continue;
    for (const piece of piecesOf(at + 1, text, outline, tree)) own.get(piece.id)?.push(piece.line);
  }
  return outline.map((entry) => clauseOf(entry, own.get(entry.id) ?? [], outline, tree));
}

/** The parent of each clause that lies within the lines of another; sections do not lie within the bare annex number. */
export function treeOf(outline: readonly OutlineEntry[]): ReadonlyMap<string, OutlineEntry> {
  const byId = new Map(outline.map((entry) => [entry.id, entry]));
  const parents = new Map<string, OutlineEntry>();
  for (const entry of outline) {
    const parent = byId.get(above(entry.id) ?? "");
    if (parent && within(entry, parent)) parents.set(entry.id, parent);
  }
  return parents;
}

/** `2-1#1.4` is above `2-1#1.4.2`, `2-1` above `2-1#1` and `2-1-1`. */
export function above(id: string): string | undefined {
  if (id.includes("#")) return id.replace(/[.#]\d+$/, "");
  return /^2-\d+-\d+$/.test(id) ? id.replace(/-\d+$/, "") : undefined;
}

function within(entry: OutlineEntry, parent: OutlineEntry): boolean {
  return entry.lines.every(([from, to]) => parent.lines.some(([first, last]) => first <= from && to <= last));
}

function piecesOf(
  number: number,
  text: string,
  outline: readonly OutlineEntry[],
  tree: ReadonlyMap<string, OutlineEntry>,
) {
  const covering = outline.filter(({ lines }) => lines.some(([from, to]) => from <= number && number <= to));
  const innermost = covering.filter(({ id }) => !covering.some((other) => tree.get(other.id)?.id === id));
  if (innermost.length === 0) throw new Error(`Line ${number} of the source belongs to no clause: ${text}`);
  const piece = (id: string, from: number, until?: number) => ({
    id,
    line: { number, text: text.slice(from, until), whole: text },
  });
  const starts = innermost
    .map((entry) => ({ entry, from: startIn(text, number, entry) }))
    .sort((a, b) => a.from - b.from);
  const pieces = starts.map(({ entry, from }, at) => piece(entry.id, from, starts[at + 1]?.from));
  const first = starts[0];
  const parent = first && first.from > 0 ? tree.get(first.entry.id) : undefined;
  if (first && parent) pieces.unshift(piece(parent.id, 0, first.from));
  if (pieces.some(({ line }) => line.text === "")) throw new Error(`Line ${number} is claimed twice: ${text}`);
  return pieces;
}

function startIn(text: string, number: number, { id, lines, begins }: OutlineEntry): number {
  if (begins === undefined || lines[0]?.[0] !== number) return 0;
  const at = text.indexOf(begins);
  if (at < 0) throw new Error(`${id} should begin with “${begins}” on line ${number}`);
  return at;
}

function clauseOf(
  { id, origin, title, lines, paragraphs, damaged }: OutlineEntry,
  own: readonly SourceLine[],
  outline: readonly OutlineEntry[],
  tree: ReadonlyMap<string, OutlineEntry>,
): Clause {
  const parent = tree.get(id)?.id;
  const lostHeading = /小标题(?:缺失|残缺)/.test(damaged ?? "");
  const text = origin === "T" ? mendSheet(own) : mendProse(own, lostHeading, paragraphs);
  const path = pathOf(id, outline);
  return { id, origin, title, path, ...(parent && { parent }), lines, text, ...(damaged && { damaged }) };
}

function pathOf(id: string, outline: readonly OutlineEntry[]): string[] {
  const up = above(id);
  if (up === undefined) return [];
  const title = outline.find((entry) => entry.id === up)?.title;
  return title === undefined ? pathOf(up, outline) : [...pathOf(up, outline), title];
}
