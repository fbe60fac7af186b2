/** A JPEG without what it says about place, time and camera: segments are left out, the picture itself is not touched. */
import type { Checked } from "./checked.ts";
import { markers, type Segment, segments } from "./jpeg-segments.ts";
import { hidesAnother } from "./kind.ts";

const begins = (data: Buffer, word: string): boolean => data.toString("latin1", 0, word.length) === word;

/** Tables, frames and scans are the picture; of the rest only what changes how it is drawn stays. */
function stays({ marker, data }: Segment): boolean {
  if (marker === markers.app0) return begins(data, "JFIF\0");
  if (marker === markers.app2) return begins(data, "ICC_PROFILE\0");
  if (marker === markers.app14) return begins(data, "Adobe");
  return marker < markers.app0;
}

const isFrame = ({ marker, data }: Segment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && data.length >= 6;

const pixelsOf = (list: readonly Segment[]): number =>
  list.filter(isFrame).reduce((most, { data }) => Math.max(most, data.readUInt16BE(1) * data.readUInt16BE(3)), 0);

/** How the camera was held, 1–8; the one thing in the Exif block without which a photo lies on its side. */
function turnOf({ marker, data }: Segment): number | undefined {
  if (marker !== markers.app1 || !begins(data, "Exif\0\0") || data.length < 14) return undefined;
  const tiff = data.subarray(6);
  const little = begins(tiff, "II");
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Array.from({ length: Math.min(short(start), 200) }, (_, at) => start + 2 + at * 12);
  const found = entries.find((at) => short(at) === 0x0112);
  const turn = found === undefined ? 0 : short(found + 8);
  return turn >= 1 && turn <= 8 ? turn : undefined;
}

/** An Exif block of one entry: the turn. */
const exifOf = (turn: number): Buffer =>
  Buffer.from(
    `ffe100224578696600004d4d002a0000000800010112000300000001${turn.toString(16).padStart(4, "0")}000000000000`,
    "hex",
  );

export function jpeg(bytes: Uint8Array, mostPixels: number): Checked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = segments(file);
  if (!found?.list.some(({ marker }) => marker === markers.sos)) return { refused: "damaged" };
  const pixels = pixelsOf(found.list);
  if (pixels === 0) return { refused: "damaged" };
  if (pixels > mostPixels) return { refused: "tooManyPixels" };
  // Phones append a second picture or a film, which is cut off; anything else has no business there.
  if (hidesAnother(file, found.end)) return { refused: "polyglot" };
  const turn = found.list.map(turnOf).find((given) => given !== undefined) ?? 1;
  const exif = turn === 1 ? [] : [exifOf(turn)];
  const kept = found.list.filter(stays).map(({ whole }) => whole);
  return { bytes: Buffer.concat([file.subarray(0, 2), ...exif, ...kept, file.subarray(found.end - 2, found.end)]) };
}
