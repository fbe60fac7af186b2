/** One of several processes on one database: answers the messages it is told, and says what it sends. */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { assistant } from "../../../bot/assistant.ts";
import type { Channel, Incoming, Outgoing } from "../../../bot/channels/channel.ts";
import { systemClock } from "../../../bot/clock.ts";
import { silentLog } from "../../../bot/log.ts";
import { sendWaiting } from "../../../bot/outbox.ts";
import { openStore } from "../../../bot/storage/open.ts";
import type { Knowledge } from "../../../knowledge/index.ts";

const [folder = "", url = ""] = process.argv.slice(2);
const store = await openStore(folder, { url });
const clock = systemClock();
// 「撤回同意」 is answered without looking anything up.
const { handle } = assistant({ knowledge: {} as Knowledge, store, clock, log: silentLog });
const say = (word: string, id: string) => writeSync(1, `${word} ${id}\n`);
const send = async ({ id, outcome }: Outgoing): Promise<void> => void say(outcome === "failed" ? "failed" : "sent", id);
const channel: Channel = { name: "web", start: async () => [], stop: async () => undefined, send };

async function answer(user: string, id: string): Promise<void> {
  const incoming: Incoming = { id, channel: "web", user, text: "撤回同意" };
  const replies = await handle(incoming);
  for (const reply of replies) await send(reply);
  handle.sent?.(incoming, replies);
  say("done", id);
}

say("ready", "0");
for await (const line of createInterface(process.stdin)) {
  const [user = "", id = ""] = line.split(" ");
  if (user !== "outbox") void answer(user, id);
  else say("swept", String(await sendWaiting({ store, channels: [channel], clock, log: silentLog, youngest: 1000 })));
}
