/** kill -9 at random moments while fifty persons write. `KILLS=200` for the long run; 0 failures in n bound the rate by 3/n. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { verifyAudit } from "../../../bot/storage/audit-chain.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { newFolder } from "../../bot/storage/folders.ts";
import { all } from "../../contracts/store.ts";

const kills = Number(process.env["KILLS"] ?? 50);
const longestRun = 300;

/** What the killed process had acknowledged, by person. */
async function runAndKill(folder: string, after: number): Promise<ReadonlyMap<string, number>> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/slow/storage/writer.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let heard = "";
  child.stdout.on("data", (bytes) => {
    heard += String(bytes);
  });
  const closed = once(child, "close");
  while (!heard.includes("ready")) await pause(5);
  await pause(after);
  child.kill("SIGKILL");
  await closed;
  const acknowledged = new Map<string, number>();
  for (const line of heard.split("\n").slice(1, -1)) {
    const [person = "", turn = ""] = line.split(" ");
    acknowledged.set(person, Number(turn));
  }
  return acknowledged;
}

async function check(folder: string, acknowledged: ReadonlyMap<string, number>): Promise<number> {
  const started = performance.now();
  const store = await openStore(folder);
  const ready = performance.now() - started;
  expect(store.notices).toEqual([]);
  const lines = new Map<string, number>();
  for await (const { user } of store.log({})) lines.set(user, (lines.get(user) ?? 0) + 1);
  for (const [person, turn] of acknowledged) {
    const turns = (await store.conversation(`web:${person}`))?.turns ?? 0;
    expect(turns, person).toBeGreaterThanOrEqual(turn);
    expect(turns, person).toBeLessThanOrEqual(turn + 1);
    expect(lines.get(person)).toBe(2 * turns);
  }
  const applications = await all(store.records("application"));
  const numbers = applications.map(({ value }) => value.number).sort();
  expect(numbers).toEqual(numbers.map((_, index) => `QP-${String(index + 1).padStart(6, "0")}`));
  expect(await store.quotaUsed("q")).toBe(applications.length);
  expect(await verifyAudit(store.audit())).toMatchObject({ sound: true, count: applications.length });
  for (const { value } of applications) {
    const [person, turn] = value.id.split("-");
    expect((await store.conversation(`web:${person}`))?.turns).toBeGreaterThanOrEqual(Number(turn));
  }
  await store.close();
  return ready;
}

test(`${kills} kills: nothing acknowledged is lost, doubled or half applied`, async () => {
  let folder = await newFolder();
  let total = 0;
  let slowest = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // A fresh folder now and then: first starts are killed too.
    if (kill % 10 === 0) folder = await newFolder();
    const acknowledged = await runAndKill(folder, Math.random() * longestRun);
    slowest = Math.max(slowest, await check(folder, acknowledged));
    total += [...acknowledged.values()].reduce((sum, turns) => sum + turns, 0);
  }
  console.log(`${kills} kills, ${total} acknowledged turns seen, slowest start ${Math.round(slowest)} ms`);
  expect(slowest).toBeLessThan(5000);
}, 3_600_000);
