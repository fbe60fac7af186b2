/** Channels repeat and shuffle messages, also over a restart: each counts once and is answered once. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assistant } from "../../../bot/assistant.ts";
import { botkitHost, type Host } from "../../../bot/channels/botkit.ts";
import type { Incoming } from "../../../bot/channels/channel.ts";
import { fixedClock } from "../../../bot/clock.ts";
import { silentLog } from "../../../bot/log.ts";
import { retain } from "../../../bot/privacy/retention.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { Conflict, type Store } from "../../../bot/storage/store.ts";
import type { Knowledge } from "../../../knowledge/index.ts";
import { all, applicationOf } from "../../contracts/store.ts";
import { newFolder } from "./folders.ts";

// 「撤回同意」 is answered without looking anything up.
const message = (user: string, id: string): Incoming => ({ id, channel: "web", user, text: "撤回同意" });
const answering = (store: Store, day: string) =>
  assistant({ knowledge: {} as Knowledge, store, clock: fixedClock(day), log: silentLog });

const persons = 20;
const messages = Array.from({ length: 200 }, (_, number) => message(`u${number % persons}`, `m${number}`));

test("200 messages, each eight times at once, then shuffled, after a restart and a day later: once committed, once answered", async () => {
  const folder = await newFolder();
  const sent: string[] = [];
  const serving = (store: Store, day: string): Host =>
    botkitHost("web", answering(store, day).handle, async ({ id }) => void sent.push(id));

  const store = await openStore(folder);
  const host = serving(store, "2023-06-15");
  await Promise.all(messages.flatMap((one) => Array.from({ length: 8 }, () => host.receive({ ...one }))));
  const [shuffled = []] = fc.sample(fc.shuffledSubarray(messages, { minLength: messages.length }), {
    numRuns: 1,
    seed: 5,
  });
  await Promise.all(shuffled.map((one) => host.receive(one)));
  await store.close();

  const again = await openStore(folder);
  await Promise.all(shuffled.map((one) => serving(again, "2023-06-16").receive(one)));
  expect(sent.toSorted()).toEqual(messages.map(({ id }) => `${id}/1`).toSorted());
  expect(await all(again.log({}))).toHaveLength(2 * messages.length);
  for (let person = 0; person < persons; person += 1)
    expect(await again.conversation(`web:u${person}`)).toMatchObject({ turns: messages.length / persons });
  await again.close();
});

test("a message whose reply could not be sent is answered when it comes again", async () => {
  const store = await openStore(await newFolder());
  const sent: string[] = [];
  let offline = true;
  const host = botkitHost("web", answering(store, "2023-06-15").handle, async ({ id }) => {
    if (offline) throw new Error("offline");
    sent.push(id);
  });
  await expect(host.receive(message("u1", "m1"))).rejects.toThrow("offline");
  offline = false;
  await host.receive(message("u1", "m1"));
  await host.receive(message("u1", "m1"));
  expect(sent).toEqual(["m1/1"]);
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
  await store.close();
});

test("twenty messages of one person to two assistants, while staff edit and the daily job runs: none is lost", async () => {
  const store = await openStore(await newFolder());
  const value = applicationOf("a1", { status: "handedIn", fields: { edits: 0 }, updatedAt: "2023-06-15" });
  await store.apply([
    { kind: "application", id: "a1", person: "web:u1", value },
    { kind: "application", id: "old", person: "web:u1", value: applicationOf("old", { updatedAt: "2020-01-01" }) },
  ]);
  const hosts = [answering(store, "2023-06-15"), answering(store, "2023-06-15")];
  const edit = async (): Promise<void> => {
    const read = await store.record("application", "a1");
    const edits = Number(read?.value.fields["edits"]) + 1;
    const change = { kind: "application", id: "a1", value: { ...value, fields: { edits } } } as const;
    await store.apply([{ ...change, expected: read?.revision ?? 0 }]).catch((cause: unknown) => {
      if (!(cause instanceof Conflict)) throw cause;
      return edit();
    });
  };
  await Promise.all([
    ...Array.from({ length: 20 }, (_, number) => hosts[number % 2]?.handle(message("u1", `m${number}`))),
    ...Array.from({ length: 20 }, edit),
    retain(store, "2023-06-15"),
  ]);
  expect(await store.conversation("web:u1")).toMatchObject({ turns: 20 });
  const log = await all(store.log({ conversation: "web:u1" }));
  expect(log.map(({ from }) => from)).toEqual(Array.from({ length: 20 }, () => ["person", "bot"]).flat());
  expect((await store.record("application", "a1"))?.value.fields).toEqual({ edits: 20 });
  expect(await store.record("application", "old")).toBeUndefined();
  await store.close();
});
