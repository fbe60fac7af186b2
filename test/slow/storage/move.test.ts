/** Moving into a database and back, killed again and again on the way: nothing is lost, the source stays as it is. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { connect } from "../../../bot/storage/postgres/connection.ts";
import type { Store } from "../../../bot/storage/store.ts";
import { bytesIn } from "../../bot/storage/bytes-in.ts";
import { newFolder } from "../../bot/storage/folders.ts";
import { script, soundState } from "../../bot/storage/script.ts";
import { gonghui } from "../../contracts/gonghui.ts";
import { all, applicationOf, turnOf } from "../../contracts/store.ts";
import { type Server, startServer } from "./server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.stop());

const kills = 20;
const persons = 200;

/** Everything that can be read of the script and of the persons beside it. */
async function contentOf(store: Store) {
  const applications = (await all(store.records("application"))).map(({ value }) => value);
  return {
    state: await soundState(store),
    log: (await all(store.log({}))).map((line) => JSON.stringify(line)).toSorted(),
    applications: applications.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    audit: await all(store.audit()),
    next: await store.nextNumber("QP-2-1-1-2023"),
  };
}

async function filled(folder: string) {
  const store = await openStore(folder);
  for (const { run } of script) await run(store);
  for (let person = 0; person < persons; person += 1) {
    const id = `web:p${person}`;
    const value = applicationOf(`p${person}`, { owner: id, fields: {} });
    const changes = [{ kind: "application", id: value.id, person: id, value }] as const;
    await store.commit({ ...turnOf(newConversation(id), 1), changes });
  }
  const content = await contentOf(store);
  await store.close();
  return content;
}

/** Kills a command as soon as it has got so far; false when it ended before. */
async function killed(words: readonly string[], farEnough: () => Promise<boolean>): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", "bot/cli.ts", ...words], { stdio: "ignore" });
  const ended = once(child, "exit");
  while (child.exitCode === null && !(await farEnough())) await pause(10);
  child.kill("SIGKILL");
  const [code] = await ended;
  return code === null;
}

const documentsIn = (folder: string): number =>
  readdirSync(dirname(folder), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json")).length;

test(`a move that is killed ${kills} times ends whole, changes nothing the second time, and comes back`, async () => {
  const folder = await newFolder();
  const content = await filled(folder);
  const before = bytesIn(folder);
  await server.create("moved");
  const url = server.url("moved");
  const db = connect({ url, connections: 1 });
  // Before the first run there is no table.
  const rows = () =>
    sql<{ count: string }>`select count(*) from documents`.execute(db).then(
      ({ rows: [row] }) => Number(row?.count),
      () => 0,
    );
  const total = documentsIn(folder);
  for (let kill = 0; kill < kills; kill += 1) {
    const share = (total * (kill + 0.5)) / kills;
    const cut = await killed(["store", "move", url, "--data", folder], async () => (await rows()) >= share);
    expect(cut, `killed on the way, ${kill}`).toBe(true);
  }
  expect(await rows()).toBeLessThan(total);
  await db.destroy();
  const ended = await gonghui(["store", "move", url, "--data", folder]);
  expect(ended).toMatchObject({ code: 0 });
  const [report] = ended.lines;
  const documents = Number(report?.["copied"]) + Number(report?.["equal"]);
  expect(documents).toBeGreaterThan(2 * persons);
  expect((await gonghui(["store", "move", url, "--data", folder])).lines).toEqual([{ copied: 0, equal: documents }]);
  expect(bytesIn(folder)).toEqual(before);
  const shared = await openStore(folder, { url });
  expect(await contentOf(shared)).toEqual(content);
  await shared.close();

  const other = await newFolder();
  await copyFile(`${folder}.key`, `${other}.key`);
  await killed(["store", "move", url, "back", "--data", other], async () => documentsIn(other) > total / 2);
  expect(await gonghui(["store", "move", url, "back", "--data", other])).toMatchObject({ code: 0 });
  const back = await openStore(other);
  expect(await contentOf(back)).toEqual(content);
  await back.close();
}, 200_000);
