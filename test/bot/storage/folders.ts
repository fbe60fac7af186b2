/** Data folders for tests, each with its keys beside it, removed at the end. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];

export async function newFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "store-"));
  made.push(parent);
  return join(parent, "data");
}

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});
