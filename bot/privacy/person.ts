/** Everything that is kept about one person: to hand it out. */
import type { LogEntry, Store } from "../storage/store.ts";

export interface PersonExport {
  readonly person: string;
  readonly log: readonly LogEntry[];
  readonly applications: readonly unknown[];
  readonly files: readonly unknown[];
  readonly consents: readonly unknown[];
  readonly bindings: readonly unknown[];
  readonly links: readonly unknown[];
  readonly notices: readonly unknown[];
}

/** `channel:user`, as in the log. */
const belongsTo = (person: string, { channel, user }: LogEntry): boolean => `${channel}:${user}` === person;

/** Who asked for it is noted in the audit trail by the caller, beforehand. */
export async function exportPerson(store: Store, person: string): Promise<PersonExport> {
  const log: LogEntry[] = [];
  const user = person.slice(person.indexOf(":") + 1);
  for await (const entry of store.log({ user })) if (belongsTo(person, entry)) log.push(entry);
  const values = async (kind: "application" | "file" | "consent" | "binding" | "ticket" | "notice") => {
    const found: unknown[] = [];
    for await (const { value } of store.records(kind, { person })) found.push(value);
    return found;
  };
  return {
    person,
    log,
    applications: await values("application"),
    files: await values("file"),
    consents: await values("consent"),
    bindings: await values("binding"),
    links: await values("ticket"),
    notices: await values("notice"),
  };
}
