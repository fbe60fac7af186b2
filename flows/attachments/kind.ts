/** What a file is, told by its first bytes; its name proves nothing. */
import type { Reason } from "./refusal.ts";

export type Kind = "jpeg" | "png" | "pdf" | "zip";

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);

const taken: Readonly<Record<Kind, readonly string[]>> = {
  jpeg: ["\xff\xd8\xff"],
  png: ["\x89PNG\r\n\x1a\n"],
  pdf: ["%PDF-"],
  zip: ["PK\x03\x04", "PK\x05\x06"],
};

const refused: readonly (readonly [Reason, readonly string[]])[] = [
  ["oldOffice", ["\xd0\xcf\x11\xe0"]],
  ["otherPicture", ["GIF8", "BM", "II*\0", "MM\0*", "\0\0\x01\0", "8BPS", "\xff\x0a"]],
  ["program", ["MZ", "\x7fELF", "\xca\xfe\xba\xbe", "\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe", "dex\n", "#!", "\0asm"]],
  ["archive", ["Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd7zXZ", "PK"]],
  ["media", ["ID3", "OggS", "\x1aE\xdf\xa3", "#!AMR", "fLaC", "FLV", "\xff\xf1", "\xff\xfb", "\xff\xf3"]],
  ["otherOffice", ["{\\rtf", "%!"]],
];

/** Files in boxes name their kind after the length of the first one. */
const boxed: readonly (readonly [Reason, RegExp])[] = [
  ["heic", /^....ftyp(hei|hev|mif1|msf1)/s],
  ["otherPicture", /^(....ftypavi|RIFF....WEBP)/s],
  ["media", /^(....ftyp|RIFF|#!(AMR|SILK))/s],
];

/** Enough for any signature, and for a page that hides behind blanks. */
const head = 1024;

/** A page or a drawing in any of the usual encodings: the first thing that is no blank is a tag. */
const isMarkup = (text: string): boolean => /^<[!?a-z]/i.test(text.replace(/[^\x20-\x7e]|\s/g, ""));

const begins = (text: string, signatures: readonly string[]): boolean =>
  signatures.some((signature) => text.startsWith(signature));

const isKind = (word: string): word is Kind => word in taken;

export function kindOf(bytes: Uint8Array): Kind | { readonly refused: Reason } {
  const text = latin(bytes, 0, head);
  const kind = Object.keys(taken)
    .filter(isKind)
    .find((word) => begins(text, taken[word]));
  if (kind) return kind;
  const because =
    boxed.find(([, signature]) => signature.test(text)) ?? refused.find(([, signatures]) => begins(text, signatures));
  return { refused: because?.[0] ?? (isMarkup(text) ? "markup" : "unknown") };
}

const programs = ["PK", "%PDF", "MZ", "\x7fELF", "Rar!", "7z\xbc\xaf", "#!"];
const anotherInside = /%PDF-\d|<(html|script|svg|\?php)/i;
/** The end record of an archive, which is looked for from the end of a file. */
const archiveEnd = "PK\x05\x06\0\0\0\0";

/** Whether a picture or a paper, which ends at a place, can also be read as something else. */
export function hidesAnother(bytes: Uint8Array, end: number, inside = anotherInside): boolean {
  const after = latin(bytes, end, end + head).trimStart();
  const tail = latin(bytes, Math.max(0, bytes.length - 65_600), bytes.length);
  return (
    begins(after, programs) ||
    /^<[!?a-z]/i.test(after) ||
    inside.test(latin(bytes, 0, head)) ||
    tail.includes(archiveEnd)
  );
}
