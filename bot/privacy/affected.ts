/** After a breach: whose data was shown or handed out in a stretch of time, by whom, as the audit trail tells. */
import { shanghaiDayOf } from "../clock.ts";
import type { Application, AuditEntry } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";

export interface Affected {
  /** `channel:user`; or the object itself where nothing is left that names its person. */
  readonly person: string;
  readonly seen: readonly Pick<AuditEntry, "at" | "actor" | "action" | "object">[];
}

export interface Stretch {
  /** Days in Shanghai, or ISO moments; both ends included. */
  readonly since: string;
  readonly until: string;
}

export async function affected(store: Store, { since, until }: Stretch): Promise<readonly Affected[]> {
  const seen = new Map<string, Affected["seen"]>();
  for await (const { at, actor, action, object } of store.audit()) {
    // A day includes all its hours. What persons did to their own data and what runs by itself showed nobody anything.
    const [first, last] = [since, until].map((end) => (end.length === dayLength ? shanghaiDayOf(at) : at));
    if ((first ?? "") < since || (last ?? "").slice(0, until.length) > until || /^(person:|system$)/.test(actor))
      continue;
    for (const person of await personsOf(store, object, at))
      seen.set(person, [...(seen.get(person) ?? []), { at, actor, action, object }]);
  }
  return [...seen].map(([person, times]) => ({ person, seen: times }));
}

const dayLength = "2023-06-15".length;

/** Notes name an application by its number, older ones by its id. */
async function applicationOf(store: Store, name: string): Promise<Application | undefined> {
  const byId = await store.record("application", name);
  if (byId) return byId.value;
  for await (const { value } of store.records("application")) if (value.number === name) return value;
  return undefined;
}

async function personsOf(store: Store, object: string, at: string): Promise<readonly string[]> {
  const cut = object.indexOf("/");
  const [kind, id] = [object.slice(0, cut), object.slice(cut + 1)];
  switch (kind) {
    case "person":
      return [id];
    case "application":
      return [(await applicationOf(store, id))?.owner ?? object];
    case "log":
      return talkedBefore(store, id === "all" ? undefined : id, at);
    default:
      return [];
  }
}

/** Everybody whose conversation the log held at that moment. */
async function talkedBefore(store: Store, user: string | undefined, at: string): Promise<readonly string[]> {
  const persons = new Set<string>();
  for await (const entry of store.log(user === undefined ? {} : { user }))
    if (entry.at <= at) persons.add(`${entry.channel}:${entry.user}`);
  return [...persons];
}
