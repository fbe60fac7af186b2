import { expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { affected } from "../../../bot/privacy/affected.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import type { Change } from "../../../bot/storage/records.ts";
import { applicationOf, turnOf } from "../../contracts/store.ts";

const note = (at: string, actor: string, action: string, object: string): Change => ({
  kind: "audit",
  note: { at, actor, action, object },
});

test("names everybody whose data was shown or handed out in the days, with who, what and when", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.commit(turnOf(newConversation("web:u2"), 2));
  await store.apply([
    { kind: "application", id: "a3", value: applicationOf("a3", { owner: "web:u3" }) },
    note("2023-06-14T15:59:59.000Z", "operator:li", "export", "person/web:before"),
    note("2023-06-15T09:00:00.000Z", "operator:li", "reveal", "log/all"),
    note("2023-06-15T10:00:00.000Z", "staff:wang", "view", "application/a3"),
    note("2023-06-15T10:00:00.000Z", "staff:wang", "view", "application/gone"),
    note("2023-06-15T11:00:00.000Z", "person:web:u4", "withdrawConsent", "consent/web:u4"),
    note("2023-06-15", "system", "retain", "store"),
    note("2023-06-16T15:00:00.000Z", "operator:li", "reveal", "log/u2"),
    note("2023-06-17T00:00:00.000Z", "operator:li", "export", "person/web:after"),
  ]);
  const found = await affected(store, { since: "2023-06-15", until: "2023-06-16" });
  const [all, u2] = [
    { at: "2023-06-15T09:00:00.000Z", actor: "operator:li", action: "reveal", object: "log/all" },
    { at: "2023-06-16T15:00:00.000Z", actor: "operator:li", action: "reveal", object: "log/u2" },
  ];
  expect(found).toEqual([
    { person: "web:u1", seen: [all] },
    { person: "web:u2", seen: [all, u2] },
    { person: "web:u3", seen: [expect.objectContaining({ actor: "staff:wang", object: "application/a3" })] },
    { person: "application/gone", seen: [expect.objectContaining({ actor: "staff:wang" })] },
  ]);
});

test("a log that was revealed before a person came does not affect the person", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.apply([note("2023-06-14T00:00:00.000Z", "operator:li", "reveal", "log/all")]);
  expect(await affected(store, { since: "2023-06-01", until: "2023-06-30" })).toEqual([]);
});
