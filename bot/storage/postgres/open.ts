/** Opens a store in PostgreSQL: tables brought up to date, keys at hand, marks of delivery shared. */
import { type Kysely, sql } from "kysely";
import { type DeliveryMarks, hintedMarks } from "../delivery-marks.ts";
import type { MasterKeys } from "../key-file.ts";
import { vaultOver } from "../vault.ts";
import { connect, type PoolOptions } from "./connection.ts";
import { PostgresDocuments } from "./documents.ts";
import { rewrapShared, sharedRing } from "./ring.ts";
import { migrate, type Tables } from "./schema.ts";

export interface OpenedPostgres {
  readonly documents: PostgresDocuments;
  readonly marks: DeliveryMarks;
}

const keyConnections = 2;

export async function openPostgres(options: PoolOptions, masters: MasterKeys): Promise<OpenedPostgres> {
  const db = connect(options);
  // Keys are looked up inside of transactions: on the same pool they could all wait for each other.
  const keys = connect({ url: options.url, connections: keyConnections });
  const close = async () => {
    await Promise.all([db.destroy(), keys.destroy()]);
  };
  try {
    await migrate(db);
    const ring = sharedRing(keys, masters);
    const vault = await vaultOver(ring);
    const marks = hintedMarks({
      earlier: await earlierHints(db),
      nameOf: (id) => vault.nameOf({ kind: "conversation", id }),
      file: {
        append: (lines) => addHints(db, lines),
        replace: (lines) => addHints(db, lines),
        marked: (conversation) => marked(db, conversation),
      },
    });
    return { documents: new PostgresDocuments({ db, vault, ring, close }), marks };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Replies older than a day are not sent again, so older marks say nothing. */
async function earlierHints(db: Kysely<Tables>): Promise<string> {
  await sql`delete from delivered where at < now() - interval '2 days'`.execute(db);
  const rows = await db.selectFrom("delivered").select(["conversation", "reply"]).execute();
  return rows.map(({ conversation, reply }) => `${conversation} ${reply}\n`).join("");
}

async function marked(db: Kysely<Tables>, conversation: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("delivered").select("reply").where("conversation", "=", conversation).execute();
  return rows.map(({ reply }) => reply);
}

async function addHints(db: Kysely<Tables>, lines: string): Promise<void> {
  const rows = lines
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const cut = line.indexOf(" ");
      return { conversation: line.slice(0, cut), reply: line.slice(cut + 1) };
    });
  if (rows.length === 0) return;
  await db
    .insertInto("delivered")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function rewrapDatabase(url: string, masters: MasterKeys): Promise<number> {
  const db = connect({ url, connections: 1 });
  try {
    return await rewrapShared(db, masters);
  } finally {
    await db.destroy();
  }
}
