import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { backup, restore } from "../../../bot/storage/backup.ts";
import { realDisk } from "../../../bot/storage/disk.ts";
import type { MasterKeys } from "../../../bot/storage/key-file.ts";
import { rewrapRing } from "../../../bot/storage/key-ring.ts";
import { memoryDocuments } from "../../../bot/storage/memory.ts";
import { move } from "../../../bot/storage/move.ts";
import { keyFileOf, openFolder, openStore } from "../../../bot/storage/open.ts";
import { rotate } from "../../../bot/storage/rotate.ts";
import { erase, noteDown } from "../../../bot/storage/service.ts";
import type { Store } from "../../../bot/storage/store.ts";
import { storeOver } from "../../../bot/storage/store-over.ts";
import { all, turnOf } from "../../contracts/store.ts";
import { newFolder } from "./folders.ts";
import { script, soundState } from "./script.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await newFolder();
  file = join(dirname(folder), "backup.gonghui");
});

const filled = async (): Promise<Store> => {
  const store = await openStore(folder);
  for (const operation of script) await operation.run(store);
  return store;
};

/** An empty data folder somewhere else, with the keys of this one. */
async function elsewhere(): Promise<string> {
  const other = await newFolder();
  await mkdir(dirname(other), { recursive: true });
  await copyFile(`${folder}.key`, `${other}.key`);
  await copyFile(`${folder}.keyring`, `${other}.keyring`);
  return other;
}

test("a backup made while the service writes is a state that was, and restores elsewhere", async () => {
  const store = await filled();
  let running = true;
  const writing = (async () => {
    for (let number = 36; running; number += 1) await store.commit(turnOf(newConversation("web:a"), number));
  })();
  await backup(folder, file, "2023-06-15");
  running = false;
  await writing;
  await store.close();
  expect((await readdir(folder)).filter((name) => name.startsWith("snapshot"))).toEqual([]);
  const other = await elsewhere();
  const report = await restore(file, other);
  expect(report.leftOut).toBe(0);
  const restored = await openStore(other);
  expect(restored.notices).toEqual([]);
  const state = await soundState(restored);
  expect(state.turns).toMatchObject({ b: 2, c: 2 });
  expect(state.turns["a"]).toBeGreaterThanOrEqual(35);
  await restored.close();
});

test("whoever was erased after the backup does not come back, and their places are free", async () => {
  const store = await filled();
  await backup(folder, file, "2023-06-15");
  await store.erase("web:c");
  await store.close();
  const other = await elsewhere();
  expect((await restore(file, other)).leftOut).toBeGreaterThan(0);
  const restored = await openStore(other);
  expect(await soundState(restored)).toMatchObject({
    turns: { a: 35, b: 2, c: 0 },
    applications: { app4: "handedIn" },
  });
  await restored.close();
});

test("a backup that is cut, changed, or of other keys restores nothing", async () => {
  await (await filled()).close();
  await backup(folder, file, "2023-06-15");
  const whole = await readFile(file, "utf8");
  const lines = whole.split("\n");
  const wrong = [
    lines.slice(0, -2).join("\n"),
    whole.slice(0, whole.length / 2),
    lines.toSpliced(3, 1).join("\n"),
    lines.toSpliced(2, 2, lines[3] ?? "", lines[2] ?? "").join("\n"),
    whole.replace(/.(?=\n)/, "A"),
    "",
  ];
  for (const text of wrong) {
    const other = await elsewhere();
    await writeFile(file, text);
    await expect(restore(file, other)).rejects.toThrow(/没有恢复任何内容/);
    expect(await readdir(dirname(other))).not.toContain("data");
  }
  await writeFile(file, whole);
  const foreign = await newFolder();
  await (await openStore(foreign)).close();
  await rm(foreign, { recursive: true });
  await expect(restore(file, foreign)).rejects.toThrow(/没有恢复任何内容/);
  await expect(restore(file, folder)).rejects.toThrow(/空目录/);
});

test("a backup without the keys tells nothing", async () => {
  const store = await openStore(folder);
  await store.commit(turnOf(newConversation("web:canary"), 1, "310118199003076132"));
  await backup(folder, file, "2023-06-15");
  await store.close();
  expect(await readFile(file, "utf8")).not.toMatch(/310118|canary|conversation/);
});

test("keys are rotated: the old master key opens nothing, the data is as before, and a stopped rotation is finished", async () => {
  await (await filled()).close();
  const old = await readFile(keyFileOf(folder), "utf8");
  let failing = true;
  const rewrap = (masters: MasterKeys) => rewrapRing({ disk: stopping, path: `${folder}.keyring`, masters });
  const stopping = {
    ...realDisk,
    rename: (from: string, to: string) =>
      failing && to.endsWith(".keyring") ? Promise.reject(new Error("stopped")) : realDisk.rename(from, to),
  };
  await expect(rotate(stopping, keyFileOf(folder), rewrap)).rejects.toThrow("stopped");
  const between = await openStore(folder);
  expect((await soundState(between)).turns).toEqual({ a: 35, b: 2, c: 2 });
  await between.close();
  failing = false;
  await rotate(stopping, keyFileOf(folder), rewrap);
  const after = await openStore(folder);
  expect((await soundState(after)).turns).toEqual({ a: 35, b: 2, c: 2 });
  await after.close();
  await writeFile(`${folder}.old`, old);
  await expect(openStore(folder, { keyFile: `${folder}.old` })).rejects.toThrow(/不匹配/);
});

test("commands work through the running service: a note, an erasure", async () => {
  const store = await filled();
  await noteDown(folder, { at: "2023-06-15", actor: "operator:root", action: "delete", object: "person/web:c" });
  expect(await erase(folder, "web:c")).toMatchObject({ conversation: 1, application: 1 });
  expect((await soundState(store)).turns).toEqual({ a: 35, b: 2, c: 0 });
  expect((await all(store.audit())).at(-1)).toMatchObject({ action: "delete" });
  await store.close();
});

test("a move copies everything, goes on where it was stopped, changes nothing the second time, and refuses foreign data", async () => {
  await (await filled()).close();
  const { documents: from } = await openFolder(folder, realDisk, {});
  const target = memoryDocuments();
  let writes = 0;
  const stopping = {
    ...target,
    transact: ((keys, job) => {
      writes += 1;
      return writes > 5 ? Promise.reject(new Error("stopped")) : target.transact(keys, job);
    }) satisfies typeof target.transact as typeof target.transact,
  };
  await expect(move(from, stopping)).rejects.toThrow("stopped");
  expect((await move(from, target)).equal).toBe(5);
  expect((await move(from, target)).copied).toBe(0);
  expect((await soundState(storeOver(target))).turns).toEqual({ a: 35, b: 2, c: 2 });
  await storeOver(target).commit(turnOf(newConversation("web:new"), 1));
  await expect(move(from, target)).rejects.toThrow(/不是空的/);
  await from.close();
});
