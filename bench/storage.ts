/**
 * Durable turns: how many a second and how long each, at growing histories and numbers of writers, as ratios to one
 * fsync'd append on the same disk. `node --import tsx bench/storage.ts [lowdb|postgres]`.
 */
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newConversation } from "../bot/dialogue/conversation.ts";
import { conversationKey, pageKey } from "../bot/storage/conversation-document.ts";
import { realDisk } from "../bot/storage/disk.ts";
import type { Documents } from "../bot/storage/documents.ts";
import { makeMasterKeys } from "../bot/storage/key-file.ts";
import { openFolder } from "../bot/storage/open.ts";
import { openPostgres } from "../bot/storage/postgres/open.ts";
import type { LogEntry, TurnCommit } from "../bot/storage/store.ts";
import { storeOver } from "../bot/storage/store-over.ts";
import { startServer } from "../test/slow/storage/server.ts";

const histories = [0, 1_000, 100_000];
const writers = [1, 10, 100];
/** Taken by turns, so that a machine that is busy for a while slows all alike; the median counts. */
const rounds = 5;
const milliseconds = 500;
const appends = 100;
const linesAPage = 32;

const line = (conversation: string, from: LogEntry["from"]): LogEntry => ({
  at: "2023-06-15T08:00:00.000Z",
  conversation,
  user: conversation.slice("web:".length),
  channel: "web",
  from,
  text: "看上海两天一晚每人补多少，单位要出多少，区里给多少，需要哪些材料".repeat(2),
});

function turnOf(id: string, number: number): TurnCommit {
  const reply = line(id, "bot").text;
  return {
    conversation: { ...newConversation(id), turns: number },
    messageId: `${id}/${number}`,
    entries: [line(id, "person"), line(id, "bot")],
    replies: [{ id: `${id}/${number}/1`, to: id, text: reply, outcome: "answered", cites: ["2-1#2"] }],
  };
}

/** A conversation of so many lines, written page by page instead of turn by turn. */
async function prefill(documents: Documents, id: string, lines: number): Promise<void> {
  const pages = Math.floor(lines / linesAPage);
  const entries = Array.from({ length: linesAPage }, (_, index) => line(id, index % 2 ? "bot" : "person"));
  for (let page = 1; page <= pages; page += 1) {
    const write = { key: pageKey(id, page), body: { entries }, person: id };
    await documents.transact([], () => ({ writes: [write], result: undefined }));
  }
  const key = conversationKey(id);
  const body = {
    state: { conversation: newConversation(id), channel: "web", pages },
    turns: [],
    seen: "",
    waiting: [],
    entries: [],
  };
  await documents.transact([key], () => ({ writes: [{ key, body, person: id }], result: undefined }));
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function floorOf(folder: string): Promise<number> {
  const file = await open(join(folder, "floor"), "a");
  const bytes = Buffer.alloc(390, "x");
  const times: number[] = [];
  for (let append = 0; append < appends; append += 1) {
    const start = performance.now();
    await file.write(bytes);
    await file.datasync();
    times.push(performance.now() - start);
  }
  await file.close();
  return median(times);
}

async function measure(documents: Documents, ids: readonly string[]): Promise<{ perSecond: number; ms: number }> {
  const store = storeOver(documents);
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    ids.map(async (id) => {
      let number = (await store.conversation(id))?.turns ?? 0;
      while (performance.now() - start < milliseconds) {
        const began = performance.now();
        number += 1;
        const { replies } = await store.commit(turnOf(id, number));
        await store.delivered(
          id,
          replies.map((reply) => reply.id),
        );
        times.push(performance.now() - began);
      }
    }),
  );
  return { perSecond: (times.length * 1000) / (performance.now() - start), ms: median(times) };
}

interface Sample {
  readonly perSecond: number;
  readonly ms: number;
  /** One append just before. */
  readonly floor: number;
}

async function bench(name: string, documents: Documents, folder: string): Promise<void> {
  for (const history of histories) await prefill(documents, `web:long${history}`, history);
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const count of writers) {
      for (const history of histories) {
        const others = Array.from({ length: count - 1 }, (_, index) => `web:w${history}-${index}`);
        const floor = await floorOf(folder);
        const sample = { floor, ...(await measure(documents, [`web:long${history}`, ...others])) };
        const cell = `${history} | ${count}`;
        samples.set(cell, [...(samples.get(cell) ?? []), sample]);
      }
    }
  }
  for (const [cell, all] of samples) {
    const of = (value: (sample: Sample) => number, digits: number) => median(all.map(value)).toFixed(digits);
    const figures = [
      of(({ perSecond }) => perSecond, 0),
      of(({ ms }) => ms, 2),
      of(({ floor }) => floor, 2),
      of(({ ms, floor }) => ms / floor, 1),
      of(({ perSecond, floor }) => (perSecond * floor) / 1000, 2),
    ];
    console.log(`| ${name} | ${cell} | ${figures.join(" | ")} |`);
  }
}

const folder = await mkdtemp(join(tmpdir(), "bench-"));
console.log("floor: one append of 390 bytes and fdatasync on the same disk, just before\n");
console.log("| store | history, lines | writers | turns/s | ms a turn | floor, ms | ms / floor | turns in one floor |");
console.log("|---|---|---|---|---|---|---|---|");
const wanted = process.argv[2];
if (wanted !== "postgres") {
  const { documents } = await openFolder(join(folder, "data"), realDisk, { keyFile: join(folder, "key") });
  await bench("lowdb", documents, folder);
  await documents.close();
}
if (wanted !== "lowdb") {
  const server = await startServer();
  await server.create("bench");
  const masters = await makeMasterKeys(realDisk, join(folder, "key-postgres"));
  const { documents } = await openPostgres({ url: server.url("bench"), connections: 20 }, masters);
  await bench("PostgreSQL", documents, folder);
  await documents.close();
  await server.stop();
}
await rm(folder, { recursive: true, force: true });
