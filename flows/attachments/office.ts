/** A Word or Excel file that only holds its own text and figures: no macros, no objects, nothing fetched from elsewhere. */
import type { Checked } from "./checked.ts";
import type { Reason } from "./refusal.ts";
import { archive, type Entry } from "./zip.ts";

type Office = "docx" | "xlsx";
const mains: readonly (readonly [string, Office])[] = [
  ["word/document.xml", "docx"],
  ["xl/workbook.xml", "xlsx"],
];

const macros = /vbaProject|macrosheets|vbaData|customUI\//i;
const objects = /\/(embeddings|activeX|externalLinks|ctrlProps)\//i;

/** A link that a person has to follow is harmless; what the program fetches by itself is not. */
const fetches = (relations: string): boolean =>
  relations
    .split("<")
    .some(
      (tag) =>
        /^(\w+:)?Relationship\b/.test(tag) &&
        /TargetMode\s*=\s*["']External/i.test(tag) &&
        !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag),
    );

/** Fields that run a program or fetch a file when the document opens. */
const fields = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b/;

/** A document with this many bytes of links is made to keep us busy. */
const mostLinks = 1024 * 1024;

/** The texts between the tags, found by searching for plain words: an open tag that never ends costs nothing. */
function* typedFields(text: string): Generator<string> {
  for (let at = text.indexOf("<w:instrText"); at >= 0; at = text.indexOf("<w:instrText", at + 1)) {
    const end = text.indexOf(">", at);
    if (end < 0) return;
    const close = text.indexOf("<", end);
    yield text.slice(end + 1, close < 0 ? undefined : close);
    at = end;
  }
}

function* attributeFields(text: string): Generator<string> {
  const name = 'w:instr="';
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = text.indexOf('"', at + name.length);
    if (end < 0) return;
    yield text.slice(at + name.length, end);
    at = end;
  }
}

function wrong({ name, data }: Entry): Reason | undefined {
  if (macros.test(name)) return "macros";
  if (objects.test(name)) return "activeOffice";
  if (!/\.(xml|rels)$/i.test(name)) return undefined;
  if (/\.rels$/i.test(name) && data.length > mostLinks) return "swells";
  const text = data.toString("utf8");
  // Office writes UTF-8 without a document type; anything else is made to be read two ways.
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || text.includes("\0")) return "activeOffice";
  if (name === "[Content_Types].xml" && /macroEnabled|vbaProject/i.test(text)) return "macros";
  if (/\.rels$/i.test(name)) return fetches(text) ? "activeOffice" : undefined;
  const instructions = [...typedFields(text), ...attributeFields(text)].join("");
  return fields.test(instructions) || /<(\w+:)?ddeLink\b/.test(text) ? "activeOffice" : undefined;
}

export function office(bytes: Uint8Array): Checked & { readonly type?: Office } {
  const opened = archive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (opened.kind === "encrypted") return { refused: "oldOffice" };
  if (opened.kind !== "open") return { refused: opened.kind };
  const names = new Set(opened.entries.map(({ name }) => name));
  if (!names.has("[Content_Types].xml")) return { refused: "archive" };
  const found = mains.filter(([main]) => names.has(main));
  const [main] = found;
  if (!main) return { refused: "otherOffice" };
  if (found.length > 1 || names.size !== opened.entries.length) return { refused: "polyglot" };
  for (const entry of opened.entries) {
    const because = wrong(entry);
    if (because) return { refused: because };
  }
  return { bytes, type: main[1] };
}
