/** Turns changes of records into writes: revisions, application numbers, quota counters and the audit trail together. */
import { auditKey, withNotes } from "./audit-chain.ts";
import type { Document, Key, Write } from "./documents.ts";
import type { Application, AuditNote, Change, Places } from "./records.ts";
import { Conflict, QuotaFull } from "./store.ts";

type RecordChange = Exclude<Change, { kind: "audit" }>;
type Read = (key: Key) => Document | undefined;

export const nameOf = ({ kind, id }: Key): string => `${kind}/${id}`;
export const recordKey = ({ kind, id }: { kind: RecordChange["kind"]; id: string }): Key => ({ kind, id });
export const seriesKey = (series: string): Key => ({ kind: "series", id: series });
export const quotaKey = (quota: string): Key => ({ kind: "quota", id: quota });

// Written by this module only.
export const recordValue = <T>(document: Document): T => document.body["value"] as T;
export const lastNumber = (document: Document | undefined): number => (document?.body["last"] as number) ?? 0;
export const usedPlaces = (document: Document | undefined): number => (document?.body["used"] as number) ?? 0;

const width = 6;
export const numberOf = (series: string, sequence: number): string =>
  `${series}-${String(sequence).padStart(width, "0")}`;

function seriesOf(number: string): { series: string; sequence: number } {
  const cut = number.lastIndexOf("-");
  const sequence = Number(number.slice(cut + 1));
  if (cut < 1 || !Number.isInteger(sequence)) throw new Error(`「${number}」 is not a number of a series.`);
  return { series: number.slice(0, cut), sequence };
}

const isRecord = (change: Change): change is RecordChange => change.kind !== "audit";
const applicationOf = (change: RecordChange): Application | undefined =>
  change.kind === "application" && change.value !== null ? change.value : undefined;
const before = (change: RecordChange, read: Read): Application | undefined => {
  const document = change.kind === "application" ? read(recordKey(change)) : undefined;
  return document && recordValue<Application>(document);
};

/** Every document that the changes touch. `read` may be a glance without a lock: `writesOf` checks it again. */
export function keysOf(changes: readonly Change[], read: Read): readonly Key[] {
  const keys = new Map<string, Key>();
  const add = (key: Key) => keys.set(nameOf(key), key);
  for (const change of changes) {
    if (!isRecord(change)) {
      add(auditKey);
      continue;
    }
    add(recordKey(change));
    const [old, next] = [before(change, read), applicationOf(change)];
    if (next?.number !== undefined && next.number !== old?.number) add(seriesKey(seriesOf(next.number).series));
    for (const places of [old?.places, next?.places]) if (places) add(quotaKey(places.quota));
  }
  return [...keys.values()];
}

export interface Writes {
  readonly first: readonly Write[];
  readonly writes: readonly Write[];
}

/** Throws `Conflict` or `QuotaFull`, and then nothing is written. */
export function writesOf(changes: readonly Change[], read: Read): Writes {
  const writes = new Map<string, Write>();
  const put = (write: Write) => writes.set(nameOf(write.key), write);
  const series = new Map<string, number>();
  const quotas = new Map<string, { delta: number; limit?: number }>();
  const notes: AuditNote[] = [];
  for (const change of changes) {
    if (!isRecord(change)) {
      notes.push(change.note);
      continue;
    }
    put(recordWrite(change, read));
    countPlaces(quotas, before(change, read)?.places, applicationOf(change)?.places);
    takeNumber(series, before(change, read), applicationOf(change), read);
  }
  for (const [name, last] of series) put({ key: seriesKey(name), body: { last } });
  for (const [quota, { delta, limit }] of quotas) if (delta !== 0) put(quotaWrite(quota, delta, limit, read));
  if (notes.length === 0) return { first: [], writes: [...writes.values()] };
  const audit = withNotes(read(auditKey), notes);
  return { first: audit.first, writes: [...writes.values(), audit.write] };
}

function recordWrite(change: RecordChange, read: Read): Write {
  const key = recordKey(change);
  const revision = read(key)?.revision ?? 0;
  if (change.expected !== undefined && change.expected !== revision) {
    throw new Conflict(`The ${change.kind} has revision ${revision}, not ${change.expected}.`);
  }
  const number = applicationOf(change)?.number;
  return {
    key,
    body: change.value === null ? null : { value: change.value },
    ...(change.person !== undefined && { person: change.person }),
    ...(number !== undefined && { constraint: { number } }),
  };
}

function takeNumber(
  series: Map<string, number>,
  old: Application | undefined,
  next: Application | undefined,
  read: Read,
): void {
  if (next?.number === undefined || next.number === old?.number) return;
  const taken = seriesOf(next.number);
  const last = series.get(taken.series) ?? lastNumber(read(seriesKey(taken.series)));
  if (taken.sequence !== last + 1) throw new Conflict(`The next number of ${taken.series} is ${last + 1}.`);
  series.set(taken.series, taken.sequence);
}

function countPlaces(
  quotas: Map<string, { delta: number; limit?: number }>,
  old: Places | undefined,
  next: Places | undefined,
): void {
  if (old) quotas.set(old.quota, { ...quotas.get(old.quota), delta: (quotas.get(old.quota)?.delta ?? 0) - old.count });
  if (next) quotas.set(next.quota, { limit: next.limit, delta: (quotas.get(next.quota)?.delta ?? 0) + next.count });
}

function quotaWrite(quota: string, delta: number, limit: number | undefined, read: Read): Write {
  const used = usedPlaces(read(quotaKey(quota)));
  // Places that were granted stay granted when the limit is lowered; only more of them are refused.
  if (delta > 0 && limit !== undefined && used + delta > limit) throw new QuotaFull(quota, Math.max(0, limit - used));
  const constraint = { used: used + delta, ...(delta > 0 && limit !== undefined && { limit }) };
  return { key: quotaKey(quota), body: { used: used + delta }, constraint };
}
