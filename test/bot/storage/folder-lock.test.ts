import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { lockFolder } from "../../../bot/storage/folder-lock.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { bytesIn } from "./bytes-in.ts";
import { newFolder } from "./folders.ts";

const nothing = async () => "";

/** A process that has committed a turn and holds the folder until it is killed. */
async function holder(folder: string): Promise<ChildProcess> {
  const program = `
    const { openStore } = await import("./bot/storage/open.ts");
    const { newConversation } = await import("./bot/dialogue/conversation.ts");
    const store = await openStore(process.argv[1]);
    const conversation = { ...newConversation("web:u1"), turns: 1 };
    await store.commit({ conversation, messageId: "m1", entries: [], replies: [] });
    console.log("held");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

test("a second process is refused in one Chinese line and writes nothing, a hundred times; kill -9 of the first frees the folder", async () => {
  const folder = await newFolder();
  const first = await holder(folder);
  const before = bytesIn(folder);
  const refused = () => expect(openStore(folder)).rejects.toThrow(/正由另一个 gonghui 使用/);
  for (let round = 0; round < 100; round += 1) await refused();
  // One that is stopped still holds it, however long it does not answer.
  first.kill("SIGSTOP");
  for (let round = 0; round < 3; round += 1) await refused();
  first.kill("SIGCONT");
  await refused();
  expect(before.size).toBeGreaterThan(3);
  expect(bytesIn(folder)).toEqual(before);
  first.kill("SIGKILL");
  await once(first, "exit");
  const store = await openStore(folder);
  expect(store.notices).toEqual([]);
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
  await store.close();
});

test("of four that start at once, never two hold the folder, a hundred times", async () => {
  const folder = await newFolder();
  for (let round = 0; round < 100; round += 1) {
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => lockFolder(folder, nothing)));
    const held = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(held.length).toBe(1);
    await held[0]?.release();
  }
  expect(readdirSync(folder)).toEqual([]);
});
