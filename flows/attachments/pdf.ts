/** A PDF that only shows pages: no password, no script, nothing that starts a program. The file is not changed. */
import { constants, inflateSync } from "node:zlib";
import type { Checked } from "./checked.ts";
import { hidesAnother } from "./kind.ts";

/** A name as it stands in the file, where any letter may be written as a hexadecimal escape: `/J#61vaScript`. */
const named = (...words: readonly string[]): RegExp => {
  const letter = (character: string): string => {
    const code = character.charCodeAt(0).toString(16);
    return `(?:${character}|#${code}|#${code.toUpperCase()})`;
  };
  return new RegExp(`/(?:${words.map((word) => [...word].map(letter).join("")).join("|")})(?![A-Za-z0-9#])`);
};

const scripts = ["JavaScript", "Launch", "SubmitForm", "ImportData"];
const media = ["RichMedia", "Rendition", "Movie", "Sound", "GoToE"];
const active = named(...scripts, ...media);
/** The name is short enough to turn up by chance in a scan; what follows it is not. */
const dynamicForm = /\/XFA[\s[(]/;
const encrypted = named("Encrypt");
const objectStream = new RegExp(named("ObjStm"), "g");
const oddly = named(
  "ASCIIHexDecode",
  "AHx",
  "ASCII85Decode",
  "A85",
  "LZWDecode",
  "LZW",
  "RunLengthDecode",
  "Predictor",
);
const most = { streams: 50_000, inflatedBytes: 20 * 1024 * 1024 } as const;

/** Zlib's first byte for every common window, with a second that makes the pair a multiple of 31. */
const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;

const inflated = (data: Buffer, maxOutputLength: number): string | undefined => {
  try {
    return inflateSync(data, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return undefined;
  }
};

/** So few bytes tell how a stream begins, and cannot swell beyond this. */
const peek = { packed: 64, inflated: 80_000 } as const;

/** Objects packed together begin with their numbers and places; told by content, as a dictionary may be dressed up. */
const beginsAsObjects = (text: string): boolean => /^\s*\d+\s+\d+\s/.test(text);

/** What objects packed into streams hold; undefined when they cannot be read or are too many. */
function packedObjects(file: Buffer, text: string): string | undefined {
  const found: string[] = [];
  let left: number = most.inflatedBytes;
  let streams = 0;
  const opening = /\bstream\r?\n/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    streams += 1;
    if (streams > most.streams) return undefined;
    const end = text.indexOf("endstream", opening.lastIndex);
    const data = file.subarray(opening.lastIndex, end < 0 ? file.length : end);
    if (isDeflated(data) && beginsAsObjects(inflated(data.subarray(0, peek.packed), peek.inflated) ?? "")) {
      const inside = inflated(data, left);
      if (inside === undefined || inside.length >= left) return undefined;
      left -= inside.length;
      found.push(inside);
    }
    if (end < 0) break;
    opening.lastIndex = end;
  }
  return found.join("\n");
}

/** Objects packed in any other way than everyday programs do cannot be looked into. */
function packedOddly(text: string): boolean {
  let left: number = most.streams;
  for (const { index } of text.matchAll(objectStream)) {
    left -= 1;
    if (left < 0 || oddly.test(text.slice(Math.max(0, index - 300), index + 300))) return true;
  }
  return false;
}

const papersOnly = /<(html|script|svg|\?php)/i;

export function pdf(bytes: Uint8Array): Checked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (end < 0 || !text.includes("startxref")) return { refused: "damaged" };
  if (hidesAnother(file, end + 5, papersOnly)) return { refused: "polyglot" };
  if (encrypted.test(text)) return { refused: "encryptedPdf" };
  const packed = packedOddly(text) ? undefined : packedObjects(file, text);
  const harmless = packed !== undefined && ![text, packed].some((part) => active.test(part) || dynamicForm.test(part));
  return harmless ? { bytes } : { refused: "activePdf" };
}
