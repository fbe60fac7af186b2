/** A lowdb adapter that keeps its word: a document is on the medium, whole, before a write is acknowledged. */
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import type { Adapter } from "lowdb";
import type { Disk } from "./disk.ts";

/** A file that holds something else than what was written into it. */
export class DamagedFile extends Error {
  override readonly name = "DamagedFile";
  readonly code = "DAMAGED_FILE";
  readonly path: string;
  constructor(path: string) {
    super(`The file ${path} is damaged: its content does not match its checksum.`);
    this.path = path;
  }
}

/** Ending of a file that is being written; what is left of it after a crash is swept at the next start. */
export const unfinished = ".part";

const checksum = (body: string): string => createHash("sha256").update(body).digest("hex").slice(0, 32);

/** One line of checksum, then the JSON. */
const sealed = (data: unknown): string => {
  const body = JSON.stringify(data);
  return `${checksum(body)}\n${body}\n`;
};

export function opened<T>(path: string, bytes: Buffer): T {
  const text = bytes.toString("utf8");
  const cut = text.indexOf("\n");
  const body = text.slice(cut + 1, -1);
  if (cut < 0 || !text.endsWith("\n") || checksum(body) !== text.slice(0, cut)) throw new DamagedFile(path);
  return JSON.parse(body) as T;
}

/** Temporary file, fsync, rename, fsync of the folder. */
export async function writeDurably(disk: Disk, path: string, bytes: string): Promise<void> {
  const part = `${path}${unfinished}`;
  try {
    await disk.writeAndSync(part, bytes);
    await disk.rename(part, path);
  } catch (cause) {
    await disk.remove(part).catch(() => undefined);
    throw cause;
  }
  await disk.syncFolder(dirname(path));
}

export function durableDocument<T>(disk: Disk, path: string): Adapter<T> {
  return {
    async read() {
      const bytes = await disk.read(path);
      return bytes === undefined ? null : opened<T>(path, bytes);
    },
    write: (data) => writeDurably(disk, path, sealed(data)),
  };
}
