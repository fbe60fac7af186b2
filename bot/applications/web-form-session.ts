/** Who may use a page: a link is opened once, and from then on its ticket is the session of this one draft. */
import type { FormPage } from "../channels/form-desk.ts";
import type { Clock } from "../clock.ts";
import { type Draft, draftFrom } from "../dialogue/application/draft.ts";
import { consentsMissing } from "../dialogue/application/start.ts";
import type { Purpose } from "../privacy/consent.ts";
import { Conflict, type Store } from "../storage/store.ts";
import { type Desk, deskOver } from "./desk.ts";
import { isGood, isOpen, opened, ticketId } from "./tickets.ts";
import { pageOf } from "./web-form-page.ts";

export interface Moments {
  readonly store: Store;
  readonly clock: Clock;
}

/** What stands behind a session, read anew for each request. */
export interface Opened {
  /** `channel:user`, to whom the link was given. */
  readonly person: string;
  readonly desk: Desk;
  readonly draft: Draft;
  readonly consents: readonly Purpose[];
  readonly today: string;
}

/** Where a consent was given, in its record. */
const channel = "web";

export async function openLink({ store, clock }: Moments, secret: string): Promise<string | undefined> {
  const at = clock.now();
  const stored = await store.record("ticket", ticketId(secret));
  const ticket = stored?.value;
  if (!stored || !isGood(ticket, at) || ticket.purpose !== "form") return undefined;
  const actor = `person:${ticket.person}`;
  const note = { at, actor, action: "openForm", object: `application/${ticket.application}` };
  try {
    await store.apply([opened(ticket, stored.revision, at), { kind: "audit", note }]);
    return ticket.id;
  } catch (cause) {
    if (cause instanceof Conflict) return undefined;
    throw cause;
  }
}

export async function openedBy({ store, clock }: Moments, session: string): Promise<Opened | undefined> {
  const at = clock.now();
  const ticket = (await store.record("ticket", session))?.value;
  if (!isOpen(ticket, at)) return undefined;
  const { person, application } = ticket;
  const desk = deskOver(store, { person, channel, at });
  const stored = await desk.application(application);
  const mine = stored && (stored.value.owner === person || (await isOfMyUnit(desk, application)));
  const draft = mine ? await draftFrom(stored, desk) : undefined;
  return draft && { person, desk, draft, consents: await consentsMissing({ desk }, draft.form), today: clock.today() };
}

const isOfMyUnit = async (desk: Desk, application: string): Promise<boolean> =>
  (await desk.applications()).some(({ value }) => value.id === application);

export const shown = ({ draft, consents, today }: Opened): FormPage => pageOf(draft, consents, today);
