/** Files of the store as bytes, for the channels and for the command line. */
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { StoredFile } from "./records.ts";
import type { Store } from "./store.ts";

/** Only files that belong to the person are handed out. */
export async function fileOfPerson(store: Store, id: string, person: string) {
  const stored = await store.record("file", id);
  return stored?.person === person ? bytesOf(stored.value) : undefined;
}

const bytesOf = ({ name, type, base64 }: StoredFile) => ({ name, type, bytes: Buffer.from(base64, "base64") });

/** A file that the terminal shows by its path lies in the open, beside the data folder and for a day only. */
const folderOf = (data: string): string => `${resolve(data)}.out`;
const day = 24 * 3_600_000;

/** Writes the file where its reader can open it; the person's file name is never used as a path. */
export async function handOut(
  data: string,
  id: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> {
  const folder = join(folderOf(data), id.replace(/[^\w-]/g, "_"));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file.name.replace(/[^\p{L}\p{N}（）“” ._-]/gu, "_").replace(/^\.+/, "_"));
  await writeFile(path, file.bytes, { mode: 0o600 });
  return path;
}

/** Removes what was handed out more than a day before this moment in milliseconds. */
export async function sweepHandedOut(data: string, now: number): Promise<void> {
  const folder = folderOf(data);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < now - day) await rm(path, { recursive: true, force: true });
  }
}
