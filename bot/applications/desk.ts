/** What a turn may look up about the person who speaks: consents, binding, applications, quotas. It writes nothing. */
import { formById } from "../../flows/index.ts";
import type { Application, Binding, Stored, StoredFile, Ticket } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import { formLink, minutesOfLink } from "./tickets.ts";

export interface FormLink {
  /** Holds the secret behind the hash sign: shown once, never kept. */
  readonly url: string;
  readonly minutes: number;
  readonly ticket: Ticket;
}

export interface Desk {
  /** `channel:user`. */
  readonly person: string;
  readonly channel: string;
  readonly at: string;
  consent(): Promise<Stored<"consent"> | undefined>;
  binding(): Promise<Binding | undefined>;
  application(id: string): Promise<Stored<"application"> | undefined>;
  /** The person's own, and those of the unit that the person is bound to; the newest first. */
  applications(): Promise<readonly Stored<"application">[]>;
  file(id: string): Promise<StoredFile | undefined>;
  ticket(id: string): Promise<Stored<"ticket"> | undefined>;
  nextNumber(series: string): Promise<string>;
  quotaUsed(quota: string): Promise<number>;
  /** A new link that opens the web form of this application once; absent where no address of the pages is known. */
  formLink?(application: string): FormLink;
}

export interface DeskMoment {
  readonly person: string;
  readonly channel: string;
  readonly at: string;
  /** Where the person's browser finds our pages, ending in a slash. */
  readonly site?: string;
}

export function deskOver(store: Store, { person, channel, at, site }: DeskMoment): Desk {
  const binding = once(async () => (await store.record("binding", person))?.value);
  return {
    person,
    channel,
    at,
    binding,
    consent: once(() => store.record("consent", person)),
    application: (id) => store.record("application", id),
    applications: once(async () => {
      const unit = (await binding())?.unit;
      const found: Stored<"application">[] = [];
      // Only who is bound sees what colleagues handed in; a list of all is needed for that alone.
      for await (const one of store.records("application", unit === undefined ? { person } : {}))
        if (one.value.owner === person || isOfUnit(one.value, unit)) found.push(one);
      return found.sort((one, other) => (one.value.updatedAt < other.value.updatedAt ? 1 : -1));
    }),
    file: async (id) => (await store.record("file", id))?.value,
    ticket: (id) => store.record("ticket", id),
    nextNumber: (series) => store.nextNumber(series),
    quotaUsed: (quota) => store.quotaUsed(quota),
    ...(site !== undefined && {
      formLink: (application: string): FormLink => {
        const { secret, ticket } = formLink(person, application, at);
        return { url: `${site}form/#${secret}`, minutes: minutesOfLink, ticket };
      },
    }),
  };
}

/** What a worker hands in for themselves is nobody else's matter; a draft is private to who writes it, and a unit that nobody proved binds nobody. */
const isOfUnit = ({ status, unit, unitProven, form }: Application, mine: string | undefined): boolean =>
  mine !== undefined && formById(form)?.by === "unit" && status !== "draft" && unitProven === true && unit === mine;

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
