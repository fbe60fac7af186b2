/** The command line: picks the command, and turns wrong usage into one line and exit code 2. */
import { commands } from "./cli/commands.ts";
import { UsageError } from "./cli/usage.ts";
import { StoreRefused } from "./storage/store.ts";

/** The exit code for data that must not be opened as it is. */
const unusableData = 78;

async function main(argv: readonly string[]): Promise<number> {
  const [name = "help", ...rest] = argv;
  const command = commands.get(name === "--help" || name === "-h" ? "help" : name);
  try {
    if (!command) throw new UsageError(`没有「${name}」这个命令。可用的命令：${[...commands.keys()].join("、")}`);
    await command(rest);
    return 0;
  } catch (cause) {
    if (!(cause instanceof UsageError || cause instanceof StoreRefused)) throw cause;
    process.stderr.write(`gonghui: ${cause.message}\n`);
    return cause instanceof UsageError ? 2 : unusableData;
  }
}

// A reader such as `head` that has seen enough is no fault.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));

process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
  process.stderr.write(`gonghui: 出错了，未完成：${cause instanceof Error ? cause.message : String(cause)}\n`);
  return 1;
});
