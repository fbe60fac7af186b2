/** The store, over any documents: what a turn, a change of records, an erasure and a retention mean. */
import { auditEntries } from "./audit-chain.ts";
import {
  afterTurn,
  conversationBody,
  conversationKey,
  pageEntries,
  pageKey,
  pagesOf,
  storedTurn,
} from "./conversation-document.ts";
import { type DeliveryMarks, forgetfulMarks } from "./delivery-marks.ts";
import type { Document, Documents, Key, Release, Transaction } from "./documents.ts";
import { expire } from "./expire.ts";
import {
  keysOf,
  lastNumber,
  nameOf,
  numberOf,
  quotaKey,
  recordValue,
  seriesKey,
  usedPlaces,
  writesOf,
} from "./record-changes.ts";
import type { Change, RecordKind, Records, Stored } from "./records.ts";
import type { LogEntry, LogFilter, Store, StoredTurn, TurnCommit } from "./store.ts";

/** A commit that took so many milliseconds may have been stopped under way, and another process have taken over. */
const nap = 1000;

interface Committed {
  readonly stored: StoredTurn;
  /** The message had been committed before. */
  readonly again: boolean;
}

export function storeOver(documents: Documents, marks: DeliveryMarks = forgetfulMarks()): Store {
  const read = (key: Key) => documents.read(key);

  async function commit(turn: TurnCommit): Promise<StoredTurn> {
    const id = turn.conversation.id;
    const key = conversationKey(id);
    const changes = turn.changes ?? [];
    const delivered = marks.of(id);
    // A conversation that has gone on is there; looking for it would cost a round trip each turn.
    const orphans = (turn.expects ?? 0) > 0 || (await read(key)) ? 0 : await pagesLeft(documents, id);
    const keys = [key, ...(await keysFor(documents, changes))];
    const kept = structuredClone(turn);
    const began = performance.now();
    const { stored, again } = await documents.transact(keys, (found): Transaction<Committed> => {
      const before = conversationBody(found[0]);
      const already = storedTurn(before, turn.messageId, delivered);
      if (already) return { writes: [], result: { stored: already, again: true } };
      const caused = writesOf(changes, within(keys, found));
      const { first, write } = afterTurn(before, kept, delivered, orphans);
      const undelivered = turn.replies.map((reply) => reply.id);
      return {
        first: [...first, ...caused.first],
        writes: [write, ...structuredClone(caused.writes)],
        result: { stored: { messageId: turn.messageId, replies: kept.replies, undelivered }, again: false },
      };
    });
    marks.clear(id, delivered);
    const overtaken = again || performance.now() - began > nap;
    return structuredClone(overtaken ? await unsent(id, stored) : stored);
  }

  /** Another process may have sent replies that this one believes unsent. */
  async function unsent(id: string, turn: StoredTurn): Promise<StoredTurn> {
    if (turn.undelivered.length > 0) await marks.refresh(id);
    return { ...turn, undelivered: turn.undelivered.filter((reply) => !marks.of(id).has(reply)) };
  }

  return {
    conversation: async (id) => structuredClone(conversationBody(await read(conversationKey(id)))?.state.conversation),
    async turn(id, messageId) {
      const found = storedTurn(conversationBody(await read(conversationKey(id))), messageId, marks.of(id));
      return found && structuredClone(await unsent(id, found));
    },
    commit,
    delivered: async (id, replyIds) => marks.add(id, replyIds),
    async *undelivered() {
      for await (const { id, body } of documents.list("conversation", { waiting: true })) {
        const conversation = conversationBody({ id, revision: 0, body });
        await marks.refresh(id);
        for (const { at, reply } of conversation?.waiting ?? []) {
          if (marks.of(id).has(reply.id)) continue;
          yield structuredClone({ conversation: id, channel: conversation?.state.channel ?? "", at, reply });
        }
      }
    },
    log: (filter) => logOf(documents, filter),
    async record<K extends RecordKind>(kind: K, id: string) {
      const document = await read({ kind, id });
      return document && stored<K>(document);
    },
    async *records<K extends RecordKind>(kind: K, filter = {}) {
      for await (const document of documents.list(kind, filter)) yield stored<K>(document);
    },
    apply: (changes) => apply(documents, changes),
    nextNumber: async (series) => numberOf(series, lastNumber(await read(seriesKey(series))) + 1),
    quotaUsed: async (quota) => usedPlaces(await read(quotaKey(quota))),
    audit: () => auditEntries(read),
    erase: (person) => documents.erase(person, release),
    expireConversations: (before) => expire(documents, before),
    async close() {
      await marks.flush();
      await documents.close();
    },
  };
}

/** A glance at what the changes touch; the transaction looks again under its locks. */
async function keysFor(documents: Documents, changes: readonly Change[]): Promise<readonly Key[]> {
  const seen = new Map<string, Document | undefined>();
  for (const change of changes) {
    if (change.kind !== "application") continue;
    const key: Key = { kind: "application", id: change.id };
    seen.set(nameOf(key), await documents.read(key));
  }
  return keysOf(changes, (key) => seen.get(nameOf(key)));
}

async function apply(documents: Documents, changes: readonly Change[]): Promise<void> {
  const keys = await keysFor(documents, changes);
  await documents.transact(keys, (found) => {
    const { first, writes } = writesOf(changes, within(keys, found));
    return { first, writes: structuredClone(writes), result: undefined };
  });
}

const stored = <K extends RecordKind>(document: Document): Stored<K> =>
  structuredClone({
    value: recordValue<Records[K]>(document),
    revision: document.revision,
    ...(document.person !== undefined && { person: document.person }),
  });

function within(keys: readonly Key[], found: readonly (Document | undefined)[]) {
  const byName = new Map(keys.map((key, index) => [nameOf(key), found[index]]));
  return (key: Key): Document | undefined => byName.get(nameOf(key));
}

/** Pages whose conversation was set aside as damaged: the log goes on after them instead of over them. */
async function pagesLeft(documents: Documents, id: string): Promise<number> {
  let pages = 0;
  while (await documents.read(pageKey(id, pages + 1))) pages += 1;
  return pages;
}

/** Applications that go give back their places. */
const release: Release = async (applications, read) => {
  const changes = applications.map(({ id }): Change => ({ kind: "application", id, value: null }));
  const documents = new Map(applications.map((one) => [nameOf({ kind: "application", id: one.id }), one]));
  const keys = keysOf(changes, (key) => documents.get(nameOf(key))).filter(({ kind }) => kind === "quota");
  for (const key of keys) {
    const document = await read(key);
    if (document) documents.set(nameOf(key), document);
  }
  return writesOf(changes, (key) => documents.get(nameOf(key))).writes.filter(({ key }) => key.kind === "quota");
};

const passes = (entry: LogEntry, { user, since }: LogFilter): boolean =>
  (user === undefined || entry.user === user) && (since === undefined || entry.at >= since);

async function* entriesOf(documents: Documents, document: Document): AsyncGenerator<LogEntry> {
  const body = conversationBody(document);
  for (let number = 1; number <= pagesOf(body); number += 1) {
    yield* pageEntries(await documents.read(pageKey(document.id, number)));
  }
  yield* body?.entries ?? [];
}

async function* logOf(documents: Documents, filter: LogFilter): AsyncGenerator<LogEntry> {
  const found: { readonly at: string; readonly entry: LogEntry }[] = [];
  const collect = async (document: Document) => {
    // A conversation keeps its order, also where the clock was set back.
    let at = "";
    for await (const entry of entriesOf(documents, document)) {
      if (entry.at > at) at = entry.at;
      if (passes(entry, filter)) found.push({ at, entry });
    }
  };
  if (filter.conversation === undefined) {
    for await (const document of documents.list("conversation")) await collect(document);
  } else {
    const document = await documents.read(conversationKey(filter.conversation));
    if (document) await collect(document);
  }
  found.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { entry } of found) yield structuredClone(entry);
}
