/** The tables, and the steps that bring an older database to them. */
import { type Generated, type Kysely, type Migration, Migrator, sql } from "kysely";
import type { SealedFields } from "../vault.ts";

export interface Tables {
  readonly documents: {
    readonly kind: string;
    readonly name: string;
    readonly schema: number;
    readonly revision: number;
    readonly owner: string | null;
    readonly waiting: number;
    readonly fields: SealedFields;
    readonly number: string | null;
    readonly used: number | null;
    readonly places: number | null;
  };
  readonly person_keys: { readonly owner: string; readonly master: string; readonly key: string };
  readonly delivered: { readonly conversation: string; readonly reply: string; readonly at: Generated<Date> };
}

const first: Migration = {
  async up(db) {
    await sql`create table documents (
      kind text not null, name text not null, schema int not null, revision int not null,
      owner text, waiting int not null default 0, fields jsonb not null,
      number text unique, used int check (used >= 0), places int,
      primary key (kind, name), check (places is null or used <= places))`.execute(db);
    // Ciphertext does not compress: trying would only cost time.
    await sql`alter table documents alter column fields set storage external`.execute(db);
    await sql`create index documents_owner on documents (owner) where owner is not null`.execute(db);
    await sql`create index documents_waiting on documents (name) where waiting > 0`.execute(db);
    await sql`create table person_keys (owner text primary key, master text not null, key text not null)`.execute(db);
    await sql`create table delivered (
      conversation text not null, reply text not null, at timestamptz not null default now(),
      primary key (conversation, reply))`.execute(db);
  },
  async down(db) {
    await sql`drop table delivered, person_keys, documents`.execute(db);
  },
};

const migrations: Readonly<Record<string, Migration>> = { "0001-documents": first };

export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
