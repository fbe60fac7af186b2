/** A day in the life of the store, and what must be true of it whatever happens in between. */
import { expect } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { verifyAudit } from "../../../bot/storage/audit-chain.ts";
import type { Application, Change } from "../../../bot/storage/records.ts";
import { Conflict, type Store } from "../../../bot/storage/store.ts";
import { all, applicationOf, turnOf } from "../../contracts/store.ts";

export interface Operation {
  readonly name: string;
  readonly run: (store: Store) => Promise<unknown>;
}

const quota = "2023/2-1";
const series = "QP-2-1-1-2023";
const note = (object: string): Change => ({
  kind: "audit",
  note: { at: "2023-06-15", actor: "system", action: "test", object },
});

const turn = (person: string, number: number, changes: readonly Change[] = []): Operation => ({
  name: `turn ${person} ${number}`,
  run: (store) => store.commit({ ...turnOf(newConversation(`web:${person}`), number), changes }),
});

const handIn = (person: string, number: number, id: string, sequence: number): Operation => {
  const value: Application = applicationOf(id, {
    owner: `web:${person}`,
    status: "handedIn",
    number: `${series}-${String(sequence).padStart(6, "0")}`,
    places: { quota, count: 10, limit: 100 },
    fields: { turn: number },
  });
  return turn(person, number, [{ kind: "application", id, person: `web:${person}`, value }, note(id)]);
};

/** A change by staff carries the revision that was read: done twice, the second is a conflict and changes nothing. */
const returned = (id: string, sequence: number): Operation => ({
  name: `return ${id}`,
  run: async (store) => {
    const number = `${series}-${String(sequence).padStart(6, "0")}`;
    const value = applicationOf(id, { status: "returned", number, owner: "web:a" });
    const change: Change = { kind: "application", id, person: "web:a", value, expected: 1 };
    await store.apply([change, note(id)]).catch((cause: unknown) => {
      if (!(cause instanceof Conflict)) throw cause;
    });
  },
});

const erase = (person: string): Operation => ({
  name: `erase ${person}`,
  run: (store) => store.erase(`web:${person}`),
});

/** Turns of three persons, a page that is sealed, hand-ins, a return, an erasure, a removal, a retention. */
export const script: readonly Operation[] = [
  turn("a", 1),
  turn("b", 1),
  handIn("a", 2, "app1", 1),
  { name: "delivered", run: async (store) => store.delivered("web:a", ["m1/1", "m2/1"]) },
  ...Array.from({ length: 32 }, (_, index) => turn("a", index + 3)),
  handIn("b", 2, "app2", 2),
  returned("app1", 1),
  turn("c", 1),
  { name: "remove", run: (store) => store.apply([{ kind: "application", id: "app1", value: null }]) },
  handIn("c", 2, "app3", 3),
  erase("b"),
  turn("b", 1),
  handIn("b", 2, "app4", 4),
  turn("a", 35),
];

const persons = ["a", "b", "c"];

export interface State {
  readonly turns: Readonly<Record<string, number>>;
  readonly applications: Readonly<Record<string, string>>;
  readonly audit: number;
}

/** Reads everything and checks what must hold at every moment. */
export async function soundState(store: Store): Promise<State> {
  const turns: Record<string, number> = {};
  for (const person of persons) {
    const count = (await store.conversation(`web:${person}`))?.turns ?? 0;
    const log = (await all(store.log({ conversation: `web:${person}` }))).map(({ text }) => text);
    const expected = Array.from({ length: count }, (_, index) => [`问${index + 1}`, `答${index + 1}`]).flat();
    expect(log.sort(), `log of ${person}`).toEqual(expected.sort());
    if (count > 0) expect(await store.turn(`web:${person}`, `m${count}`), "the last turn is known").toBeDefined();
    turns[person] = count;
  }
  const applications: Record<string, string> = {};
  let places = 0;
  for (const { value } of await all(store.records("application"))) {
    applications[value.id] = value.status;
    places += value.places?.count ?? 0;
    const handedIn = value.fields["turn"];
    const person = value.owner.slice("web:".length);
    if (typeof handedIn === "number") expect(turns[person], `the turn of ${value.id}`).toBeGreaterThanOrEqual(handedIn);
  }
  expect(await store.quotaUsed(quota), "counter of the quota").toBe(places);
  const verdict = await verifyAudit(store.audit());
  expect(verdict.sound, "audit trail").toBe(true);
  return { turns, applications, audit: verdict.count };
}
