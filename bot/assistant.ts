/** Joins dialogue, storage and channels: a message in, committed replies out, each message answered once. */
import { setTimeout as pause } from "node:timers/promises";
import type { Knowledge } from "../knowledge/index.ts";
import type { Answer } from "./answer.ts";
import { type Desk, deskOver } from "./applications/desk.ts";
import { labelsOf } from "./assistant-labels.ts";
import { conversationId, type Handle, type Incoming, type Outgoing } from "./channels/channel.ts";
import { type Labels, renderText } from "./channels/render.ts";
import type { Clock } from "./clock.ts";
import type { PageOrder } from "./dialogue/application/by-page.ts";
import { type Conversation, newConversation } from "./dialogue/conversation.ts";
import { type Replied, reply, replyToPage } from "./dialogue/dialogue.ts";
import { guard } from "./dialogue/guard.ts";
import { replies } from "./dialogue/replies.ts";
import type { Log } from "./log.ts";
import { withdraws } from "./privacy/consent.ts";
import { withdrawal } from "./privacy/withdrawal.ts";
import { queue } from "./queue.ts";
import {
  Conflict,
  QuotaFull,
  type Store,
  type StoredTurn,
  StoreUnavailable,
  type TurnCommit,
} from "./storage/store.ts";
import { commitOf, outgoing, type Proven } from "./turn-commit.ts";

export interface AssistantParts {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Where a person of this channel finds our pages; undefined where no address is known. */
  readonly site?: (channel: string) => string | undefined;
}

export interface Assistant {
  readonly handle: Handle;
  /** What a person does on the page of a link: a turn like any other, in its turn. Undefined when nothing came of it. */
  readonly handIn: (incoming: Incoming, order: PageOrder) => Promise<StoredTurn | undefined>;
  /** Resolves when every turn under way is done. */
  idle(): Promise<void>;
}

type Inside = AssistantParts & { readonly labels: Labels };

/** What a message makes of the conversation; undefined when nothing is to be written. */
type Decide = (parts: Inside, conversation: Conversation, incoming: Incoming) => Promise<TurnCommit | undefined>;

export function assistant(given: AssistantParts): Assistant {
  const turns = queue();
  const parts: Inside = { ...given, labels: labelsOf(given.knowledge) };
  const inTurn = <T>(incoming: Incoming, job: () => Promise<T>) => turns.run(conversationId(incoming), job);
  return {
    handle: Object.assign((incoming: Incoming) => inTurn(incoming, () => oneTurn(parts, incoming)), {
      sent: (incoming: Incoming, sent: readonly Outgoing[]) => markSent(parts, incoming, sent),
    }),
    handIn: (incoming, order) => inTurn(incoming, () => committed(parts, incoming, byPage(order))),
    idle: () => turns.idle(),
  };
}

/** The mark is a hint that costs no write of its own; losing it repeats a reply and loses none. */
function markSent({ store, log }: AssistantParts, incoming: Incoming, sent: readonly Outgoing[]): void {
  const ids = sent.filter(({ outcome }) => outcome !== "failed").map(({ id }) => id);
  store.delivered(conversationId(incoming), ids).catch((cause: unknown) => log.warn({ cause }, "not marked as sent"));
}

async function oneTurn(parts: Inside, incoming: Incoming): Promise<readonly Outgoing[]> {
  try {
    const turn = await committed(parts, incoming, answered);
    return turn ? stillToSend(turn) : [];
  } catch (cause) {
    parts.log.error({ conversation: conversationId(incoming), cause }, "turn failed");
    const say = cause instanceof StoreUnavailable ? replies.storeBusy : replies.failed;
    return [outgoing(incoming, { outcome: "failed", say }, say)];
  }
}

/** Another process that shares the store may have answered this person meanwhile: the turn is then computed anew. */
const mostAttempts = 8;
const longestPause = 25;

async function committed(
  parts: Inside,
  incoming: Incoming,
  decide: Decide,
  attempt = 1,
): Promise<StoredTurn | undefined> {
  const id = conversationId(incoming);
  const before = await parts.store.turn(id, incoming.id);
  if (before) return before;
  const conversation = (await parts.store.conversation(id)) ?? newConversation(id);
  const turn = await decide(parts, conversation, incoming);
  if (!turn) return undefined;
  try {
    return await parts.store.commit({ ...turn, expects: conversation.turns });
  } catch (cause) {
    const overtaken = cause instanceof Conflict || cause instanceof QuotaFull;
    if (!overtaken || attempt >= mostAttempts) throw cause;
    // By chance, so that two processes do not keep step.
    await pause(Math.random() * longestPause * attempt);
    return committed(parts, incoming, decide, attempt + 1);
  }
}

/** A message delivered again is answered once: what the channel has already sent is not sent again. */
const stillToSend = ({ replies, undelivered }: StoredTurn): readonly Outgoing[] =>
  replies.filter(({ id }) => undelivered.includes(id));

const answered: Decide = async (parts, conversation, incoming) => {
  const { store, knowledge, clock } = parts;
  const moment = { person: `${incoming.channel}:${incoming.user}`, at: clock.now(), channel: incoming.channel };
  const { text, room, file } = incoming;
  if (room === undefined && withdraws(text)) {
    const { say, changes } = await withdrawal(store, moment);
    return commitOf(incoming, { ...withdrawnTurn(conversation, say), changes }, moment.at);
  }
  const message = { text, inRoom: room !== undefined, ...(file && { file }) };
  const said = await reply(conversation, message, knowledge, clock.today(), deskFor(parts, moment));
  return commitOf(incoming, proven(parts, conversation, said, text), moment.at);
};

const byPage =
  (order: PageOrder): Decide =>
  async (parts, conversation, incoming) => {
    const { clock, knowledge } = parts;
    const moment = { person: `${incoming.channel}:${incoming.user}`, at: clock.now(), channel: incoming.channel };
    const said = await replyToPage(conversation, order, knowledge, clock.today(), deskFor(parts, moment));
    return said && commitOf(incoming, proven(parts, conversation, said, ""), moment.at);
  };

function deskFor({ store, site }: Inside, moment: { person: string; channel: string; at: string }): Desk {
  const pages = site?.(moment.channel);
  return deskOver(store, { ...moment, ...(pages !== undefined && { site: pages }) });
}

const withdrawnTurn = (conversation: Conversation, say: string): Proven => {
  const { form, ...rest } = conversation;
  const answer: Answer = { outcome: "cancelled", say };
  return { conversation: { ...rest, turns: conversation.turns + 1, options: [] }, answer, text: say, changes: [] };
};

/** The reply, or, where a figure of it cannot be shown to come from the document, the honest refusal. */
function proven({ knowledge, labels, log }: Inside, conversation: Conversation, said: Replied, heard: string): Proven {
  try {
    guard(said.answer, renderText({ ...said.answer, cites: [], quick: [] }, labels), knowledge, heard);
    return { ...said, text: renderText(said.answer, labels) };
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
