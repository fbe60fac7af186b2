/**
 * Documents in PostgreSQL, for several processes on one database. A transaction locks its keys, and every row is only
 * replaced by the revision that follows it: a process that slept through its lock writes nothing.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type Kysely, type Transaction as SqlTransaction, sql } from "kysely";
import { type DocumentFile, idField, openedFile, sealedFile } from "../document-file.ts";
import {
  countKinds,
  type Document,
  type Documents,
  type Key,
  type Kind,
  type ListFilter,
  type Release,
  type Transaction,
  type Write,
} from "../documents.ts";
import { Conflict, QuotaFull } from "../store.ts";
import type { Vault } from "../vault.ts";
import { isContention, isLost, isWait, translated } from "./connection.ts";
import type { SharedRing } from "./ring.ts";
import type { Tables } from "./schema.ts";

export interface PostgresParts {
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  readonly ring: SharedRing;
  readonly close: () => Promise<void>;
}

type Row = DocumentFile & { readonly kind: Kind };
type Sql = Kysely<Tables> | SqlTransaction<Tables>;

/** Held shared by every change and alone by an erasure. */
const everything = 72_301;
const mostAttempts = 6;
/** Each wait for a lock or a connection takes seconds: a person rather hears soon that it did not work. */
const mostWaits = 2;
const firstPause = 50;
const page = 200;

/** A seal carries random bytes: a row that shows it was written by the very try that made it. */
interface Proof {
  readonly name: string;
  readonly seal: string;
}

/** The row is not the one that was read, or its person was erased meanwhile: everything is looked at again. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

export class PostgresDocuments implements Documents {
  private readonly parts: PostgresParts;

  constructor(parts: PostgresParts) {
    this.parts = parts;
  }

  async read(key: Key): Promise<Document | undefined> {
    const [row] = await this.patiently(() => this.rows(this.parts.db, [key]));
    return this.opened(row);
  }

  transact<T>(keys: readonly Key[], job: (found: readonly (Document | undefined)[]) => Transaction<T>): Promise<T> {
    const { db } = this.parts;
    const names = keys.map((key) => this.nameOf(key));
    /** What was sent to be committed when the connection was cut. */
    let uncertain: { readonly proof: Proof; readonly result: T } | undefined;
    return this.patiently(() =>
      db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock_shared(${everything}), (select count(pg_advisory_xact_lock(hashtextextended(name, 0)))
          from unnest(${names.toSorted()}::text[]) as name)`.execute(trx);
        const rows = new Map((await this.rows(trx, keys)).map((row) => [`${row.kind}/${row.name}`, row]));
        // The earlier try has ended, or its locks would still be held: what it wrote is there or never will be.
        if (uncertain && rows.get(uncertain.proof.name)?.fields[idField] === uncertain.proof.seal)
          return uncertain.result;
        const found = await Promise.all(names.map((name) => this.opened(rows.get(name))));
        const { first = [], writes, result } = job(found);
        const byName = new Map(names.map((name, index) => [name, found[index]]));
        for (const write of [...first, ...writes]) {
          const proof = await this.put(trx, write, byName.get(this.nameOf(write.key)));
          if (proof && byName.has(proof.name)) uncertain = { proof, result };
        }
        return result;
      }),
    );
  }

  async *list(kind: Kind, { person, waiting }: ListFilter = {}): AsyncGenerator<Document> {
    const { db, vault } = this.parts;
    for (let last = ""; ; ) {
      const some = await this.patiently(() => {
        let query = db.selectFrom("documents").selectAll().where("kind", "=", kind).where("name", ">", last);
        if (person !== undefined) query = query.where("owner", "=", vault.ownerOf(person));
        if (waiting === true) query = query.where("waiting", ">", 0);
        return query.orderBy("name").limit(page).execute();
      });
      for (const row of some) {
        const document = await openedFile(vault, fileOf(row));
        if (document) yield document;
      }
      const end = some.at(-1);
      if (!end) return;
      last = end.name;
    }
  }

  erase(person: string, also: Release): Promise<Readonly<Record<string, number>>> {
    const { db, vault, ring } = this.parts;
    const owner = vault.ownerOf(person);
    const erasing = db.transaction();
    return this.patiently(() =>
      erasing.execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${everything})`.execute(trx);
        const own = (await trx.selectFrom("documents").selectAll().where("owner", "=", owner).execute()).map(fileOf);
        const applications = await Promise.all(
          own.filter(({ kind }) => kind === "application").map((row) => this.opened(row)),
        );
        const read = async (key: Key) => this.opened((await this.rows(trx, [key]))[0]);
        for (const write of await also(
          applications.filter((one) => one !== undefined),
          read,
        )) {
          await this.put(trx, write, await read(write.key));
        }
        await trx.deleteFrom("documents").where("owner", "=", owner).execute();
        await trx.deleteFrom("person_keys").where("owner", "=", owner).execute();
        ring.forget(owner);
        return countKinds(own.map(({ kind, name }) => `${kind}/${name}`));
      }),
    );
  }

  async close(): Promise<void> {
    await this.parts.close();
  }

  private async rows(on: Sql, keys: readonly Key[]): Promise<readonly Row[]> {
    if (keys.length === 0) return [];
    const names = keys.map((key) => this.parts.vault.nameOf(key));
    const rows = await on.selectFrom("documents").selectAll().where("name", "in", names).execute();
    return rows.map(fileOf);
  }

  private nameOf(key: Key): string {
    return `${key.kind}/${this.parts.vault.nameOf(key)}`;
  }

  private async opened(row: Row | undefined): Promise<Document | undefined> {
    return row && openedFile(this.parts.vault, row);
  }

  private async put(trx: Sql, write: Write, before: Document | undefined): Promise<Proof | undefined> {
    const { vault, ring } = this.parts;
    const name = vault.nameOf(write.key);
    const { kind } = write.key;
    const { body, constraint = {} } = write;
    if (body === null) {
      await trx.deleteFrom("documents").where("kind", "=", kind).where("name", "=", name).execute();
      return undefined;
    }
    const file = await sealedFile(vault, { ...write, body }, before);
    const { owner = null, waiting = 0, revision } = file;
    const { numAffectedRows = 0n } = await sql`
      insert into documents as kept (kind, name, schema, revision, owner, waiting, fields, number, used, places)
      select ${kind}, ${name}, ${file.schema}::int, ${revision}::int, ${owner}::text, ${waiting}::int,
        ${JSON.stringify(file.fields)}::jsonb, ${constraint.number ?? null}::text,
        ${constraint.used ?? null}::int, ${constraint.limit ?? null}::int
      where ${owner}::text is null or exists (select from person_keys where owner = ${owner})
      on conflict (kind, name) do update set schema = excluded.schema, revision = excluded.revision,
        owner = excluded.owner, waiting = excluded.waiting, fields = excluded.fields, number = excluded.number,
        used = excluded.used, places = excluded.places
      where kept.revision = excluded.revision - 1 or kept.kind in ('page', 'auditPage')`.execute(trx);
    if (numAffectedRows > 0n) return { name: `${kind}/${name}`, seal: file.fields[idField] ?? "" };
    if (owner !== null) ring.forget(owner);
    throw new Overtaken("The row changed after it was read.");
  }

  private async patiently<T>(job: () => Promise<T>): Promise<T> {
    let waits = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await job();
      } catch (cause) {
        if (isWait(cause)) waits += 1;
        const enough = attempt >= mostAttempts || waits >= mostWaits;
        if (enough || !isPassing(cause)) throw outward(cause);
        await pause(firstPause * 2 ** (attempt - 1));
      }
    }
  }
}

const isPassing = (cause: unknown): boolean => cause instanceof Overtaken || isLost(cause) || isContention(cause);

function outward(cause: unknown): unknown {
  if (cause instanceof Conflict || cause instanceof QuotaFull) return cause;
  return cause instanceof Overtaken ? new Conflict(cause.message, { cause }) : translated(cause);
}

function fileOf(row: Tables["documents"]): Row {
  const { kind, name, schema, revision, owner, waiting, fields } = row;
  // Rows are written by this module only.
  return { kind: kind as Kind, name, schema, revision, waiting, fields, ...(owner !== null && { owner }) };
}
