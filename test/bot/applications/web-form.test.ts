/** Every form of the registry, filled in on its page with the samples of its fields, as the page posts them. */
import { afterAll, expect, test } from "vitest";
import { kept } from "../../../bot/applications/changes.ts";
import { deskOver } from "../../../bot/applications/desk.ts";
import { formLink } from "../../../bot/applications/tickets.ts";
import { newDraft } from "../../../bot/dialogue/application/draft.ts";
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { forms } from "../../../flows/index.ts";
import { openKnowledge } from "../../../knowledge/index.ts";
import { heading, li, workbook, zhang } from "../../flows/roster/make.ts";
import { type Page, webForm } from "../../support/web-form.ts";

const knowledge = await openKnowledge();
const web = await webForm(knowledge);
afterAll(async () => {
  await web.stop();
  await knowledge.close();
});

const person = "chat:u1";
const at = "2023-06-15T08:00:00.000Z";

async function pageFor(form: Form) {
  const application = `a${form.id}`;
  const { secret, ticket } = formLink(person, application, at);
  const desk = deskOver(web.store, { person, channel: "chat", at });
  const linked = { kind: "ticket", id: ticket.id, person, value: ticket } as const;
  await web.store.apply([kept(newDraft(form, application, desk, {})), linked]);
  const browser = web.browser();
  await browser.open(secret);
  const purposes = ["application", "medical"];
  await browser.post("consent", { ...(await browser.order()), purposes });
  return browser;
}

/** What the inputs of a page hold: numbers are text there. */
const asTyped = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);
/** Men and women must add up to all. */
const fitting: Readonly<Record<string, unknown>> = { femaleCount: "0" };

test.each(forms.map((form) => [form.title, form] as const))(
  "《%s》 is filled in and handed in",
  async (_title, form) => {
    const browser = await pageFor(form);
    const samples = new Map(fieldsOf(form).map(({ fact }) => [fact.id, fact]));
    const open = async () =>
      (await browser.page()).sections
        .flatMap(({ fields }) => fields)
        .filter(({ applies, value }) => applies && value === null);
    if ((await open()).some(({ input }) => input === "rows")) {
      const { application, revision } = await browser.order();
      const lines = [
        [1, "示例公司", "张三", "男", "已婚", 35, zhang],
        [2, "示例公司", "李四", "女", "未婚", 33, li],
      ];
      const headers = { "content-type": "application/octet-stream", "x-file-name": "roster.xlsx" };
      await browser.post(
        `files?application=${application}&revision=${revision}`,
        await workbook([heading, ...lines]),
        headers,
      );
    }
    const typed: Record<string, unknown> = {};
    // Once for what is asked at first, once for what those answers open.
    for (const _round of [1, 2]) {
      const answers = Object.fromEntries(
        (await open()).map(({ id }) => [id, fitting[id] ?? asTyped(samples.get(id)?.samples[0])]),
      );
      const { body } = await browser.post("answers", { ...(await browser.order()), answers });
      expect(body["wrong"]).toEqual({});
      Object.assign(typed, answers);
    }
    expect((await browser.page()).missing).toEqual([]);
    const { body } = await browser.post("hand-in", { ...(await browser.order()), insists: true });
    expect((body["page"] as Page | undefined)?.handedIn?.number, JSON.stringify(body)).toMatch(/^QP-/);
    const stored = await web.store.record("application", `a${form.id}`);
    for (const [id, value] of Object.entries(typed))
      expect(stored?.value.fields[id], id).toEqual(samples.get(id)?.schema.parse(value));
  },
);
