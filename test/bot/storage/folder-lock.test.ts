import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { lockFolder } from "../../../bot/storage/folder-lock.ts";
import { newFolder } from "./folders.ts";

const nothing = async () => "";

/** A process that holds the folder until it is killed. */
async function holder(folder: string): Promise<ChildProcess> {
  const program = `
    const { lockFolder } = await import("./bot/storage/folder-lock.ts");
    await lockFolder(process.argv[1], async () => "");
    console.log("held");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

test("a second process is refused in one Chinese line, also while the first is stopped; kill -9 frees the folder", async () => {
  const folder = await newFolder();
  await mkdir(folder);
  const first = await holder(folder);
  await expect(lockFolder(folder, nothing)).rejects.toThrow(/正由另一个 gonghui 使用/);
  first.kill("SIGSTOP");
  await expect(lockFolder(folder, nothing)).rejects.toThrow(/正由另一个/);
  first.kill("SIGCONT");
  first.kill("SIGKILL");
  await once(first, "exit");
  const lock = await lockFolder(folder, nothing);
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("of twenty that start at once, never two hold the folder", async () => {
  const folder = await newFolder();
  for (let round = 0; round < 20; round += 1) {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder, nothing)));
    const held = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(held.length).toBe(1);
    await held[0]?.release();
  }
});
