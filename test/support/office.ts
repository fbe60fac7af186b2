/** The assistant over a store, as a line that an officer can talk over; with `restarts` everything is opened anew before each message. */
import { type Assistant, assistant } from "../../bot/assistant.ts";
import type { Outgoing } from "../../bot/channels/channel.ts";
import { fixedClock } from "../../bot/clock.ts";
import { silentLog } from "../../bot/log.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import { openStore } from "../../bot/storage/open.ts";
import type { Store } from "../../bot/storage/store.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Line } from "./officer.ts";

export interface Office {
  readonly store: () => Store;
  line(user: string, room?: string): Line;
  close(): Promise<void>;
}

export interface OfficeParts {
  readonly knowledge: Knowledge;
  readonly today?: string;
  /** Data folder; in memory without one. */
  readonly folder?: string;
}

export async function office({ knowledge, today = "2023-06-15", folder }: OfficeParts): Promise<Office> {
  const clock = fixedClock(today);
  let store: Store = folder === undefined ? memoryStore() : await openStore(folder);
  let served: Assistant = assistant({ knowledge, store, clock, log: silentLog });
  let count = 0;
  async function restart(): Promise<void> {
    if (folder === undefined) return;
    await served.idle();
    await store.close();
    store = await openStore(folder);
    served = assistant({ knowledge, store, clock, log: silentLog });
  }
  return {
    store: () => store,
    line: (user, room) => ({
      async say(text, file): Promise<readonly Outgoing[]> {
        await restart();
        count += 1;
        const where = room === undefined ? {} : { room, mention: true };
        const incoming = { id: `m${count}`, channel: "web", user, text, ...where, ...(file && { file }) };
        const replies = await served.handle(incoming);
        served.handle.sent?.(incoming, replies);
        return replies;
      },
    }),
    close: () => store.close(),
  };
}
