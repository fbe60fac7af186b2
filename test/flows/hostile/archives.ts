/** Archives written byte by byte, so that they can say what is not so. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly data: Buffer;
  /** Sizes that the directory claims in place of the true ones. */
  readonly claims?: { readonly packed?: number; readonly size?: number };
  /** Stands where an earlier part stands: overlapping entries. */
  readonly at?: number;
  readonly encrypted?: true;
}

const local = ({ name, data, encrypted }: Part, packed: Buffer): Buffer => {
  const top = Buffer.alloc(30);
  top.writeUInt32LE(0x04034b50, 0);
  top.writeUInt16LE(20, 4);
  top.writeUInt16LE(encrypted ? 1 : 0, 6);
  top.writeUInt16LE(8, 8);
  top.writeUInt32LE(crc32(data), 14);
  top.writeUInt32LE(packed.length, 18);
  top.writeUInt32LE(data.length, 22);
  top.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([top, Buffer.from(name), packed]);
};

const central = ({ name, data, claims, encrypted }: Part, packed: number, at: number): Buffer => {
  const top = Buffer.alloc(46);
  top.writeUInt32LE(0x02014b50, 0);
  top.writeUInt16LE(20, 6);
  top.writeUInt16LE(encrypted ? 1 : 0, 8);
  top.writeUInt16LE(8, 10);
  top.writeUInt32LE(crc32(data), 16);
  top.writeUInt32LE(claims?.packed ?? packed, 20);
  top.writeUInt32LE(claims?.size ?? data.length, 24);
  top.writeUInt16LE(Buffer.byteLength(name), 28);
  top.writeUInt32LE(at, 42);
  return Buffer.concat([top, Buffer.from(name)]);
};

const alreadyPacked = new WeakMap<Buffer, Buffer>();
function pack(data: Buffer): Buffer {
  const packed = alreadyPacked.get(data) ?? deflateRawSync(data, { level: 9 });
  alreadyPacked.set(data, packed);
  return packed;
}

export function archiveOf(parts: readonly Part[], claimedCount = parts.length): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let length = 0;
  for (const part of parts) {
    const packed = pack(part.data);
    directory.push(central(part, packed.length, part.at ?? length));
    if (part.at !== undefined) continue;
    const body = local(part, packed);
    bodies.push(body);
    length += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claimedCount & 0xffff, 8);
  end.writeUInt16LE(claimedCount & 0xffff, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(length, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const text = (name: string, data: string): Part => ({ name, data: Buffer.from(data) });

/** The parts without which no workbook opens. */
export const skeleton: readonly Part[] = [
  text(
    "[Content_Types].xml",
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  ),
  text(
    "_rels/.rels",
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  text(
    "xl/workbook.xml",
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  text(
    "xl/_rels/workbook.xml.rels",
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
];

const cell = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
export const headingRow = `<row r="1">${cell("A1", "姓名")}${cell("B1", "性别")}${cell("C1", "身份证号码")}</row>`;
export const personRow = (number: number, name: string, id: string): string =>
  `<row r="${number}">${cell(`A${number}`, name)}${cell(`B${number}`, "男")}${cell(`C${number}`, id)}</row>`;

export const sheetXml = (rows: string, before = "", after = ""): string =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A workbook of one sheet with parts added; a part of the skeleton's name takes its place. */
export function bookOf(sheet: string | Buffer, added: readonly Part[] = []): Buffer {
  const taken = new Set(added.map(({ name }) => name));
  return archiveOf([
    ...skeleton.filter(({ name }) => !taken.has(name)),
    { name: "xl/worksheets/sheet1.xml", data: Buffer.from(sheet as string) },
    ...added,
  ]);
}
