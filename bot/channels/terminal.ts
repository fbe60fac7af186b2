/** Chat in the terminal, line by line; works with a keyboard and with piped input. */
import { createInterface } from "node:readline";
import type { Channel, Handle, Outgoing } from "./channel.ts";

export interface TerminalParts {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly user: string;
  /** Puts a file where the person can open it, and says where. */
  readonly handOut: (id: string) => Promise<string | undefined>;
  /** Makes message ids unique across runs on the same data. */
  readonly run: string;
}

export function terminalChannel({
  input,
  output,
  user,
  run,
  handOut,
}: TerminalParts): Channel & { readonly ended: () => Promise<void> } {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const write = (text: string) => void output.write(`${text}\n`);
  const show = async ({ text, files = [] }: Outgoing): Promise<void> => {
    write(`助手：${text}`);
    for (const { id } of files) write(`文件：${(await handOut(id)) ?? "（已经没有了）"}`);
  };
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
          for (const reply of replies) {
            await show(reply);
            write("");
          }
          handle.sent?.(incoming, replies);
          output.write("您：");
        }
        write("");
      })();
      return [];
    },
    send: show,
    async stop() {
      lines.close();
      await finished;
    },
  };
}
