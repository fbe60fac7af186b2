/** `gonghui talk --jsonl`: whole dialogues without a channel, a message a line. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { IncomingFile, Outgoing } from "../channels/channel.ts";
import { systemClock } from "../clock.ts";
import { openStore } from "../storage/open.ts";
import type { Store } from "../storage/store.ts";
import { fileOfPerson, handOut, sweepHandedOut } from "../storage/stored-files.ts";
import { assistantFor } from "./open.ts";
import { inputLines, jsonLine, print, UsageError, usage } from "./usage.ts";

const line = z.object({
  user: z.string(),
  text: z.string().default(""),
  room: z.string().optional(),
  mention: z.boolean().optional(),
  file: z.string().optional(),
  id: z.string().optional(),
});

export async function talk(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl"]);
  const store = await openStore(used.data);
  const { assistant, knowledge } = await assistantFor(used, store);
  // Ids of this run must not repeat those of an earlier run on the same data.
  const run = `${process.pid}-${Math.round(performance.timeOrigin)}`;
  await sweepHandedOut(used.data, Date.parse(systemClock().now()));
  let number = 0;
  for await (const raw of inputLines()) {
    number += 1;
    const message = jsonLine(raw, number, line);
    const forUs = message.room === undefined || message.mention === true;
    const incoming = {
      id: message.id ?? `${run}-${number}`,
      channel: "talk",
      user: message.user,
      text: message.text,
      ...(message.room !== undefined && { room: message.room, mention: true }),
      ...(message.file !== undefined && { file: await fileAt(message.file, number) }),
    };
    const replies = forUs ? await assistant.handle(incoming) : [];
    for (const reply of replies) await show(reply, store, used.data);
    print({ end: number });
    assistant.handle.sent?.(incoming, replies);
  }
  await store.close();
  await knowledge.close();
}

async function fileAt(path: string, number: number): Promise<IncomingFile> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new UsageError(`第${number}行的文件「${path}」读不到，请检查路径`);
  return { name: basename(path), bytes };
}

/** One line a reply; a second file of the same reply is a line of its own. */
async function show(
  { to, room, text, files = [], cites, outcome }: Outgoing,
  store: Store,
  data: string,
): Promise<void> {
  const paths: string[] = [];
  for (const { id } of files) {
    const file = await fileOfPerson(store, id, `talk:${to}`);
    if (file) paths.push(await handOut(data, id, file));
  }
  const where = { to, ...(room !== undefined && { room }) };
  print({ ...where, text, ...(paths[0] !== undefined && { file: paths[0] }), cites, outcome });
  for (const file of paths.slice(1)) print({ ...where, file, outcome });
}
