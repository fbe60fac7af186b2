/** PostgreSQL under the store: the same contract, and what only several processes and a failing server can show. */
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { connect } from "../../../bot/storage/postgres/connection.ts";
import { Conflict, type Store, StoreUnavailable } from "../../../bot/storage/store.ts";
import { newFolder } from "../../bot/storage/folders.ts";
import { script, soundState } from "../../bot/storage/script.ts";
import { all, applicationOf, storeContract, turnOf } from "../../contracts/store.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { type Server, startServer } from "./server.ts";

let server: Server;
let databases = 0;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.stop());

async function database() {
  databases += 1;
  const name = `store${databases}`;
  await server.create(name);
  const folder = await newFolder();
  const url = server.url(name);
  return { url, open: () => openStore(folder, { url }) };
}

storeContract("postgres", () => {
  const made = database();
  const open = async () => (await made).open();
  return { open, reopen: open };
});

test("a day in the life of the store ends as it does elsewhere", async () => {
  const { open } = await database();
  const store = await open();
  expect(store.alone, "files that lie in the data folder may be of another process").toBe(false);
  for (const operation of script) await operation.run(store);
  expect(await soundState(store)).toEqual({
    turns: { a: 35, b: 2, c: 2 },
    applications: { app3: "handedIn", app4: "handedIn" },
    audit: 5,
  });
  await store.close();
});

test("nothing readable stands in the tables, and the constraints are in the database", async () => {
  const { open, url } = await database();
  const store = await open();
  const value = applicationOf("a1", { number: "S-000001", places: { quota: "q", count: 1, limit: 2 } });
  await store.commit({
    ...turnOf(newConversation("web:canary"), 1, "310118199003076132"),
    changes: [{ kind: "application", id: "a1", person: "web:canary", value }],
  });
  const db = connect({ url });
  const text = JSON.stringify(await db.selectFrom("documents").selectAll().execute());
  expect(text).not.toMatch(/310118199003076132|canary/);
  await expect(sql`update documents set used = 3 where kind = 'quota'`.execute(db)).rejects.toThrow(/check/);
  await expect(
    sql`insert into documents (kind, name, schema, revision, fields, number) values ('application', 'x', 1, 1, '{}', 'S-000001')`.execute(
      db,
    ),
  ).rejects.toThrow(/unique/);
  await db.destroy();
  await store.close();
});

const nodes = async (open: () => Promise<Store>) => [await open(), await open()] as const;

test("two processes: of two turns from the same state one is refused, and a message is committed once", async () => {
  const { open } = await database();
  const [one, other] = await nodes(open);
  const turn = (id: string) => ({ ...turnOf(newConversation("web:u1"), 1), messageId: id, expects: 0 });
  const tries = await Promise.allSettled([one.commit(turn("x")), other.commit(turn("y"))]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(tries.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  for (let number = 2; number <= 30; number += 1) {
    await Promise.all([one, other, one, other].map((node) => node.commit(turnOf(newConversation("web:u1"), number))));
  }
  expect(await all(one.log({}))).toHaveLength(60);
  await Promise.all([one.close(), other.close()]);
});

test("two processes give each number and each place once", async () => {
  const { open } = await database();
  const both = await nodes(open);
  const ask = async (index: number): Promise<boolean> => {
    const store = both[index % 2] ?? both[0];
    const value = applicationOf(`a${index}`, {
      number: await store.nextNumber("S"),
      places: { quota: "q", count: 1, limit: 25 },
    });
    try {
      await store.apply([{ kind: "application", id: value.id, value, expected: 0 }]);
      return true;
    } catch (cause) {
      if (cause instanceof Conflict) return ask(index);
      return false;
    }
  };
  const granted = await Promise.all(Array.from({ length: 40 }, (_, index) => ask(index)));
  expect(granted.filter(Boolean)).toHaveLength(25);
  const applications = await all(both[0].records("application"));
  expect(new Set(applications.map(({ value }) => value.number)).size).toBe(25);
  expect(await both[1].quotaUsed("q")).toBe(25);
  await Promise.all(both.map((store) => store.close()));
}, 60_000);

test("an erasure by one process is not undone by what another still has in memory", async () => {
  const { open } = await database();
  const [one, other] = await nodes(open);
  await one.commit(turnOf(newConversation("web:u1"), 1));
  await other.commit(turnOf(newConversation("web:u1"), 2));
  await one.erase("web:u1");
  await other.commit(turnOf(newConversation("web:u1"), 1));
  const third = await open();
  expect(await all(third.log({}))).toHaveLength(2);
  await Promise.all([one, other, third].map((store) => store.close()));
});

/** Four persons write as fast as they can while something happens; what was acknowledged must be there, once. */
async function underLoad(store: Store, disturb: () => Promise<void>): Promise<void> {
  const acknowledged = new Map<string, number>();
  let running = true;
  onTestFinished(() => {
    running = false;
  });
  const person = async (name: string) => {
    for (let number = 1; running; ) {
      try {
        await store.commit({ ...turnOf(newConversation(`web:${name}`), number), expects: number - 1 });
        acknowledged.set(name, number);
        number += 1;
      } catch (cause) {
        if (!(cause instanceof StoreUnavailable)) throw cause;
      }
    }
  };
  const persons = ["p1", "p2", "p3", "p4"].map(person);
  await disturb();
  await pause(500);
  running = false;
  await Promise.all(persons);
  for (const [name, count] of acknowledged) {
    expect(count).toBeGreaterThan(20);
    expect(await store.conversation(`web:${name}`)).toMatchObject({ turns: count });
    expect(await all(store.log({ conversation: `web:${name}` }))).toHaveLength(2 * count);
  }
  expect(acknowledged.size).toBe(4);
}

test("the server crashes under load, twenty times: the process lives, nothing acknowledged is lost or doubled", async () => {
  const { open } = await database();
  const store = await open();
  await underLoad(store, async () => {
    for (let crash = 0; crash < 20; crash += 1) {
      await pause(150);
      server.crash();
    }
  });
  await store.close();
}, 400_000);

test("every connection, idle or in use, is ended by the server, thirty times: nothing acknowledged is lost or doubled", async () => {
  const { open, url } = await database();
  const store = await open();
  const other = connect({ url, connections: 1 });
  let ended = 0;
  await underLoad(store, async () => {
    for (let round = 0; round < 30; round += 1) {
      await pause(50);
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(other);
      ended += rows.length;
    }
  });
  expect(ended).toBeGreaterThan(60);
  await other.destroy();
  await store.close();
}, 60_000);

test("the connection is cut at the commit, before or after the server gets it: once and only once", async () => {
  const { url } = await database();
  const proxy = await cuttingProxy(url);
  const store = await openStore(await newFolder(), { url: proxy.url });
  proxy.begin();
  const turns = 150;
  for (let number = 1; number <= turns; number += 1) {
    const value = applicationOf(`a${number}`, { places: { quota: "q", count: 1, limit: turns } });
    await store.commit({
      ...turnOf(newConversation("web:u1"), number),
      expects: number - 1,
      changes: [{ kind: "application", id: value.id, value, expected: 0 }],
    });
  }
  expect(proxy.cuts().before).toBeGreaterThan(turns / 4);
  expect(proxy.cuts().after).toBeGreaterThan(turns / 4);
  expect(await all(store.log({}))).toHaveLength(2 * turns);
  expect(await store.quotaUsed("q")).toBe(turns);
  await store.close();
  await proxy.stop();
}, 400_000);

test("a lock that is held for seconds delays the turn and loses nothing", async () => {
  const { open, url } = await database();
  const store = await open();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  const other = connect({ url, connections: 1 });
  const held = other.transaction().execute(async (trx) => {
    await sql`lock table documents`.execute(trx);
    await pause(4000);
  });
  await pause(100);
  await store.commit(turnOf(newConversation("web:u1"), 2));
  await held;
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 2 });
  await other.destroy();
  await store.close();
}, 60_000);
