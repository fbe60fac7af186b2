/** The store of `ask`, `talk` and tests: everything in memory, gone with the process. */
import { countKinds, type Document, type Documents, type Key, type ListFilter, type Write } from "./documents.ts";
import { keyedLocks } from "./keyed-locks.ts";
import type { Store } from "./store.ts";
import { storeOver } from "./store-over.ts";

export const memoryStore = (): Store => storeOver(memoryDocuments());

interface Kept extends Document {
  readonly waiting: number;
}

const nameOf = ({ kind, id }: Key): string => `${kind}/${id}`;

export function memoryDocuments(): Documents {
  const kept = new Map<string, Kept>();
  const locks = keyedLocks();

  function write({ key, body, person, waiting = 0 }: Write): void {
    const name = nameOf(key);
    const before = kept.get(name);
    if (body === null) return void kept.delete(name);
    const owner = person ?? before?.person;
    kept.set(name, {
      id: key.id,
      revision: (before?.revision ?? 0) + 1,
      body,
      waiting,
      ...(owner !== undefined && { person: owner }),
    });
  }

  return {
    read: async (key) => kept.get(nameOf(key)),
    transact: (keys, job) =>
      locks.run(keys.map(nameOf), async () => {
        const { first = [], writes, result } = job(keys.map((key) => kept.get(nameOf(key))));
        for (const one of [...first, ...writes]) write(one);
        return result;
      }),
    async *list(kind, filter: ListFilter = {}) {
      for (const [name, document] of [...kept]) {
        if (!name.startsWith(`${kind}/`)) continue;
        if (filter.person !== undefined && document.person !== filter.person) continue;
        if (filter.waiting === true && document.waiting === 0) continue;
        yield document;
      }
    },
    erase: (person, also) =>
      locks.alone(async () => {
        const own = [...kept].filter(([, { person: owner }]) => owner === person);
        const applications = own.filter(([name]) => name.startsWith("application/")).map(([, document]) => document);
        for (const one of await also(applications, async (key) => kept.get(nameOf(key)))) write(one);
        for (const [name] of own) kept.delete(name);
        return countKinds(own.map(([name]) => name));
      }),
    close: async () => undefined,
  };
}
