/** The audit trail: each entry carries a hash over itself and the one before, so nothing can be changed unseen. */
import { createHash } from "node:crypto";
import type { Document, Key, Write } from "./documents.ts";
import type { AuditEntry, AuditNote } from "./records.ts";

const pageLength = 64;

interface AuditBody {
  readonly [field: string]: unknown;
  readonly head: { readonly count: number; readonly hash: string; readonly pages: number };
  readonly entries: readonly AuditEntry[];
}

export const auditKey: Key = { kind: "audit", id: "audit" };
export const auditPageKey = (number: number): Key => ({ kind: "auditPage", id: `audit#${number}` });

const start = "0".repeat(64);

const hashOf = (before: string, number: number, { at, actor, action, object, reason }: AuditNote): string =>
  createHash("sha256")
    .update(JSON.stringify([before, number, at, actor, action, object, reason ?? null]))
    .digest("hex");

const auditBody = (document: Document | undefined): AuditBody =>
  (document?.body as AuditBody | undefined) ?? { head: { count: 0, hash: start, pages: 0 }, entries: [] };

export function withNotes(
  document: Document | undefined,
  notes: readonly AuditNote[],
): { readonly first: readonly Write[]; readonly write: Write } {
  const before = auditBody(document);
  let { count, hash } = before.head;
  const added = notes.map((note): AuditEntry => {
    count += 1;
    hash = hashOf(hash, count, note);
    return { ...note, number: count, hash };
  });
  const full = before.entries.length >= pageLength;
  const pages = before.head.pages + (full ? 1 : 0);
  const body: AuditBody = {
    head: { count, hash, pages },
    entries: full ? added : [...before.entries, ...added],
  };
  return {
    first: full ? [{ key: auditPageKey(pages), body: { entries: before.entries } }] : [],
    write: { key: auditKey, body },
  };
}

export async function* auditEntries(read: (key: Key) => Promise<Document | undefined>): AsyncGenerator<AuditEntry> {
  const { head, entries } = auditBody(await read(auditKey));
  for (let number = 1; number <= head.pages; number += 1) {
    const page = await read(auditPageKey(number));
    yield* (page?.body as { entries?: readonly AuditEntry[] } | undefined)?.entries ?? [];
  }
  yield* entries;
}

export interface AuditVerdict {
  readonly sound: boolean;
  readonly count: number;
  /** The last hash: written down elsewhere, it also shows that nothing was cut off the end. */
  readonly head: string;
  /** Number of the first entry that does not follow from the one before. */
  readonly brokenAt?: number;
}

/** `known` is a head written down earlier, `number:hash`: the trail must still contain it. */
export async function verifyAudit(
  entries: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  known?: string,
): Promise<AuditVerdict> {
  let hash = start;
  let count = 0;
  let met = known === undefined;
  for await (const entry of entries) {
    count += 1;
    hash = hashOf(hash, count, entry);
    if (entry.number !== count || entry.hash !== hash) return { sound: false, count, head: hash, brokenAt: count };
    met ||= known === `${count}:${hash}`;
  }
  return met ? { sound: true, count, head: hash } : { sound: false, count, head: hash, brokenAt: count + 1 };
}
