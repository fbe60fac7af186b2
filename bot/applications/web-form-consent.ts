/** Consent on a page: the same texts and the same record as in the chat. */

import { type Draft, isOpenDraft } from "../dialogue/application/draft.ts";
import { type Filling, fillingOf } from "../dialogue/application/filling.ts";
import { agreedDraft } from "../dialogue/application/start.ts";
import { newConversation } from "../dialogue/conversation.ts";
import { withConsent } from "../privacy/consent.ts";
import type { Change } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import { kept, personNote } from "./changes.ts";
import type { Opened } from "./web-form-session.ts";

/** What agreeing writes; once nothing is missing, the draft with what need not be asked. */
export async function agreeing(store: Store, found: Opened, purposes: readonly string[]): Promise<readonly Change[]> {
  const { person, desk, consents, draft } = found;
  const given = consents.filter((purpose) => purposes.includes(purpose));
  if (given.length === 0) return [];
  const stored = await store.record("consent", person);
  const record = given.reduce((before, purpose) => withConsent(before, purpose, desk), stored?.value);
  if (!record) return [];
  const notes = given.map((purpose) => personNote(desk, `consent ${purpose}`, `consent/${person}`));
  const begins = given.length === consents.length && isOpenDraft(draft);
  const filled = begins ? [kept(await begun(store, found))] : [];
  return [{ kind: "consent", id: person, person, value: record, expected: stored?.revision ?? 0 }, ...notes, ...filled];
}

/** What was told in the chat before the draft began is known here too. */
async function begun(store: Store, { person, desk, draft, today }: Opened): Promise<Draft> {
  const conversation = (await store.conversation(person)) ?? newConversation(person);
  const open = fillingOf(conversation);
  const application = draft.application.id;
  const filling: Filling =
    open?.application === application ? open : { expects: "consent", application, trail: [], told: {} };
  return agreedDraft({ conversation, desk, today }, draft.form, filling);
}
