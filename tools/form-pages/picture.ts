/** Pictures in grey: read from poppler, stored as PNG with sixteen shades, a third of the size of 256. */
import { crc32, deflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row; 0 is black. */
  readonly pixels: Uint8Array;
}

/** A binary PGM as poppler writes it: `P5`, width, height, 255, then the pixels. */
export function grey(pgm: Buffer): Picture {
  const top = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString("latin1", 0, 64));
  if (!top) throw new Error("This is no grey picture of poppler's.");
  return { width: Number(top[1]), height: Number(top[2]), pixels: new Uint8Array(pgm.subarray(top[0].length)) };
}

const shades = 16;
const shade = (value: number): number => Math.round((value * (shades - 1)) / 255);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

export function png({ width, height, pixels }: Picture): Buffer {
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  pixels.forEach((value, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const place = row * stride + 1 + (column >> 1);
    rows[place] = (rows[place] ?? 0) | (shade(value) << (column % 2 === 0 ? 4 : 0));
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 4;
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
