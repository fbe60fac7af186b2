import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { type Disk, realDisk } from "../../../bot/storage/disk.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { StoreRefused, StoreUnavailable } from "../../../bot/storage/store.ts";
import { all, applicationOf, storeContract, turnOf } from "../../contracts/store.ts";
import { newFolder } from "./folders.ts";

storeContract("memory", () => ({ open: async () => memoryStore() }));
storeContract("lowdb", () => {
  const folder = newFolder();
  const open = async () => openStore(await folder);
  return { open, reopen: open };
});

test("a turn costs one durable write, however long the history", async () => {
  let writes = 0;
  const counting: Disk = {
    ...realDisk,
    writeAndSync: (path, bytes) => {
      writes += 1;
      return realDisk.writeAndSync(path, bytes);
    },
    appendAndSync: (path, bytes) => {
      writes += 1;
      return realDisk.appendAndSync(path, bytes);
    },
  };
  const store = await openStore(await newFolder(), { disk: counting });
  // The first turn of a person also makes the person's key and lists the conversation.
  await store.commit(turnOf(newConversation("web:u1"), 1));
  writes = 0;
  for (let number = 2; number <= 320; number += 1) await store.commit(turnOf(newConversation("web:u1"), number));
  // One write a turn; a page of 32 lines that is sealed is one more, and its line in the inventory.
  expect(writes).toBe(319 + 2 * Math.floor((320 * 2 - 1) / 32));
  await store.close();
});

test("a full disk refuses the turn, keeps memory equal to the disk, and recovers without a restart", async () => {
  let full = false;
  const noSpace = () => Promise.reject(Object.assign(new Error("no space"), { code: "ENOSPC" }));
  const disk: Disk = {
    ...realDisk,
    writeAndSync: (path, bytes) => (full ? noSpace() : realDisk.writeAndSync(path, bytes)),
  };
  const store = await openStore(await newFolder(), { disk });
  await store.commit(turnOf(newConversation("web:u1"), 1));
  full = true;
  await expect(store.commit(turnOf(newConversation("web:u1"), 2))).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
  expect(await store.turn("web:u1", "m2")).toBeUndefined();
  full = false;
  await store.commit(turnOf(newConversation("web:u1"), 2));
  expect(await all(store.log({}))).toHaveLength(4);
  await store.close();
});

test("after a failed fsync nothing more is acknowledged", async () => {
  let failing = false;
  const disk: Disk = {
    ...realDisk,
    writeAndSync: (path, bytes) => {
      if (!failing) return realDisk.writeAndSync(path, bytes);
      failing = false;
      return Promise.reject(Object.assign(new Error("i/o error"), { code: "EIO" }));
    },
  };
  const store = await openStore(await newFolder(), { disk });
  await store.commit(turnOf(newConversation("web:u1"), 1));
  failing = true;
  await expect(store.commit(turnOf(newConversation("web:u1"), 2))).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(store.commit(turnOf(newConversation("web:u1"), 3))).rejects.toBeInstanceOf(StoreUnavailable);
  await store.close();
});

const filesOf = async (folder: string, kind: string) =>
  (await readdir(join(folder, kind))).filter((name) => name.endsWith(".json")).map((name) => join(folder, kind, name));

test("a damaged conversation is named and set aside with its bytes, and its sealed pages stay", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  for (let number = 1; number <= 40; number += 1) await store.commit(turnOf(newConversation("web:u1"), number));
  await store.close();
  const [path = ""] = await filesOf(folder, "conversation");
  await writeFile(path, (await readFile(path, "utf8")).replace('"revision":40', '"revision":41'));
  const again = await openStore(folder);
  expect(again.notices).toEqual([expect.stringMatching(/conversation\/[0-9a-f]{40}\.json」已损坏，已移到 quarantine/)]);
  expect(await readdir(join(folder, "quarantine"))).toHaveLength(1);
  await again.commit(turnOf(newConversation("web:u1"), 41));
  expect(await all(again.log({ conversation: "web:u1" }))).toHaveLength(64 + 2);
  await again.close();
});

test("a conversation whose file is gone is named", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.close();
  for (const path of await filesOf(folder, "conversation")) await rm(path);
  const again = await openStore(folder);
  expect(again.notices).toEqual([expect.stringMatching(/不见了/)]);
  await again.close();
});

test("a damaged or missing application refuses the start until the operator accepts it", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  await store.apply([{ kind: "application", id: "a1", person: "web:u1", value: applicationOf("a1") }]);
  await store.close();
  const [path = ""] = await filesOf(folder, "application");
  await writeFile(path, "");
  await expect(openStore(folder)).rejects.toThrow(StoreRefused);
  expect(await readFile(path, "utf8")).toBe("");
  const accepted = await openStore(folder, { accept: true });
  expect(accepted.notices).toHaveLength(1);
  await accepted.close();
});

test("an emptied data folder is not taken for a new one", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.close();
  await rm(folder, { recursive: true });
  await expect(openStore(folder)).rejects.toThrow(/是空的/);
});

test("data without its keys, or with other keys, does not open", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.close();
  await rm(`${folder}.key`);
  await expect(openStore(folder)).rejects.toThrow(/找不到密钥文件/);
  const other = await newFolder();
  await (await openStore(other)).close();
  await expect(openStore(folder, { keyFile: `${other}.key` })).rejects.toThrow(/不匹配/);
});

test("nothing of what a person said, and no id of a person, stands in any file", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  await store.commit(turnOf(newConversation("web:canary-person"), 1, "310118199003076132 病情CANARY"));
  await store.close();
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const text = await readFile(join(name.parentPath, name.name), "utf8");
    expect(text).not.toMatch(/310118199003076132|CANARY|canary-person/);
    expect(name.name).not.toMatch(/canary/);
  }
});

test("a reader works beside the service and writes nothing", async () => {
  const folder = await newFolder();
  const store = await openStore(folder);
  await store.commit(turnOf(newConversation("web:u1"), 1));
  const reader = await openStore(folder, { readOnly: true });
  expect(await all(reader.log({}))).toHaveLength(2);
  await reader.close();
  await store.close();
});
