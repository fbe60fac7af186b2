/** After a restart: sends the replies that were committed and never reached their channel, unless they are stale. */
import type { Channel } from "./channels/channel.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import type { Store, StoredTurn, Waiting } from "./storage/store.ts";

export interface OutboxParts {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly log: Log;
  /** Replies younger than so many milliseconds are left to the process that may be sending them right now. */
  readonly youngest?: number;
}

const minute = 60_000;
/** A room has moved on after minutes; a person alone is still waiting the same day. */
const stale = (room: string | undefined): number => (room === undefined ? 24 * 60 * minute : 5 * minute);

/** Sends what no message of the channel has caused. What cannot be sent now is sent after a restart. */
export async function sendAtOnce({ store, channels, log }: OutboxParts, conversation: string, turn: StoredTurn) {
  const target = channels.find(({ name }) => conversation.startsWith(`${name}:`));
  for (const reply of turn.replies) {
    if (!target || !turn.undelivered.includes(reply.id)) continue;
    try {
      await target.send(reply);
      await store.delivered(conversation, [reply.id]);
    } catch (cause) {
      log.warn({ conversation, cause }, "reply still waiting");
    }
  }
}

export async function sendWaiting({ store, channels, clock, log, youngest = 0 }: OutboxParts): Promise<number> {
  const waiting: Waiting[] = [];
  for await (const one of store.undelivered()) waiting.push(one);
  let sent = 0;
  for (const { conversation, channel, at, reply } of waiting) {
    const target = channels.find(({ name }) => name === channel);
    const age = Date.parse(clock.now()) - Date.parse(at);
    if (!target || (age >= 0 && age < youngest)) continue;
    try {
      if (age <= stale(reply.room)) {
        await target.send(reply);
        sent += 1;
      }
      await store.delivered(conversation, [reply.id]);
    } catch (cause) {
      log.warn({ conversation, cause }, "reply still waiting");
    }
  }
  return sent;
}
