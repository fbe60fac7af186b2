/** Chat in the terminal, line by line; works with a keyboard and with piped input. */
import { createInterface } from "node:readline";
import type { Channel, Handle } from "./channel.ts";

export interface TerminalParts {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly user: string;
  /** Makes message ids unique across runs on the same data. */
  readonly run: string;
}

export function terminalChannel({
  input,
  output,
  user,
  run,
}: TerminalParts): Channel & { readonly ended: () => Promise<void> } {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const write = (text: string) => void output.write(`${text}\n`);
  let finished: Promise<void> = Promise.resolve();
  return {
    name: "terminal",
    ended: () => finished,
    async start(handle: Handle) {
      finished = (async () => {
        let number = 0;
        output.write("您：");
        for await (const text of lines) {
          number += 1;
          const incoming = { id: `${run}-${number}`, channel: "terminal", user, text };
          const replies = await handle(incoming);
          for (const reply of replies) write(`助手：${reply.text}\n`);
          handle.sent?.(incoming, replies);
          output.write("您：");
        }
        write("");
      })();
      return [];
    },
    send: async (outgoing) => write(`助手：${outgoing.text}`),
    async stop() {
      lines.close();
      await finished;
    },
  };
}
