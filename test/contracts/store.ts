/** What every store must do, whatever it is made of. */
import { describe, expect, test } from "vitest";
import type { Outgoing } from "../../bot/channels/channel.ts";
import { type Conversation, newConversation } from "../../bot/dialogue/conversation.ts";
import type { Application } from "../../bot/storage/records.ts";
import { Conflict, type LogEntry, type QuotaFull, type Store, type TurnCommit } from "../../bot/storage/store.ts";

export interface StoreUnderTest {
  /** A store over fresh data. */
  readonly open: () => Promise<Store>;
  /** The same data again, as after a restart; absent for a store that forgets. */
  readonly reopen?: () => Promise<Store>;
}

const reply = (id: string, text: string): Outgoing => ({ id, to: "u1", text, outcome: "answered" });

export const applicationOf = (id: string, more: Partial<Application> = {}): Application => ({
  id,
  form: "2-1-1",
  project: "2-1",
  owner: "web:u1",
  status: "draft",
  fields: { unit: "某某公司", people: 20 },
  files: [],
  history: [{ at: "2023-06-15T00:00:00.000Z", by: "person:web:u1", did: "start" }],
  createdAt: "2023-06-15T00:00:00.000Z",
  updatedAt: "2023-06-15T00:00:00.000Z",
  ...more,
});

export function turnOf(conversation: Conversation, number: number, said = `问${number}`): TurnCommit {
  const user = conversation.id.split(":").at(-1) ?? "";
  const who = {
    conversation: conversation.id,
    user,
    channel: "web",
    at: `2023-06-15T00:00:${String(number % 60).padStart(2, "0")}.${String(number).padStart(6, "0")}Z`,
  };
  const entries: LogEntry[] = [
    { ...who, from: "person", text: said },
    { ...who, from: "bot", text: `答${number}`, outcome: "answered", cites: ["2-3#1.2"] },
  ];
  return {
    conversation: { ...conversation, turns: number },
    messageId: `m${number}`,
    entries,
    replies: [reply(`m${number}/1`, `答${number}`)],
  };
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export function storeContract(name: string, make: () => StoreUnderTest): void {
  describe(`${name} keeps the store contract`, () => {
    test("knows nothing of a conversation that never was", async () => {
      const store = await make().open();
      expect(await store.conversation("web:nobody")).toBeUndefined();
      expect(await store.turn("web:nobody", "m1")).toBeUndefined();
      expect(await all(store.log({}))).toEqual([]);
      await store.close();
    });

    test("returns a committed turn: state, replies by message id, log", async () => {
      const store = await make().open();
      await store.commit(turnOf(newConversation("web:u1"), 1));
      expect(await store.conversation("web:u1")).toMatchObject({ id: "web:u1", turns: 1 });
      expect((await store.turn("web:u1", "m1"))?.replies).toEqual([reply("m1/1", "答1")]);
      expect((await all(store.log({}))).map(({ text }) => text)).toEqual(["问1", "答1"]);
      await store.close();
    });

    test("hands out copies: a caller cannot change what is stored", async () => {
      const store = await make().open();
      const turn = turnOf(newConversation("web:u1"), 1);
      await store.commit(turn);
      const first = (await store.conversation("web:u1")) as { turns: number } | undefined;
      if (first) first.turns = 99;
      expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
      await store.close();
    });

    test("keeps replies as undelivered until they are marked, also over a restart", async () => {
      const subject = make();
      const store = await subject.open();
      await store.commit(turnOf(newConversation("web:u1"), 1));
      await store.commit(turnOf(newConversation("web:u1"), 2));
      await store.delivered("web:u1", ["m1/1"]);
      expect((await all(store.undelivered())).map(({ reply: { id } }) => id)).toEqual(["m2/1"]);
      expect((await store.turn("web:u1", "m1"))?.undelivered).toEqual([]);
      await store.commit(turnOf(newConversation("web:u1"), 3));
      await store.delivered("web:u1", ["m2/1"]);
      expect((await all(store.undelivered())).map(({ reply: { id } }) => id)).toEqual(["m3/1"]);
      await store.close();
      const again = await subject.reopen?.();
      if (again) {
        const waiting = await all(again.undelivered());
        expect(waiting).toMatchObject([{ conversation: "web:u1", channel: "web", reply: { id: "m3/1", text: "答3" } }]);
      }
      await again?.close();
    });

    test("filters the log by user, conversation and time, oldest first", async () => {
      const store = await make().open();
      await store.commit(turnOf(newConversation("web:u1"), 2));
      await store.commit(turnOf(newConversation("web:u2"), 1));
      expect((await all(store.log({ conversation: "web:u2" }))).map(({ text }) => text)).toEqual(["问1", "答1"]);
      expect((await all(store.log({ since: "2023-06-15T00:00:02" }))).map(({ text }) => text)).toEqual(["问2", "答2"]);
      expect((await all(store.log({}))).map(({ text }) => text)).toEqual(["问1", "答1", "问2", "答2"]);
      expect(await all(store.log({ user: "u9" }))).toEqual([]);
      await store.close();
    });

    test("keeps a long history whole and in order, though the clock is set back now and then, also after a restart", async () => {
      const subject = make();
      const store = await subject.open();
      const turns = 200;
      for (let number = 1; number <= turns; number += 1) await store.commit(turnOf(newConversation("web:u1"), number));
      const expected = Array.from({ length: turns }, (_, index) => [`问${index + 1}`, `答${index + 1}`]).flat();
      const texts = async (from: Store) => (await all(from.log({ conversation: "web:u1" }))).map(({ text }) => text);
      expect(await texts(store)).toEqual(expected);
      await store.close();
      if (!subject.reopen) return;
      const again = await subject.reopen();
      expect(await texts(again)).toEqual(expected);
      expect(await again.conversation("web:u1")).toMatchObject({ turns });
      expect((await again.turn("web:u1", `m${turns}`))?.replies).toHaveLength(1);
      await again.close();
    });

    test("commits a message once: the same id again changes nothing and returns the first replies", async () => {
      const store = await make().open();
      await store.commit(turnOf(newConversation("web:u1"), 1));
      const second = turnOf(newConversation("web:u1"), 1, "别的话");
      const changes = [{ kind: "application", id: "a1", value: applicationOf("a1") }] as const;
      const stands = await store.commit({ ...second, replies: [reply("other/1", "别的")], changes });
      expect(stands.replies).toEqual([reply("m1/1", "答1")]);
      expect(await store.record("application", "a1")).toBeUndefined();
      expect(await all(store.log({}))).toHaveLength(2);
      for (let number = 2; number <= 100; number += 1) await store.commit(turnOf(newConversation("web:u1"), number));
      expect(await store.turn("web:u1", "m1")).toMatchObject({ replies: [] });
      await store.close();
    });

    test("counts a hand-in once that comes again under a fresh message id", async () => {
      const store = await make().open();
      const value = applicationOf("a1", { number: "S-000001", places: { quota: "q", count: 5, limit: 10 } });
      const changes = [{ kind: "application", id: "a1", value, expected: 0 }] as const;
      await store.commit({ ...turnOf(newConversation("web:u1"), 1), changes });
      const again = store.commit({ ...turnOf(newConversation("web:u1"), 2), changes });
      await expect(again).rejects.toBeInstanceOf(Conflict);
      expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
      expect(await store.quotaUsed("q")).toBe(5);
      expect(await store.nextNumber("S")).toBe("S-000002");
      await store.close();
    });

    test("refuses a turn that was computed from an older state", async () => {
      const store = await make().open();
      await store.commit({ ...turnOf(newConversation("web:u1"), 1), expects: 0 });
      const late = store.commit({ ...turnOf(newConversation("web:u1"), 2), messageId: "late", expects: 0 });
      await expect(late).rejects.toBeInstanceOf(Conflict);
      expect(await store.conversation("web:u1")).toMatchObject({ turns: 1 });
      await store.close();
    });

    test("commits what a turn causes together with it: application, number, quota, audit", async () => {
      const subject = make();
      const store = await subject.open();
      const number = await store.nextNumber("QP-2-1-1-2023");
      expect(number).toBe("QP-2-1-1-2023-000001");
      const places = { quota: "2023/2-1", count: 20, limit: 30 };
      const value = applicationOf("a1", { status: "handedIn", number, places });
      const note = { at: "2023-06-15", actor: "person:web:u1", action: "handIn", object: "application/a1" };
      await store.commit({
        ...turnOf(newConversation("web:u1"), 1),
        changes: [
          { kind: "application", id: "a1", person: "web:u1", value, expected: 0 },
          { kind: "audit", note },
        ],
      });
      const check = async (from: Store) => {
        expect(await from.record("application", "a1")).toEqual({ value, revision: 1, person: "web:u1" });
        expect(await from.quotaUsed("2023/2-1")).toBe(20);
        expect(await from.nextNumber("QP-2-1-1-2023")).toBe("QP-2-1-1-2023-000002");
        expect(await all(from.audit())).toMatchObject([{ ...note, number: 1 }]);
        expect(await all(from.records("application", { person: "web:u1" }))).toHaveLength(1);
        expect(await all(from.records("application", { person: "web:u2" }))).toEqual([]);
      };
      await check(store);
      await store.close();
      const again = await subject.reopen?.();
      if (again) await check(again);
      await again?.close();
    });

    test("writes nothing of a turn whose quota is full or whose number is taken", async () => {
      const store = await make().open();
      const places = (count: number) => ({ quota: "q", count, limit: 30 });
      const first = applicationOf("a1", { places: places(20), number: "S-000001" });
      await store.apply([{ kind: "application", id: "a1", value: first }]);
      const tooMany = applicationOf("a2", { places: places(11) });
      const full = store.commit({
        ...turnOf(newConversation("web:u1"), 1),
        changes: [{ kind: "application", id: "a2", value: tooMany }],
      });
      await expect(full).rejects.toMatchObject({ code: "QUOTA_FULL", left: 10 } satisfies Partial<QuotaFull>);
      expect(await store.conversation("web:u1")).toBeUndefined();
      const taken = applicationOf("a3", { number: "S-000001" });
      await expect(store.apply([{ kind: "application", id: "a3", value: taken }])).rejects.toBeInstanceOf(Conflict);
      expect(await store.quotaUsed("q")).toBe(20);
      await store.close();
    });

    test("gives places back on return, and counts a repeated hand-in once", async () => {
      const store = await make().open();
      const value = applicationOf("a1", { places: { quota: "q", count: 5, limit: 10 } });
      await store.apply([{ kind: "application", id: "a1", value }]);
      await store.apply([{ kind: "application", id: "a1", value }]);
      expect(await store.quotaUsed("q")).toBe(5);
      await store.apply([{ kind: "application", id: "a1", value: applicationOf("a1", { status: "returned" }) }]);
      expect(await store.quotaUsed("q")).toBe(0);
      await store.close();
    });

    test("never grants more places than there are, however many ask at once", async () => {
      const store = await make().open();
      const ask = async (number: number): Promise<void> => {
        const value = applicationOf(`a${number}`, { places: { quota: "q", count: 1, limit: 25 } });
        await store.apply([{ kind: "application", id: `a${number}`, value, expected: 0 }]);
      };
      const asked = await Promise.allSettled(Array.from({ length: 40 }, (_, number) => ask(number)));
      expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(25);
      expect(await store.quotaUsed("q")).toBe(25);
      expect(await all(store.records("application"))).toHaveLength(25);
      await store.close();
    });

    test("gives each number once, however many ask at once", async () => {
      const store = await make().open();
      const handIn = async (id: string): Promise<void> => {
        const value = applicationOf(id, { number: await store.nextNumber("S") });
        await store.apply([{ kind: "application", id, value, expected: 0 }]).catch((cause: unknown) => {
          if (!(cause instanceof Conflict)) throw cause;
          return handIn(id);
        });
      };
      await Promise.all(Array.from({ length: 12 }, (_, index) => handIn(`a${index}`)));
      const numbers = (await all(store.records("application"))).map(({ value }) => value.number).sort();
      expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => `S-${String(index + 1).padStart(6, "0")}`));
      await store.close();
    });

    test("refuses a change of a record that somebody else changed first", async () => {
      const store = await make().open();
      const user = { id: "staff", name: "张三", role: "staff", passwordHash: "x", changedAt: "2023-06-15" };
      await store.apply([{ kind: "user", id: "staff", value: user, expected: 0 }]);
      const second = store.apply([{ kind: "user", id: "staff", value: user, expected: 0 }]);
      await expect(second).rejects.toBeInstanceOf(Conflict);
      await store.apply([{ kind: "user", id: "staff", value: null, expected: 1 }]);
      expect(await store.record("user", "staff")).toBeUndefined();
      await store.close();
    });

    test("erases everything of one person and nothing of another", async () => {
      const subject = make();
      const store = await subject.open();
      for (let number = 1; number <= 40; number += 1) await store.commit(turnOf(newConversation("web:u1"), number));
      await store.commit(turnOf(newConversation("web:u2"), 1));
      const value = applicationOf("a1", { places: { quota: "q", count: 5, limit: 10 } });
      await store.apply([{ kind: "application", id: "a1", person: "web:u1", value }]);
      const removed = await store.erase("web:u1");
      expect(removed).toMatchObject({ conversation: 1, page: 2 });
      const check = async (from: Store) => {
        expect(await from.conversation("web:u1")).toBeUndefined();
        expect(await from.record("application", "a1")).toBeUndefined();
        expect(await from.quotaUsed("q")).toBe(0);
        expect((await all(from.log({}))).map(({ user }) => user)).toEqual(["u2", "u2"]);
      };
      await check(store);
      await store.close();
      const again = await subject.reopen?.();
      if (!again) return;
      await check(again);
      await again.commit(turnOf(newConversation("web:u1"), 1));
      expect(await all(again.log({ conversation: "web:u1" }))).toHaveLength(2);
      await again.close();
    });

    test("lets conversations expire and keeps the younger ones whole", async () => {
      const store = await make().open();
      await store.commit(turnOf(newConversation("web:u1"), 1));
      await store.commit(turnOf(newConversation("web:u2"), 30));
      expect(await store.expireConversations("2023-06-15T00:00:20")).toEqual({ conversation: 1, page: 0 });
      expect(await store.conversation("web:u1")).toBeUndefined();
      expect(await all(store.log({ conversation: "web:u2" }))).toHaveLength(2);
      await store.close();
    });

    test("lets two persons write at once", async () => {
      const store = await make().open();
      await Promise.all(
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) => store.commit(turnOf(newConversation(`web:p${number}`), number))),
      );
      expect(await all(store.log({}))).toHaveLength(16);
      await store.close();
    });
  });
}
