import { expect, test } from "vitest";
import type { Channel, Outgoing } from "../../bot/channels/channel.ts";
import { newConversation } from "../../bot/dialogue/conversation.ts";
import { silentLog } from "../../bot/log.ts";
import { sendAtOnce, sendWaiting } from "../../bot/outbox.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import { all, turnOf } from "../contracts/store.ts";

function channel(send: (outgoing: Outgoing) => Promise<void>): Channel {
  return { name: "web", start: async () => [], stop: async () => undefined, send };
}
const clockAt = (now: string) => ({ today: () => now.slice(0, 10), now: () => now });

test("after a restart a person gets what was committed and not sent, once", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.commit(turnOf(newConversation("web:u1"), 2));
  await store.delivered("web:u1", ["m1/1"]);
  const sent: string[] = [];
  const channels = [channel(async ({ id }) => void sent.push(id))];
  const parts = { store, channels, clock: clockAt("2023-06-15T00:01:00.000Z"), log: silentLog };
  expect(await sendWaiting(parts)).toBe(1);
  expect(await sendWaiting(parts)).toBe(0);
  expect(sent).toEqual(["m2/1"]);
});

test("a reply so young that another process may be sending it is left alone", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  const sent: string[] = [];
  const parts = { store, channels: [channel(async ({ id }) => void sent.push(id))], log: silentLog, youngest: 15_000 };
  expect(await sendWaiting({ ...parts, clock: clockAt("2023-06-15T00:00:15.000Z") })).toBe(0);
  expect(await sendWaiting({ ...parts, clock: clockAt("2023-06-15T00:00:17.000Z") })).toBe(1);
  expect(sent).toEqual(["m1/1"]);
});

test("a reply of a moment that is still to come, because the clock was set back, is sent", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  const channels = [channel(async () => undefined)];
  const clock = clockAt("2023-06-14T00:00:00.000Z");
  expect(await sendWaiting({ store, channels, clock, log: silentLog, youngest: 15_000 })).toBe(1);
});

test("a reply is not sent a day later, nor into a room that has moved on, and waits when the channel fails", async () => {
  const store = memoryStore();
  const turn = turnOf(newConversation("web:room1:u1"), 1);
  await store.commit({ ...turn, replies: turn.replies.map((reply) => ({ ...reply, room: "room1" })) });
  await store.commit(turnOf(newConversation("web:u2"), 1));
  const sent: string[] = [];
  const working = [channel(async ({ to }) => void sent.push(to))];
  const broken = [channel(() => Promise.reject(new Error("offline")))];
  const tenMinutes = clockAt("2023-06-15T00:10:00.000Z");
  expect(await sendWaiting({ store, channels: broken, clock: tenMinutes, log: silentLog })).toBe(0);
  expect(await all(store.undelivered())).toHaveLength(1);
  expect(
    await sendWaiting({ store, channels: working, clock: clockAt("2023-06-17T00:00:00.000Z"), log: silentLog }),
  ).toBe(0);
  expect(await all(store.undelivered())).toEqual([]);
  expect(sent).toEqual([]);
});

test("what no message of the channel caused is sent at once, once, and waits while the channel fails", async () => {
  const store = memoryStore();
  const turn = await store.commit(turnOf(newConversation("web:u1"), 1));
  const sent: string[] = [];
  const parts = { store, clock: clockAt("2023-06-15T00:01:00.000Z"), log: silentLog };
  const broken = [channel(() => Promise.reject(new Error("offline")))];
  await sendAtOnce({ ...parts, channels: broken }, "web:u1", turn);
  await sendAtOnce({ ...parts, channels: [] }, "web:u1", turn);
  expect(await all(store.undelivered())).toHaveLength(1);
  const channels = [channel(async ({ id }) => void sent.push(id))];
  await sendAtOnce({ ...parts, channels }, "web:u1", turn);
  expect(await sendWaiting({ ...parts, channels })).toBe(0);
  expect(sent).toEqual(["m1/1"]);
});
