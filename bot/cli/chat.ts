/** `gonghui chat`: talk in the terminal; the conversation is kept in the data folder. */
import { terminalChannel } from "../channels/terminal.ts";
import { systemClock } from "../clock.ts";
import { openStore } from "../storage/open.ts";
import { fileOfPerson, handOut, sweepHandedOut } from "../storage/stored-files.ts";
import { assistantFor } from "./open.ts";
import { usage } from "./usage.ts";

export async function chat(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["user"]);
  const store = await openStore(used.data);
  const { assistant, knowledge } = await assistantFor(used, store);
  const run = `${process.pid}-${Math.round(performance.timeOrigin)}`;
  const user = used.value("user") ?? "me";
  await sweepHandedOut(used.data, Date.parse(systemClock().now()));
  const channel = terminalChannel({
    input: process.stdin,
    output: process.stdout,
    user,
    run,
    handOut: async (id) => {
      const file = await fileOfPerson(store, id, `terminal:${user}`);
      return file && handOut(used.data, id, file);
    },
  });
  process.stdout.write("青浦工会政策助手。直接打字提问，按 Ctrl+D 结束。\n");
  await channel.start(assistant.handle);
  await channel.ended();
  await store.close();
  await knowledge.close();
}
