/** Calibration: what stock lowdb does where our tests demand more. If one of these fails, the tests above prove less. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { expect, test } from "vitest";
import { newFolder } from "./folders.ts";

interface Counter {
  count: number;
}

async function stock(path: string): Promise<Low<Counter>> {
  const low = new Low<Counter>(new JSONFile(path), { count: 0 });
  await low.read();
  return low;
}

test("stock lowdb takes a missing file, and a file with null, for a new database", async () => {
  const path = await newFolder();
  await (await stock(path)).update((data) => {
    data.count = 7;
  });
  await rm(path);
  expect((await stock(path)).data.count).toBe(0);
  await writeFile(path, "null");
  expect((await stock(path)).data.count).toBe(0);
});

test("stock lowdb leaves memory ahead of the disk after a failed write", async () => {
  const folder = await newFolder();
  await mkdir(folder);
  const path = `${folder}/db.json`;
  const low = await stock(path);
  await low.update((data) => {
    data.count = 1;
  });
  await rm(folder, { recursive: true });
  await expect(
    low.update((data) => {
      data.count = 2;
    }),
  ).rejects.toThrow();
  expect(low.data.count).toBe(2);
});

test("two stock lowdb on one file lose acknowledged writes", async () => {
  const path = await newFolder();
  const [one, other] = [await stock(path), await stock(path)];
  let acknowledged = 0;
  for (let round = 0; round < 20; round += 1) {
    for (const low of [one, other]) {
      await low.update((data) => {
        data.count += 1;
      });
      acknowledged += 1;
    }
  }
  expect(JSON.parse(await readFile(path, "utf8")).count).toBeLessThan(acknowledged);
});
