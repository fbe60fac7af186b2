/** Two processes on one PostgreSQL: the one in charge is stopped, the other takes over, the first wakes up again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { connect } from "../../../bot/storage/postgres/connection.ts";
import { StoreUnavailable } from "../../../bot/storage/store.ts";
import { newFolder } from "../../bot/storage/folders.ts";
import { all, turnOf } from "../../contracts/store.ts";
import { commitProxy } from "./cutting-proxy.ts";
import { type Server, startServer } from "./server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.stop());

interface Node {
  readonly child: ChildProcess;
  tell(line: string): void;
  /** What it has said so far, a line each. */
  readonly said: () => readonly string[];
}

async function node(folder: string, url: string): Promise<Node> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/slow/storage/node.ts", folder, url], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let heard = "";
  child.stdout.on("data", (bytes) => {
    heard += String(bytes);
  });
  await once(child.stdout, "data");
  return { child, tell: (line) => child.stdin.write(`${line}\n`), said: () => heard.split("\n").slice(0, -1) };
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await pause(10);
};
const of = (word: string, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

const persons = ["p1", "p2", "p3", "p4", "p5"];
const rounds = 6;
const messagesARound = 4;

test("the stopped process sends and commits nothing that the other one has taken over", async () => {
  await server.create("nodes");
  const folder = await newFolder();
  const url = server.url("nodes");
  await (await openStore(folder, { url })).close();
  let commits = 0;
  let stopAt = Number.POSITIVE_INFINITY;
  const proxy = await commitProxy(url, () => {
    commits += 1;
    if (commits === stopAt) first.child.kill("SIGSTOP");
    return "passed";
  });
  const first = await node(folder, proxy.url);
  const second = await node(folder, url);
  let takenOver = 0;
  const late: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const messages = Array.from({ length: messagesARound }, (_, number) =>
      persons.map((person) => ({ person, id: `${person}-${round}-${number}` })),
    ).flat();
    // By turns with a commit on its way, and at any moment.
    stopAt = round % 2 ? Number.POSITIVE_INFINITY : commits + 1 + round * 3;
    for (const { person, id } of messages) first.tell(`${person} ${id}`);
    if (round % 2) await pause(Math.random() * 60);
    else await until(() => commits >= stopAt);
    first.child.kill("SIGSTOP");
    await pause(100);
    const before = first.said().length;

    // What the first has not answered comes to the second, and as well what it has: channels repeat themselves.
    for (let left = messages; left.length > 0; ) {
      const told = second.said().length;
      for (const { person, id } of left) second.tell(`${person} ${id}`);
      await until(() => of("done", second.said().slice(told)).length >= left.length);
      const failed = new Set(of("failed", second.said().slice(told)));
      left = left.filter(({ id }) => failed.has(`${id}/1`));
    }
    const swept = of("swept", second.said()).length;
    second.tell("outbox");
    await until(() => of("swept", second.said()).length > swept);
    // Marks of delivery are shared once a second.
    await pause(1500);
    first.child.kill("SIGCONT");
    const ids = messages.map(({ id }) => id);
    await until(() => ids.every((id) => of("done", first.said()).includes(id)));

    const after = of("sent", first.said().slice(before));
    expect(of("failed", first.said().slice(before)), `round ${round}, told in vain to try again`).toEqual([]);
    const bySecond = new Set(of("sent", second.said()));
    takenOver += ids.filter((id) => bySecond.has(`${id}/1`)).length;
    late.push(...after.filter((reply) => bySecond.has(reply)));
    const sent = new Set([...of("sent", first.said()), ...bySecond]);
    expect(
      ids.filter((id) => !sent.has(`${id}/1`)),
      `round ${round}, never answered`,
    ).toEqual([]);
  }
  // A reply that was on its way out when the process was stopped cannot be called back; there is one at a time.
  expect(late.length, `sent after the second had taken over: ${late}`).toBeLessThanOrEqual(1);
  expect(takenOver, "the second had something to take over").toBeGreaterThan(rounds);
  const store = await openStore(folder, { url });
  for (const person of persons) {
    expect(await store.conversation(`web:${person}`)).toMatchObject({ turns: rounds * messagesARound });
    expect(await all(store.log({ conversation: `web:${person}` }))).toHaveLength(2 * rounds * messagesARound);
  }
  for (const { child } of [first, second]) child.kill("SIGKILL");
  await store.close();
  await proxy.stop();
}, 200_000);

test("a table that is locked for long, with more turns than connections: each is refused, none is half done, and later all work", async () => {
  await server.create("locked");
  const url = server.url("locked");
  const store = await openStore(await newFolder(), { url });
  const turns = Array.from({ length: 60 }, (_, person) => turnOf(newConversation(`web:p${person}`), 1));
  const other = connect({ url, connections: 1 });
  let release: () => void = () => undefined;
  const held = other.transaction().execute(async (trx) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
    await sql`lock table documents`.execute(trx);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const locks = sql`select from pg_locks where relation = 'documents'::regclass and mode = 'AccessExclusiveLock' and granted`;
  const watcher = connect({ url, connections: 1 });
  while ((await locks.execute(watcher)).rows.length === 0) await pause(10);
  const tries = await Promise.allSettled(turns.map((turn) => store.commit(turn)));
  expect(new Set(tries.map((one) => one.status === "rejected" && one.reason instanceof StoreUnavailable))).toEqual(
    new Set([true]),
  );
  release();
  await held;
  await Promise.all(turns.map((turn) => store.commit(turn)));
  expect(await all(store.log({}))).toHaveLength(2 * turns.length);
  await Promise.all([other.destroy(), watcher.destroy()]);
  await store.close();
}, 120_000);
