/** Rosters saved as text: comma or tab between the columns, UTF-8 or the GBK that Chinese Excel writes. */
import { type Grid, type GridCell, type GridRow, most } from "./grid.ts";

const encodings = ["utf-8", "gb18030"] as const;

function decoded(file: Uint8Array): string | undefined {
  const wide = file[0] === 0xff && file[1] === 0xfe;
  for (const encoding of wide ? (["utf-16le"] as const) : encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // Not this encoding.
    }
  }
  return undefined;
}

/** What programs put round a long number so that Excel leaves it alone. */
const unwrapped = (text: string): string => text.replace(/^="(.*)"$/s, "$1").trim();

function cellsOf(line: string, separator: string): readonly (GridCell | undefined)[] {
  const parts = line.split(separator);
  const cells: string[] = [];
  let open: string | undefined;
  for (const part of parts) {
    const whole = open === undefined ? part : `${open}${separator}${part}`;
    const isOpen = whole.trimStart().startsWith('"') && (whole.match(/"/g)?.length ?? 0) % 2 === 1;
    open = isOpen ? whole : undefined;
    if (!isOpen) cells.push(whole);
  }
  if (open !== undefined) cells.push(open);
  return cells.slice(0, most.columns).map((cell) => {
    const text = unwrapped(
      cell
        .trim()
        .replace(/^"(.*)"$/s, "$1")
        .replaceAll('""', '"'),
    ).slice(0, most.characters);
    return text === "" ? undefined : { text };
  });
}

/** Undefined for what is no text, or names nobody. A cell never runs over a line: a roster has no such cells. */
export function csvGrid(file: Uint8Array): Grid | "tooManyRows" | undefined {
  const text = decoded(file);
  if (text === undefined || text.includes("\0")) return undefined;
  const lines = text.split(/\r\n?|\n/);
  const heading = lines.find((line) => /姓\s*名/.test(line));
  const separator = heading && ["\t", ",", ";", "，"].find((mark) => heading.includes(mark));
  if (!separator) return undefined;
  if (lines.length > most.rows) return "tooManyRows";
  const rows = lines
    .map((line, at): GridRow => ({ number: at + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  return { name: "名册", rows };
}
