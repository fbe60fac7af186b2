/** Keys of persons in the database, wrapped by the master key, which is not in the database. */
import type { Kysely } from "kysely";
import { type MasterKeys, newKey } from "../key-file.ts";
import { type KeyRing, unwrapped, wrapped } from "../key-ring.ts";
import { leastRecent } from "../least-recent.ts";
import type { Tables } from "./schema.ts";

export interface SharedRing extends KeyRing {
  /** Another process may have destroyed it: look again. */
  forget(owner: string): void;
}

const keptOpen = 10_000;

export function sharedRing(db: Kysely<Tables>, masters: MasterKeys): SharedRing {
  const open = leastRecent<Buffer>(keptOpen);

  async function key(owner: string): Promise<Buffer | undefined> {
    const known = open.get(owner);
    if (known) return known;
    const row = await db.selectFrom("person_keys").selectAll().where("owner", "=", owner).executeTakeFirst();
    if (!row) return undefined;
    const found = unwrapped(masters, { o: row.owner, m: row.master, k: row.key });
    open.set(owner, found);
    return found;
  }

  return {
    key,
    async keyFor(owner) {
      const known = await key(owner);
      if (known) return known;
      const { o, m, k } = wrapped(masters, owner, newKey());
      const row = { owner: o, master: m, key: k };
      // Of two processes that make one at once, the first counts.
      await db
        .insertInto("person_keys")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const made = await key(owner);
      if (!made) throw new Error("The key was destroyed while it was being made.");
      return made;
    },
    async destroy(owner) {
      open.delete(owner);
      await db.deleteFrom("person_keys").where("owner", "=", owner).execute();
    },
    forget: (owner) => open.delete(owner),
  };
}

/** Wraps every key with the active master key. Stopped in between, it goes on where it stopped. */
export async function rewrapShared(db: Kysely<Tables>, masters: MasterKeys): Promise<number> {
  const rows = await db.selectFrom("person_keys").selectAll().where("master", "!=", masters.active).execute();
  for (const row of rows) {
    const key = unwrapped(masters, { o: row.owner, m: row.master, k: row.key });
    const { m, k } = wrapped(masters, row.owner, key);
    await db.updateTable("person_keys").set({ master: m, key: k }).where("owner", "=", row.owner).execute();
  }
  return rows.length;
}
