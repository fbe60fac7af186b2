/** Every figure of a Chinese text in one spelling, so that a reply can be held against the clauses it rests on. */
import { documentYear, type Found, scan } from "./scan.ts";

/** The figures of a text that need an origin, each once, in one spelling: 1.08万元 and 10800元 are both 10800元. */
export function figuresOf(text: string): string[] {
  const figures = new Set<string>();
  for (const { figure, exempt } of scan(text)) if (!exempt) figures.add(figure);
  return [...figures];
}

/** The figures of the text that stand in none of the sources. */
export function unsupported(text: string, sources: readonly string[]): string[] {
  let open = scan(text).filter(({ exempt }) => !exempt);
  for (const source of sources) {
    if (open.length === 0) break;
    const lent = lentBy(source);
    open = open.filter((found) => !supports(lent, found));
  }
  return [...new Set(open.map(({ figure }) => figure))];
}

/** What a source lends to replies. */
interface Lent {
  /** Kinds by value. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** How many items its lists have. */
  readonly lengths: ReadonlySet<string>;
}

const remembered = new Map<string, Lent>();
/** Whole clauses are worth remembering, the words of a person are not; and only so many. */
const worthRemembering = { length: 60, entries: 1000 };

function lentBy(source: string): Lent {
  const known = remembered.get(source);
  if (known) return known;
  const all = scan(source);
  const kinds = new Map<string, string[]>();
  for (const { value, kind, list } of all) {
    if (list === undefined) kinds.set(value, [...(kinds.get(value) ?? []), kind]);
  }
  const lent = { kinds, lengths: listLengths(all) };
  if (source.length < worthRemembering.length) return lent;
  if (remembered.size >= worthRemembering.entries) remembered.clear();
  remembered.set(source, lent);
  return lent;
}

/** A list that runs 1, 2, 3, 4 says that there are four. */
function listLengths(all: readonly Found[]): Set<string> {
  const lengths = new Set<string>();
  const last = new Map<string, number>();
  for (const { value, list } of all) {
    if (list === undefined) continue;
    const before = last.get(list) ?? 0;
    if (Number(value) === 1 && before > 0) lengths.add(String(before));
    if (Number(value) === 1 || (before > 0 && Number(value) === before + 1)) last.set(list, Number(value));
  }
  for (const length of last.values()) lengths.add(String(length));
  return lengths;
}

function supports({ kinds, lengths }: Lent, { value, kind }: Found): boolean {
  const lent = kinds.get(value);
  if (kind === "year") return lent !== undefined;
  if (kind === "day" || kind === "month") return lent !== undefined || supportsOfYear(kinds, value, kind);
  if (lent?.some((other) => compatible(kind, other))) return true;
  return kind === "count" && lengths.has(value);
}

/** A day or month without a year in the source is one of the document's year. */
function supportsOfYear(kinds: Lent["kinds"], value: string, kind: string): boolean {
  if (!value.startsWith(`${documentYear}-`)) return false;
  return kinds.get(value.slice(documentYear.length + 1))?.includes(kind) === true;
}

function compatible(one: string, other: string): boolean {
  if (one === other || one === "" || other === "") return true;
  return (one === "count" && other === "人") || (one === "人" && other === "count");
}
