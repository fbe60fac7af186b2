/** Refuses files that are no plain .xlsx, and archives that would swell, before any parser sees them. */
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

const limits = { fileBytes: 20 * 1024 * 1024, entries: 500, inflatedBytes: 40 * 1024 * 1024 } as const;

export type Refusal =
  | "empty"
  | "tooLarge"
  | "oldExcel"
  | "macros"
  | "notExcel"
  | "damaged"
  | "swells"
  | "tooSlow"
  | "noHeader"
  | "tooManyRows";

/** One line each, for the person who sent the file. */
export const refusals: Readonly<Record<Refusal, string>> = {
  empty: "文件是空的，请重新发。",
  tooLarge: "文件超过20MB，请只留名册这一张表再发。",
  oldExcel: "这是老版 .xls 或加了密码的文件，请另存为 .xlsx（不加密码）再发。",
  macros: "这是带宏的文件，请另存为 .xlsx 再发。",
  notExcel: "这不是 Excel 表格，也不是名册，请用 Excel 另存为 .xlsx 再发。",
  damaged: "文件打不开，可能已损坏，请用 Excel 打开后另存为 .xlsx 再发。",
  swells: "文件展开后太大，不像一份名册，请只复制名册内容到新的 .xlsx 再发。",
  tooSlow: "文件太复杂，读不出来，请只复制名册内容到新的 .xlsx 再发。",
  noHeader: "没有找到表头：要有“姓名”和“身份证号码”两列，请按附件2-3-6的名册填写。",
  tooManyRows: "名册超过20000行，请分成几个文件发。",
};

const contentTypes = "[Content_Types].xml";

const startsWith = (file: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte);

/** What an entry really inflates to, whatever the archive claims; undefined beyond the limit. Only a wanted one is kept. */
async function inflated(zip: ZipFile, entry: Entry, most: number, wanted: boolean) {
  const stream = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) {
      stream.destroy();
      return undefined;
    }
    if (wanted) kept.push(chunk as Buffer);
  }
  return { bytes, text: Buffer.concat(kept).toString("utf8") };
}

async function walk(file: Buffer): Promise<Refusal | undefined> {
  const zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  if (zip.entryCount > limits.entries) return "swells";
  const names = new Set<string>();
  let total = 0;
  let seen = 0;
  let types = "";
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName);
    seen += 1;
    if (seen > limits.entries) return "swells";
    if (entry.isEncrypted()) return "oldExcel";
    const found = await inflated(zip, entry, limits.inflatedBytes - total, entry.fileName === contentTypes);
    if (!found) return "swells";
    total += found.bytes;
    types += found.text;
  }
  // A macro may be stored under any name; its type gives it away.
  const macros = /vbaProject|macrosheet|macroEnabled/i;
  if (macros.test(types) || [...names].some((name) => macros.test(name))) return "macros";
  return names.has("xl/workbook.xml") ? undefined : "notExcel";
}

/** Undefined when the file may be parsed. */
export async function refused(file: Buffer): Promise<Refusal | undefined> {
  if (file.length === 0) return "empty";
  if (file.length > limits.fileBytes) return "tooLarge";
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) return "oldExcel";
  // What is no archive can only be a roster saved as text; the reader sees.
  if (!startsWith(file, 0x50, 0x4b)) return undefined;
  try {
    return await walk(file);
  } catch {
    return "damaged";
  }
}
