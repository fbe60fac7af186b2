/** Real pictures and papers, and the same with something added that should not be there. */
import { crc32, deflateSync } from "node:zlib";
import jpegJs from "jpeg-js";
import JSZip from "jszip";
import { PNG } from "pngjs";

const pixels = (width: number, height: number): Buffer =>
  Buffer.from(Array.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 7) % 251)));

export const picture = (width = 40, height = 30): Buffer =>
  jpegJs.encode({ data: pixels(width, height), width, height }, 80).data;

export const drawing = (width = 40, height = 30): Buffer => {
  const image = new PNG({ width, height });
  pixels(width, height).copy(image.data);
  return PNG.sync.write(image);
};

export const segment = (marker: number, data: Buffer): Buffer => {
  const top = Buffer.from([0xff, marker, 0, 0]);
  top.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([top, data]);
};

/** Put right after the start of a JPEG, where cameras write. */
export const withSegments = (jpeg: Buffer, ...added: readonly Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...added, jpeg.subarray(2)]);

export const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** Put before the end of a PNG. */
export const withChunks = (png: Buffer, ...added: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, -12), ...added, png.subarray(-12)]);

/** An Exif block as phones write it: the turn, the camera, the place and the time, in either byte order. */
export function exif(turn: number, little = true): Buffer {
  const tiff = Buffer.alloc(160);
  const short = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
    if (type === 3) short(value, at + 8);
    else long(value, at + 8);
  };
  tiff.write(little ? "II" : "MM", 0, "latin1");
  short(42, 2);
  long(8, 4);
  short(3, 8);
  entry(10, 0x010f, 2, 14, 60);
  entry(22, 0x0112, 3, 1, turn);
  entry(34, 0x8825, 4, 1, 80);
  tiff.write("SECRET-CAMERA\0", 60, "latin1");
  short(1, 80);
  entry(82, 0x0002, 5, 3, 100);
  tiff.write("SECRET-PLACE 31.1512N 121.1240E", 100, "latin1");
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
}

export interface PdfParts {
  readonly objects?: readonly string[];
  readonly trailer?: string;
  /** Objects packed into a stream, as newer programs write them. */
  readonly packed?: string;
  readonly packedAs?: string;
}

/** A paper of one empty page with objects added. */
export function paper({ objects = [], trailer = "", packed, packedAs }: PdfParts = {}): Buffer {
  const made: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const base = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
  ];
  for (const [at, text] of [...base, ...objects].entries())
    made.push(Buffer.from(`${at + 1} 0 obj\n${text}\nendobj\n`, "latin1"));
  if (packed !== undefined) {
    const inside = `20 0 ${packed}`;
    const data = deflateSync(Buffer.from(inside, "latin1"));
    const dictionary = packedAs ?? `/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${data.length}`;
    made.push(Buffer.from(`19 0 obj\n<< ${dictionary} >>\nstream\n`, "latin1"), data);
    made.push(Buffer.from("\nendstream\nendobj\n"));
  }
  made.push(Buffer.from(`trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`, "latin1"));
  return Buffer.concat(made);
}

export const zipped = (entries: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> => {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(entries)) archive.file(name, content, { createFolders: false });
  return archive.generateAsync({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 9 } });
};

/** A real Office file with parts added or replaced. */
export async function reworked(office: Buffer, parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const archive = await JSZip.loadAsync(office);
  for (const [name, content] of Object.entries(parts)) archive.file(name, content, { createFolders: false });
  return archive.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
