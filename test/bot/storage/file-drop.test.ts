/** What people hand in lies in the open only while its turn lasts, whatever ends the turn. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../../bot/config.ts";
import { startAssistant } from "../../../bot/main.ts";
import { folderDrop } from "../../../bot/storage/file-drop.ts";
import { newFolder } from "./folders.ts";

const canary = "310118199003076132";

test("a file lies in a folder of the owner's only, under a name that says nothing, until it is removed", async () => {
  const folder = join(await newFolder(), "incoming");
  const files = folderDrop(folder);
  const path = await files.keep(`../${canary}.XLSX`, Buffer.from("名册"));
  expect(path).toMatch(/\/incoming\/[0-9a-f-]{36}\.xlsx$/);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await files.base64(path), "base64").toString()).toBe("名册");
  await files.remove(path);
  await files.remove(path);
  expect(await readdir(folder)).toEqual([]);
});

test("sweeps what is older, and leaves what is on its way", async () => {
  const folder = await newFolder();
  const files = folderDrop(folder);
  expect(await files.sweep(Number.POSITIVE_INFINITY)).toBe(0);
  const [old, young] = [await files.keep("a", Buffer.from("a")), await files.keep("b", Buffer.from("b"))];
  await utimes(old, 1000, 1000);
  await utimes(young, 3000, 3000);
  expect(await files.sweep(2_000_000)).toBe(1);
  expect(await readFile(young, "utf8")).toBe("b");
});

test("what a killed service left behind is gone at the next start", async () => {
  const data = await newFolder();
  const program = `
    const { folderDrop } = await import("./bot/storage/file-drop.ts");
    console.log(await folderDrop(process.argv[1]).keep("a.xlsx", Buffer.from("${canary}")));
    setInterval(() => undefined, 1000);`;
  const folder = join(data, "incoming");
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await readdir(folder)).toHaveLength(1);
  const config = readConfig({ GONGHUI_PORT: "0", GONGHUI_MODEL: "off", LOG_LEVEL: "error" });
  const running = await startAssistant({ config, data });
  expect(await readdir(folder)).toEqual([]);
  await running.stop();
});
