/** The list of documents that must be there: a file that is gone is noticed at the start, not taken for a new person. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { writeDurably } from "./durable-document.ts";

export interface Inventory {
  readonly names: ReadonlySet<string>;
  /** The list itself was gone or damaged, so a missing document could not be told. */
  readonly doubtful: boolean;
  add(names: readonly string[]): Promise<void>;
  drop(names: readonly string[]): Promise<void>;
}

const checked = (text: string): string => `${text} ${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;

/** Lines that no longer say anything, beyond those that do; then the list is written anew. */
const idleLines = 10_000;

export async function openInventory(disk: Disk, path: string, mayWrite: boolean): Promise<Inventory> {
  const bytes = await disk.read(path);
  const text = bytes?.toString("utf8") ?? "";
  // What stands after the last line end was never acknowledged.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").slice(0, -1);
  const names = new Set<string>();
  let doubtful = false;
  for (const line of lines) {
    const [sign = "", name = ""] = line.split(" ");
    if (line !== checked(`${sign} ${name}`)) doubtful = true;
    else if (sign === "+") names.add(name);
    else names.delete(name);
  }
  const all = () => [...names].map((name) => `${checked(`+ ${name}`)}\n`).join("");
  const untidy = bytes === undefined || doubtful || whole.length < text.length || lines.length > names.size + idleLines;
  if (mayWrite && untidy) await writeDurably(disk, path, all());

  // A failed append may have left half a line, which the next one must not follow.
  let torn = false;
  const note = async (sign: string, changed: readonly string[]) => {
    if (changed.length === 0) return;
    if (torn) await writeDurably(disk, path, all());
    torn = true;
    await disk.appendAndSync(path, changed.map((name) => `${checked(`${sign} ${name}`)}\n`).join(""));
    torn = false;
  };
  // One append at a time, so that what is written anew is what the list says.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const running = last.then(job, job);
    last = running.catch(() => undefined);
    return running;
  };
  return {
    names,
    doubtful,
    add: (added) =>
      inTurn(async () => {
        await note("+", added);
        for (const name of added) names.add(name);
      }),
    drop: (dropped) =>
      inTurn(async () => {
        await note("-", dropped);
        for (const name of dropped) names.delete(name);
      }),
  };
}

export const inventoryPath = (folder: string): string => join(folder, "inventory.log");
