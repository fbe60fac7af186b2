import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { type Log, silentLog } from "../../../bot/log.ts";
import { dailyRetention } from "../../../bot/privacy/daily.ts";
import { retain } from "../../../bot/privacy/retention.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import type { Store } from "../../../bot/storage/store.ts";
import { all, turnOf } from "../../contracts/store.ts";

const tenMinutes = 600_000;
let store: Store;
let now: string;
let swept: number[];
let stop: () => void;

/** A conversation of June 2023 and a service that looks at `now`. */
async function serving(log: Log = silentLog): Promise<void> {
  const clock = { now: () => now, today: () => now.slice(0, 10) };
  store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  swept = [];
  const sweep = async (moment: number) => void swept.push(moment);
  ({ stop } = dailyRetention({ store, sweep, clock, log }));
}

async function tenMinutesAt(moment: string): Promise<void> {
  now = moment;
  await vi.advanceTimersByTimeAsync(tenMinutes);
}

const runs = async () => (await all(store.audit())).length;

beforeEach(() => {
  vi.useFakeTimers();
  now = "2023-06-16T00:00:00.000Z";
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("runs once a day, and sweeps files that lie in the open", async () => {
  await serving();
  await tenMinutesAt("2023-06-16T00:10:00.000Z");
  await tenMinutesAt("2023-06-16T00:20:00.000Z");
  expect(await runs()).toBe(1);
  expect(swept).toEqual([Date.parse("2023-06-16T00:10:00.000Z")]);
  await tenMinutesAt("2023-06-16T01:00:00.000Z");
  expect(await runs()).toBe(1);
});

test.each([
  ["a day forward", "2023-06-17T00:10:00.000Z"],
  ["an hour and a half forward", "2023-06-16T01:30:00.000Z"],
  ["to 2038", "2038-01-19T03:14:08.000Z"],
  ["a day back", "2023-06-15T00:10:00.000Z"],
  ["not at all", "2023-06-16T00:00:00.000Z"],
])("does nothing in the ten minutes in which the clock moved %s", async (_, moment) => {
  await serving();
  await tenMinutesAt(moment);
  expect(await runs()).toBe(0);
  expect(await store.conversation("web:u1")).toBeDefined();
});

test("a clock that has been right since yesterday removes what is due", async () => {
  await serving();
  await retain(store, "2023-12-13");
  await tenMinutesAt("2023-12-14T00:00:00.000Z");
  await tenMinutesAt("2023-12-14T00:10:00.000Z");
  expect(await store.conversation("web:u1")).toBeUndefined();
});

test("a machine that starts years away from its last run removes nothing until a person says that the date is right", async () => {
  const warned: string[] = [];
  await serving({ ...silentLog, warn: (_, message) => void warned.push(message) });
  await retain(store, "2023-06-15");
  await tenMinutesAt("2033-01-01T00:00:00.000Z");
  await tenMinutesAt("2033-01-01T00:10:00.000Z");
  expect(await store.conversation("web:u1")).toBeDefined();
  expect(warned).toEqual([expect.stringContaining("gonghui store retain")]);
  await retain(store, "2033-01-01");
  await tenMinutesAt("2033-01-01T23:50:00.000Z");
  await tenMinutesAt("2033-01-02T00:00:00.000Z");
  expect(await store.conversation("web:u1")).toBeUndefined();
});

test("a run that failed is tried again the same day", async () => {
  await serving();
  const expire = vi.spyOn(store, "expireConversations").mockRejectedValueOnce(new Error("disk full"));
  await tenMinutesAt("2023-06-16T00:10:00.000Z");
  expect(await runs()).toBe(0);
  await tenMinutesAt("2023-06-16T00:20:00.000Z");
  expect(expire).toHaveBeenCalledTimes(2);
  expect(await runs()).toBe(1);
});
