import { expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { agrees, consentTexts, giveConsent, hasConsent, refuses, withdraws } from "../../../bot/privacy/consent.ts";
import { exportPerson } from "../../../bot/privacy/person.ts";
import { keptSince, retain } from "../../../bot/privacy/retention.ts";
import { withdrawal } from "../../../bot/privacy/withdrawal.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import type { Change } from "../../../bot/storage/records.ts";
import { all, applicationOf, turnOf } from "../../contracts/store.ts";

const moment = { person: "web:u1", at: "2023-06-15T08:00:00.000Z", channel: "web" };

test("words that agree, refuse and withdraw are told apart", () => {
  expect(["同意", "我同意。", "好的"].every(agrees)).toBe(true);
  expect(["不同意", "拒绝"].every((text) => refuses(text) && !agrees(text))).toBe(true);
  expect(["撤回同意", "我要撤回我的同意", "取消授权"].every(withdraws)).toBe(true);
  expect(["同意", "怎么撤回申请"].some(withdraws)).toBe(false);
});

test("a consent opens its own purpose only, until it is withdrawn, and only for the text that was shown", async () => {
  const store = memoryStore();
  await store.apply([giveConsent(undefined, "application", moment)]);
  const record = (await store.record("consent", "web:u1"))?.value;
  expect(hasConsent(record, "application")).toBe(true);
  expect(hasConsent(record, "medical")).toBe(false);
  const older = record && { ...record, given: record.given.map((one) => ({ ...one, version: "2022-9" })) };
  expect(hasConsent(older, "application")).toBe(false);
  expect(consentTexts.medical.text).toContain("单独同意");
});

test("withdrawal ends every consent, removes drafts, keeps what was handed in and names it", async () => {
  const store = memoryStore();
  await store.apply([
    giveConsent(undefined, "application", moment),
    {
      kind: "application",
      id: "d",
      person: "web:u1",
      value: applicationOf("d", { files: [reference("of the draft")] }),
    },
    fileOf("of the draft"),
    {
      kind: "application",
      id: "h",
      person: "web:u1",
      value: applicationOf("h", { status: "handedIn", number: "QP-1-000001" }),
    },
  ]);
  const { say, changes } = await withdrawal(store, moment);
  await store.apply(changes);
  expect(say).toContain("QP-1-000001");
  expect(hasConsent((await store.record("consent", "web:u1"))?.value, "application")).toBe(false);
  expect((await all(store.records("application"))).map(({ value }) => value.id)).toEqual(["h"]);
  expect(await all(store.records("file"))).toEqual([]);
  expect((await withdrawal(store, moment)).changes).toEqual([]);
});

const reference = (id: string) => ({ id, name: "名册.xlsx", purpose: "attachment" as const, sha256: "", size: 1 });
const fileOf = (id: string): Change => ({
  kind: "file",
  id,
  person: "web:u1",
  value: { id, name: "名册.xlsx", type: "xlsx", base64: "", at: "2023-06-15T00:00:00.000Z" },
});

test("retention removes what is due, nothing before, and reports it", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.apply([
    { kind: "application", id: "draft", value: applicationOf("draft") },
    {
      kind: "application",
      id: "done",
      value: applicationOf("done", { status: "delivered", files: [reference("used")] }),
    },
    fileOf("used"),
    fileOf("unused"),
  ]);
  expect(await retain(store, "2023-09-13")).toMatchObject({ conversation: 0, draft: 0, application: 0, file: 0 });
  expect(await retain(store, "2023-09-14")).toMatchObject({ conversation: 0, draft: 1, application: 0, file: 1 });
  expect((await all(store.records("file"))).map(({ value }) => value.id)).toEqual(["used"]);
  expect(await retain(store, "2023-12-12")).toMatchObject({ conversation: 0 });
  expect(await retain(store, "2023-12-14")).toMatchObject({ conversation: 1, draft: 0 });
  expect(await retain(store, "2026-06-15")).toMatchObject({ application: 1 });
  expect(await all(store.records("application"))).toEqual([]);
  expect(await all(store.records("file"))).toEqual([]);
  expect((await all(store.audit())).map(({ action }) => action)).toEqual(Array.from({ length: 5 }, () => "retain"));
  expect(keptSince("2023-06-15", 1)).toBe("2023-06-14T00:00:00.000Z");
});

test("a person gets everything of their own and nothing of others; erased, nothing is left", async () => {
  const store = memoryStore();
  await store.commit(turnOf(newConversation("web:u1"), 1));
  await store.commit(turnOf(newConversation("web:room7:u1"), 2));
  await store.commit(turnOf(newConversation("web:u2"), 1));
  const notice = { id: "n1", person: "web:u1", text: "您的申请退回了", at: "" };
  await store.apply([
    { kind: "application", id: "a1", person: "web:u1", value: applicationOf("a1") },
    { kind: "notice", id: "n1", person: "web:u1", value: notice },
  ]);
  const everything = await exportPerson(store, "web:u1");
  expect(everything.notices).toEqual([notice]);
  expect(everything.log).toHaveLength(4);
  expect(everything.applications).toHaveLength(1);
  expect(await store.erase("web:u1")).toEqual({ conversation: 2, application: 1, notice: 1 });
  const after = await exportPerson(store, "web:u1");
  expect({ ...after, person: "" }).toEqual({
    person: "",
    log: [],
    applications: [],
    files: [],
    consents: [],
    bindings: [],
    links: [],
    notices: [],
  });
  expect(await all(store.log({}))).toHaveLength(2);
});
