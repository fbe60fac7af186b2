import { afterEach, expect, test, vi } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { silentLog } from "../../../bot/log.ts";
import { dailyRetention } from "../../../bot/privacy/daily.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import { turnOf } from "../../contracts/store.ts";

afterEach(() => {
  vi.useRealTimers();
});

const hour = 3_600_000;

test("runs once a day, and does nothing in the hour in which the clock jumped", async () => {
  vi.useFakeTimers();
  let now = "2023-06-16T00:00:00.000Z";
  const clock = { now: () => now, today: () => now.slice(0, 10) };
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  const housekeeping = dailyRetention({ store, clock, log: silentLog });
  await vi.advanceTimersByTimeAsync(hour);
  now = "2033-01-01T00:00:00.000Z";
  await vi.advanceTimersByTimeAsync(hour);
  expect(await store.conversation("web:u1")).toBeDefined();
  now = "2033-01-01T01:00:00.000Z";
  await vi.advanceTimersByTimeAsync(hour);
  expect(await store.conversation("web:u1")).toBeUndefined();
  housekeeping.stop();
});
