/** Files on their way in or out, in a folder of the data directory; the person's file name is never used as a path. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { FileDrop } from "../channels/file-drop.ts";

export function folderDrop(folder: string): FileDrop {
  return {
    async keep(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const extension = /^\.[a-z0-9]{1,5}$/i.test(extname(name)) ? extname(name).toLowerCase() : "";
      const path = join(folder, `${randomUUID()}${extension}`);
      await writeFile(path, bytes, { mode: 0o600 });
      return path;
    },
    base64: async (path) => (await readFile(path)).toString("base64"),
  };
}
