/** What is told outside of a turn: a decision by staff, a window that is about to close. Each once, and kept in the conversation. */
import { randomUUID } from "node:crypto";
import type { Channel, Outgoing } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import { newConversation } from "../dialogue/conversation.ts";
import type { Log } from "../log.ts";
import type { Application, Change, Notice, Stored } from "../storage/records.ts";
import { Conflict, type Store } from "../storage/store.ts";

export interface NoticeParts {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly log: Log;
}

/** The change that has a person told. The id says what about, so that the same is told once. */
export const telling = (notice: Notice): Change => ({
  kind: "notice",
  id: notice.id,
  person: notice.person,
  value: notice,
});

/** Tells the owner what staff did; the words stand beside each step. */
export function stepNotice(application: Application, say: string, at: string): Change {
  const id = `${application.id}/${application.history.length}`;
  return telling({ id, person: application.owner, text: say, at });
}

/** Sends what waits; another process that shares the store sends what it was first to take. */
export async function sendNotices(parts: NoticeParts): Promise<number> {
  const waiting: Stored<"notice">[] = [];
  for await (const one of parts.store.records("notice")) waiting.push(one);
  let sent = 0;
  for (const one of waiting) {
    try {
      if (await sendOne(parts, one)) sent += 1;
    } catch (cause) {
      parts.log.warn({ notice: one.value.id, cause }, "notice still waiting");
    }
  }
  return sent;
}

async function sendOne(
  { store, channels, clock }: NoticeParts,
  { value, revision }: Stored<"notice">,
): Promise<boolean> {
  const cut = value.person.indexOf(":");
  const [channel, user] = [value.person.slice(0, cut), value.person.slice(cut + 1)];
  const target = channels.find(({ name }) => name === channel);
  if (!target) return false;
  const reply: Outgoing = { id: `notice/${value.id}`, to: user, text: value.text, outcome: "form" };
  const conversation = (await store.conversation(value.person)) ?? newConversation(value.person);
  try {
    await store.commit({
      conversation: { ...conversation, turns: conversation.turns + 1 },
      // A message of its own for each try: of two that are sent at once the second finds the notice gone.
      messageId: `notice/${value.id}/${randomUUID()}`,
      expects: conversation.turns,
      entries: [
        {
          at: clock.now(),
          conversation: value.person,
          user,
          channel,
          from: "bot",
          text: value.text,
          outcome: "form",
          personal: true,
        },
      ],
      replies: [reply],
      changes: [{ kind: "notice", id: value.id, value: null, expected: revision }],
    });
  } catch (cause) {
    // The person is just speaking, or another process was first: the next round finds what is left.
    if (cause instanceof Conflict) return false;
    throw cause;
  }
  await target.send(reply);
  await store.delivered(value.person, [reply.id]);
  return true;
}
