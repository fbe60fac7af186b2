/** What the assistant makes of repeated, simultaneous and refused turns, over any store. */
import { expect, test } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import type { Incoming } from "../../../bot/channels/channel.ts";
import { fixedClock } from "../../../bot/clock.ts";
import { silentLog } from "../../../bot/log.ts";
import { giveConsent, hasConsent } from "../../../bot/privacy/consent.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import { type Store, StoreUnavailable } from "../../../bot/storage/store.ts";
import type { Knowledge } from "../../../knowledge/index.ts";
import { all, applicationOf } from "../../contracts/store.ts";

// 「撤回同意」 is answered without looking anything up.
const noKnowledge = {} as Knowledge;
const withdrawal = (id: string, user = "u1"): Incoming => ({ id, channel: "web", user, text: "撤回同意" });
const over = (store: Store) =>
  assistant({ knowledge: noKnowledge, store, clock: fixedClock("2023-06-15"), log: silentLog }).handle;

test("one message delivered eight times at once, to two processes, is committed once", async () => {
  const store = memoryStore();
  const [one, other] = [over(store), over(store)];
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => (index % 2 ? one : other)(withdrawal("m1"))),
  );
  expect(new Set(answers.flat().map(({ id }) => id))).toEqual(new Set(["m1/1"]));
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
  expect(await all(store.log({}))).toHaveLength(2);
});

test("a message delivered again after its reply was sent is not answered again", async () => {
  const store = memoryStore();
  const handle = over(store);
  const replies = await handle(withdrawal("m1"));
  expect(replies).toHaveLength(1);
  expect(await handle(withdrawal("m1"))).toEqual(replies);
  handle.sent?.(withdrawal("m1"), replies);
  expect(await handle(withdrawal("m1"))).toEqual([]);
});

test("twenty messages of one person to two processes all count, in some order", async () => {
  const store = memoryStore();
  const [one, other] = [over(store), over(store)];
  await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other)(withdrawal(`m${index}`))));
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 20 });
});

test("a store that cannot write: the person is told that nothing was accepted", async () => {
  const store = memoryStore();
  const full: Store = { ...store, commit: () => Promise.reject(new StoreUnavailable("full")) };
  const [reply] = await over(full)(withdrawal("m1"));
  expect(reply?.text).toContain("未受理");
  expect(await all(store.log({}))).toEqual([]);
});

test("「撤回同意」 ends consents and drafts with the turn that says so", async () => {
  const store = memoryStore();
  const moment = { person: "web:u1", at: "2023-06-15", channel: "web" };
  await store.apply([
    giveConsent(undefined, "application", moment),
    { kind: "application", id: "d", person: "web:u1", value: applicationOf("d") },
  ]);
  const [reply] = await over(store)(withdrawal("m1"));
  expect(reply?.text).toContain("已撤回同意");
  expect(hasConsent((await store.record("consent", "web:u1"))?.value, "application")).toBe(false);
  expect(await store.record("application", "d")).toBeUndefined();
});
