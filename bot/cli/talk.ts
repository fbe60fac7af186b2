/** `gonghui talk --jsonl`: whole dialogues without a channel, a message a line. */
import { z } from "zod";
import { openStore } from "../storage/open.ts";
import { assistantFor } from "./open.ts";
import { inputLines, jsonLine, print, usage } from "./usage.ts";

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
      ...(message.file !== undefined && {
        file: { name: message.file.split("/").pop() ?? message.file, path: message.file },
      }),
    };
    const replies = forUs ? await assistant.handle(incoming) : [];
    for (const { to, room, text, file, cites, outcome } of replies) {
      print({ to, ...(room !== undefined && { room }), text, ...(file && { file: file.path }), cites, outcome });
    }
    print({ end: number });
    assistant.handle.sent?.(incoming, replies);
  }
  await store.close();
  await knowledge.close();
}
