/** A process that writes as fast as it can and says what was acknowledged, until it is killed. */
import { writeSync } from "node:fs";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { openStore } from "../../../bot/storage/open.ts";
import type { Change } from "../../../bot/storage/records.ts";
import { Conflict } from "../../../bot/storage/store.ts";
import { applicationOf, turnOf } from "../../contracts/store.ts";

const persons = 50;
/** Every so many turns one hands in an application. */
const handsIn = 5;

const store = await openStore(process.argv[2] ?? "");

async function changesOf(person: string, turn: number): Promise<readonly Change[]> {
  if (turn % handsIn !== 0) return [];
  const id = `${person}-${turn}`;
  const number = await store.nextNumber("QP");
  const value = applicationOf(id, {
    owner: `web:${person}`,
    number,
    places: { quota: "q", count: 1, limit: 1_000_000 },
  });
  return [
    { kind: "application", id, person: `web:${person}`, value, expected: 0 },
    { kind: "audit", note: { at: "2023-06-15", actor: person, action: "handIn", object: id } },
  ];
}

async function oneTurn(person: string): Promise<void> {
  const turns = (await store.conversation(`web:${person}`))?.turns ?? 0;
  const turn = turns + 1;
  const changes = await changesOf(person, turn);
  try {
    await store.commit({ ...turnOf(newConversation(`web:${person}`), turn), expects: turns, changes });
    writeSync(1, `${person} ${turn}\n`);
  } catch (cause) {
    if (!(cause instanceof Conflict)) throw cause;
  }
}

writeSync(1, "ready 0\n");
await Promise.all(
  Array.from({ length: persons }, async (_, index) => {
    for (;;) await oneTurn(`p${index}`);
  }),
);
