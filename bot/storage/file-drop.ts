/** Files on their way in or out, in a folder of the data directory; the person's file name is never used as a path. */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FileDrop } from "../channels/file-drop.ts";

export interface FolderDrop extends FileDrop {
  /** Removes what a crash left behind, of before this moment in milliseconds; says how many. */
  sweep(before: number): Promise<number>;
}

export function folderDrop(folder: string): FolderDrop {
  return {
    async keep(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const extension = /^\.[a-z0-9]{1,5}$/i.test(extname(name)) ? extname(name).toLowerCase() : "";
      const path = join(folder, `${randomUUID()}${extension}`);
      await writeFile(path, bytes, { mode: 0o600 });
      return path;
    },
    base64: async (path) => (await readFile(path)).toString("base64"),
    remove: (path) => rm(path, { force: true }),
    async sweep(before) {
      const names = await readdir(folder).catch(() => []);
      let swept = 0;
      for (const path of names.map((name) => join(folder, name))) {
        const found = await stat(path).catch(() => undefined);
        if (found === undefined || found.mtimeMs >= before) continue;
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
}
