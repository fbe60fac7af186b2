/** Joins dialogue, storage and channels: a message in, committed replies out, each message answered once. */
import { setTimeout as pause } from "node:timers/promises";
import type { Knowledge } from "../knowledge/index.ts";
import type { Answer } from "./answer.ts";
import { deskOver } from "./applications/desk.ts";
import { labelsOf } from "./assistant-labels.ts";
import { conversationId, type Handle, type Incoming, type Outgoing } from "./channels/channel.ts";
import { type Labels, renderText } from "./channels/render.ts";
import type { Clock } from "./clock.ts";
import { type Conversation, newConversation } from "./dialogue/conversation.ts";
import { reply } from "./dialogue/dialogue.ts";
import { guard } from "./dialogue/guard.ts";
import { replies } from "./dialogue/replies.ts";
import type { Log } from "./log.ts";
import { withdraws } from "./privacy/consent.ts";
import { maskPersonal } from "./privacy/mask.ts";
import { withdrawal } from "./privacy/withdrawal.ts";
import { queue } from "./queue.ts";
import type { Change } from "./storage/records.ts";
import {
  Conflict,
  type LogEntry,
  QuotaFull,
  type Store,
  type StoredTurn,
  StoreUnavailable,
  type TurnCommit,
} from "./storage/store.ts";

export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Assistant {
  readonly handle: Handle;
  /** Resolves when every turn under way is done. */
  idle(): Promise<void>;
}

export function assistant(parts: AssistantParts): Assistant {
  const turns = queue();
  const labels = labelsOf(parts.knowledge);
  return {
    handle: Object.assign(
      (incoming: Incoming) => turns.run(conversationId(incoming), () => oneTurn(parts, labels, incoming)),
      { sent: (incoming: Incoming, sent: readonly Outgoing[]) => markSent(parts, incoming, sent) },
    ),
    idle: () => turns.idle(),
  };
}

/** The mark is a hint that costs no write of its own; losing it repeats a reply and loses none. */
function markSent({ store, log }: AssistantParts, incoming: Incoming, sent: readonly Outgoing[]): void {
  const ids = sent.filter(({ outcome }) => outcome !== "failed").map(({ id }) => id);
  store.delivered(conversationId(incoming), ids).catch((cause: unknown) => log.warn({ cause }, "not marked as sent"));
}

async function oneTurn(parts: AssistantParts, labels: Labels, incoming: Incoming): Promise<readonly Outgoing[]> {
  const id = conversationId(incoming);
  try {
    return stillToSend(await committed(parts, labels, incoming, 1));
  } catch (cause) {
    parts.log.error({ conversation: id, cause }, "turn failed");
    const say = cause instanceof StoreUnavailable ? replies.storeBusy : replies.failed;
    return [outgoing(incoming, { outcome: "failed", say }, say)];
  }
}

/** Another process that shares the store may have answered this person meanwhile: the turn is then computed anew. */
const mostAttempts = 8;
const longestPause = 25;

async function committed(
  parts: AssistantParts,
  labels: Labels,
  incoming: Incoming,
  attempt: number,
): Promise<StoredTurn> {
  const id = conversationId(incoming);
  const before = await parts.store.turn(id, incoming.id);
  if (before) return before;
  const conversation = (await parts.store.conversation(id)) ?? newConversation(id);
  const turn = await answered(parts, labels, conversation, incoming);
  try {
    return await parts.store.commit({ ...turn, expects: conversation.turns });
  } catch (cause) {
    const overtaken = cause instanceof Conflict || cause instanceof QuotaFull;
    if (!overtaken || attempt >= mostAttempts) throw cause;
    // By chance, so that two processes do not keep step.
    await pause(Math.random() * longestPause * attempt);
    return committed(parts, labels, incoming, attempt + 1);
  }
}

/** A message delivered again is answered once: what the channel has already sent is not sent again. */
const stillToSend = ({ replies, undelivered }: StoredTurn): readonly Outgoing[] =>
  replies.filter(({ id }) => undelivered.includes(id));

async function answered(
  parts: AssistantParts,
  labels: Labels,
  conversation: Conversation,
  incoming: Incoming,
): Promise<TurnCommit> {
  const inRoom = incoming.room !== undefined;
  const moment = { person: `${incoming.channel}:${incoming.user}`, at: parts.clock.now(), channel: incoming.channel };
  const withdrawn = !inRoom && withdraws(incoming.text) ? await withdrawal(parts.store, moment) : undefined;
  const said = withdrawn
    ? withdrawnTurn(conversation, withdrawn.say)
    : await proven(parts, labels, conversation, incoming, moment.at);
  const out = outgoing(incoming, said.answer, said.text);
  // The name of a file may say whom it is about.
  const personal = !inRoom && (said.answer.outcome === "form" || incoming.file) ? { personal: true as const } : {};
  const { at } = moment;
  const who = {
    at,
    conversation: conversation.id,
    user: incoming.user,
    channel: incoming.channel,
    ...(incoming.room !== undefined && { room: incoming.room }),
  };
  const entries: readonly LogEntry[] = [
    // What is said in a room is read by many: nothing personal of it is kept.
    { ...who, from: "person", text: inRoom ? maskPersonal(incoming.text) : saidText(incoming), ...personal },
    {
      ...who,
      from: "bot",
      text: said.text,
      outcome: said.answer.outcome,
      cites: said.answer.cites ?? [],
      ...(said.answer.files && { files: said.answer.files }),
      ...personal,
    },
  ];
  const changes = [...(withdrawn?.changes ?? []), ...said.changes];
  return { conversation: said.conversation, messageId: incoming.id, entries, replies: [out], changes };
}

const saidText = ({ text, file }: Incoming): string => (file ? `［文件］${file.name}${text}` : text);

const withdrawnTurn = (conversation: Conversation, say: string): Proven => {
  const { form, ...rest } = conversation;
  const answer: Answer = { outcome: "cancelled", say };
  return { conversation: { ...rest, turns: conversation.turns + 1, options: [] }, answer, text: say, changes: [] };
};

interface Proven {
  readonly conversation: Conversation;
  readonly answer: Answer;
  readonly text: string;
  readonly changes: readonly Change[];
}

/** The reply, or, where a figure of it cannot be shown to come from the document, the honest refusal. */
async function proven(
  { knowledge, store, clock, log }: AssistantParts,
  labels: Labels,
  conversation: Conversation,
  { text: heard, room, file, channel, user }: Incoming,
  at: string,
): Promise<Proven> {
  const desk = deskOver(store, { person: `${channel}:${user}`, channel, at });
  const message = { text: heard, inRoom: room !== undefined, ...(file && { file }) };
  const said = await reply(conversation, message, knowledge, clock.today(), desk);
  const text = renderText(said.answer, labels);
  try {
    guard(said.answer, renderText({ ...said.answer, cites: [], quick: [] }, labels), knowledge, heard);
    return { ...said, text };
  } catch (cause) {
    log.error({ conversation: conversation.id, cause }, "reply held back");
    return {
      // What was not said has not happened either.
      conversation: { ...conversation, turns: conversation.turns + 1 },
      answer: { outcome: "failed", say: replies.failed },
      text: replies.failed,
      changes: [],
    };
  }
}

function outgoing(incoming: Incoming, answer: Answer, text: string): Outgoing {
  return {
    id: `${incoming.id}/1`,
    to: incoming.user,
    ...(incoming.room !== undefined && { room: incoming.room }),
    text,
    outcome: answer.outcome,
    cites: answer.cites ?? [],
    ...(answer.quick && answer.quick.length > 0 && { quick: answer.quick }),
    ...(answer.files && { files: answer.files }),
  };
}
