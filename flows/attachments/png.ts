/** A PNG with its picture and colours only: texts, times, places and films are left out chunk by chunk. */
import { crc32 } from "node:zlib";
import type { Checked } from "./checked.ts";
import { hidesAnother } from "./kind.ts";

const stay = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"]);
const signature = 8;
/** Length, type and checksum. */
const around = 12;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly end: number;
}

function chunkAt(file: Buffer, at: number): Chunk | undefined {
  if (at + around > file.length) return undefined;
  const length = file.readUInt32BE(at);
  const end = at + around + length;
  if (end > file.length || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined;
  return { type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, end - 4), end };
}

export function png(bytes: Uint8Array, mostPixels: number): Checked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const top = chunkAt(file, signature);
  if (top?.type !== "IHDR" || top.data.length !== 13) return { refused: "damaged" };
  const pixels = top.data.readUInt32BE(0) * top.data.readUInt32BE(4);
  if (pixels === 0) return { refused: "damaged" };
  if (pixels > mostPixels) return { refused: "tooManyPixels" };
  const kept = [file.subarray(0, signature)];
  let drawn = false;
  let at = signature;
  for (let last = false; !last; ) {
    const chunk = chunkAt(file, at);
    if (!chunk) return { refused: "damaged" };
    if (stay.has(chunk.type)) kept.push(file.subarray(at, chunk.end));
    drawn ||= chunk.type === "IDAT" && chunk.data.length > 0;
    at = chunk.end;
    last = chunk.type === "IEND";
  }
  if (!drawn) return { refused: "damaged" };
  return hidesAnother(file, at) ? { refused: "polyglot" } : { bytes: Buffer.concat(kept) };
}
