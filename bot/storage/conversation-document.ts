/** A conversation as a document: its state, the messages already answered, what waits, and the newest page of the log. */
import { createHash } from "node:crypto";
import type { Outgoing } from "../channels/channel.ts";
import type { Conversation } from "../dialogue/conversation.ts";
import type { Document, Key, Write } from "./documents.ts";
import { Conflict, type LogEntry, type StoredTurn, type TurnCommit } from "./store.ts";

/** Lines of the log in a page; a full page becomes a document of its own that is never written again. */
const pageLength = 32;
/** Repeated deliveries arrive within seconds; this many turns are remembered with their replies. */
const turnsRemembered = 12;
/** Replays after a login can be days old: so many message ids are remembered, shortened. */
const idsRemembered = 512;
/** A channel that never confirms must not make the document grow. */
const longestWaiting = 64;

interface Remembered {
  readonly messageId: string;
  readonly replies: readonly Outgoing[];
}

interface WaitingReply {
  readonly at: string;
  readonly reply: Outgoing;
}

export interface ConversationBody {
  readonly [field: string]: unknown;
  readonly state: { readonly conversation: Conversation; readonly channel: string; readonly pages: number };
  readonly turns: readonly Remembered[];
  readonly seen: string;
  readonly waiting: readonly WaitingReply[];
  readonly entries: readonly LogEntry[];
}

export const conversationKey = (id: string): Key => ({ kind: "conversation", id });
export const pageKey = (conversation: string, number: number): Key => ({
  kind: "page",
  id: `${conversation}#${number}`,
});

// The store alone writes these documents, and what is sealed cannot be changed by others.
export const conversationBody = (document: Document | undefined): ConversationBody | undefined =>
  document?.body as ConversationBody | undefined;
export const pageEntries = (document: Document | undefined): readonly LogEntry[] =>
  (document?.body as { readonly entries?: readonly LogEntry[] } | undefined)?.entries ?? [];

const shortened = (messageId: string): string =>
  createHash("sha256").update(messageId).digest("base64url").slice(0, 11);
const idLength = 12;

const hasSeen = (seen: string, messageId: string): boolean => seen.includes(`${shortened(messageId)} `);

export function storedTurn(
  body: ConversationBody | undefined,
  messageId: string,
  marks: ReadonlySet<string>,
): StoredTurn | undefined {
  if (!body) return undefined;
  const turn = body.turns.find((one) => one.messageId === messageId);
  if (!turn) return hasSeen(body.seen, messageId) ? { messageId, replies: [], undelivered: [] } : undefined;
  const waiting = new Set(body.waiting.map(({ reply }) => reply.id));
  const undelivered = turn.replies.map(({ id }) => id).filter((id) => waiting.has(id) && !marks.has(id));
  return { messageId, replies: turn.replies, undelivered };
}

/** Whose conversation it is: in a room each member has one. */
export const personOf = ({ entries, conversation }: TurnCommit): string => {
  const [first] = entries;
  return first ? `${first.channel}:${first.user}` : conversation.id;
};

export interface AfterTurn {
  readonly first: readonly Write[];
  readonly write: Write;
}

/** `orphans`: pages that are there although the document is not, because it was set aside as damaged. */
export function afterTurn(
  before: ConversationBody | undefined,
  turn: TurnCommit,
  marks: ReadonlySet<string>,
  orphans: number,
): AfterTurn {
  const { conversation, messageId, replies, entries, expects } = turn;
  const turns = before?.state.conversation.turns ?? 0;
  if (expects !== undefined && expects !== turns) throw new Conflict(`The conversation has gone on to turn ${turns}.`);
  const person = personOf(turn);
  const pages = before?.state.pages ?? orphans;
  const full = before !== undefined && before.entries.length >= pageLength;
  const at = entries[0]?.at ?? "";
  const waiting = [
    ...(before?.waiting ?? []).filter(({ reply }) => !marks.has(reply.id)),
    ...replies.map((reply) => ({ at, reply })),
  ].slice(-longestWaiting);
  const body: ConversationBody = {
    state: { conversation, channel: entries[0]?.channel ?? "", pages: pages + (full ? 1 : 0) },
    turns: [...(before?.turns ?? []), { messageId, replies }].slice(-turnsRemembered),
    seen: `${before?.seen ?? ""}${shortened(messageId)} `.slice(-idsRemembered * idLength),
    waiting,
    entries: full ? entries : [...(before?.entries ?? []), ...entries],
  };
  const sealed: readonly Write[] = full
    ? [{ key: pageKey(conversation.id, pages + 1), body: { entries: before.entries }, person }]
    : [];
  return {
    first: sealed,
    write: { key: conversationKey(conversation.id), body, person, waiting: waiting.length },
  };
}

export const pagesOf = (body: ConversationBody | undefined): number => body?.state.pages ?? 0;
