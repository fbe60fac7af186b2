/** What lies on the disk, to see that nothing was touched. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file beside and below a data folder with the digest of its bytes. */
export function bytesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(dirname(folder), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, createHash("sha256").update(readFileSync(path)).digest("hex")];
    }),
  );
}
