/** The storage port. A turn commits once, before anything is said; what was acknowledged is never lost or doubled. */
import type { OutcomeName, OutgoingFile } from "../answer.ts";
import type { Outgoing } from "../channels/channel.ts";
import type { Conversation } from "../dialogue/conversation.ts";
import type { AuditEntry, Change, RecordKind, Stored } from "./records.ts";

/** One line of the log; the shape of `gonghui log --jsonl`. */
export interface LogEntry {
  readonly at: string;
  readonly conversation: string;
  readonly user: string;
  readonly channel: string;
  readonly room?: string;
  readonly from: "person" | "bot" | "staff";
  readonly text: string;
  readonly outcome?: OutcomeName;
  readonly cites?: readonly string[];
  /** Handed out with the reply. */
  readonly files?: readonly OutgoingFile[];
  /** Said while an application was filled in: shown to nobody who has not asked to see it. */
  readonly personal?: true;
}

/** Everything that one turn changes, written in one step or not at all. */
export interface TurnCommit {
  readonly conversation: Conversation;
  /** The message that caused it: the same id again changes nothing and returns the stored replies. */
  readonly messageId: string;
  readonly entries: readonly LogEntry[];
  readonly replies: readonly Outgoing[];
  /** `turns` of the conversation that the turn was computed from; another one in the store is a `Conflict`. */
  readonly expects?: number;
  /** Applications, files, consent and audit notes that the turn causes. */
  readonly changes?: readonly Change[];
}

export interface StoredTurn {
  readonly messageId: string;
  /** Empty for a message so long ago that only its id is remembered. */
  readonly replies: readonly Outgoing[];
  /** Ids of the replies that were not yet marked as delivered. */
  readonly undelivered: readonly string[];
}

/** A reply that was committed and never marked as delivered. */
export interface Waiting {
  readonly conversation: string;
  readonly channel: string;
  readonly at: string;
  readonly reply: Outgoing;
}

export interface LogFilter {
  readonly user?: string;
  readonly conversation?: string;
  /** ISO date or time; entries at or after it. */
  readonly since?: string;
}

export interface RecordFilter {
  /** Only what belongs to this person, `channel:user`. */
  readonly person?: string;
}

/** How much was removed, by kind of data. */
export type Removed = Readonly<Record<string, number>>;

export interface Store {
  conversation(id: string): Promise<Conversation | undefined>;
  /** What was already committed for a message id, if anything. */
  turn(conversation: string, messageId: string): Promise<StoredTurn | undefined>;
  /** The replies that stand: those of the first commit of this message id. */
  commit(turn: TurnCommit): Promise<StoredTurn>;
  /** Marks replies as handed to the channel. The mark is a hint: a crash may forget the last second of marks. */
  delivered(conversation: string, replyIds: readonly string[]): Promise<void>;
  /** What a restart has to send. */
  undelivered(): AsyncIterable<Waiting>;
  /** Oldest first. */
  log(filter: LogFilter): AsyncIterable<LogEntry>;

  record<K extends RecordKind>(kind: K, id: string): Promise<Stored<K> | undefined>;
  records<K extends RecordKind>(kind: K, filter?: RecordFilter): AsyncIterable<Stored<K>>;
  /** Changes outside of a turn, all or none. */
  apply(changes: readonly Change[]): Promise<void>;
  /** The number that the next application of a series gets; taken by the commit that carries it, else a `Conflict`. */
  nextNumber(series: string): Promise<string>;
  /** Places of a quota that applications hold. */
  quotaUsed(quota: string): Promise<number>;
  audit(): AsyncIterable<AuditEntry>;

  /** Removes everything of a person and destroys the person's key; what a backup holds of it is then unreadable. */
  erase(person: string): Promise<Removed>;
  /** Removes the log and the conversations that ended before a day or moment. */
  expireConversations(before: string): Promise<Removed>;
  close(): Promise<void>;
}

/** The store cannot take the write now (disk full, database gone): the person is told to try again later. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly code = "STORE_UNAVAILABLE";
}

/** Somebody else wrote first: read again and decide again. Nothing was written. */
export class Conflict extends Error {
  override readonly name = "Conflict";
  readonly code = "CONFLICT";
}

/** The quota has fewer places left than asked for. Nothing was written. */
export class QuotaFull extends Error {
  override readonly name = "QuotaFull";
  readonly code = "QUOTA_FULL";
  readonly quota: string;
  readonly left: number;
  constructor(quota: string, left: number) {
    super(`The quota ${quota} has ${left} places left.`);
    this.quota = quota;
    this.left = left;
  }
}

/** The store must not be opened as it is; the message is one Chinese line for the operator that says what to do. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly code = "STORE_REFUSED";
}
