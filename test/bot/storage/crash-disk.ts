/** A disk in memory that knows what would survive a crash at any moment, and that can be made to fail at any call. */
import { dirname } from "node:path";
import type { Disk } from "../../../bot/storage/disk.ts";

interface Inode {
  data: string;
  /** What has reached the medium; undefined for a file that was never synced. */
  synced: string | undefined;
}

export type Image = ReadonlyMap<string, string>;
export const models = ["everything", "onlySynced", "namesWithoutContent", "lastWriteTorn"] as const;
export type Model = (typeof models)[number];

export interface CrashDisk extends Disk {
  /** What is found after a crash right now. */
  image(model: Model): Image;
  readonly steps: () => number;
}

export interface CrashParts {
  readonly start?: Image;
  /** Called before each step that changes something; throws to make the step fail. */
  readonly before?: (step: number) => void;
}

export function crashDisk({ start = new Map(), before = () => undefined }: CrashParts = {}): CrashDisk {
  const inodes = (image: Image) => new Map([...image].map(([path, data]) => [path, { data, synced: data }]));
  const names: Map<string, Inode> = inodes(start);
  const durable = new Map(names);
  let writing: Inode | undefined;
  let steps = 0;

  const step = () => {
    steps += 1;
    before(steps);
  };

  async function write(path: string, data: string, sync: boolean): Promise<void> {
    step();
    const inode: Inode = names.get(path) ?? { data: "", synced: undefined };
    names.set(path, inode);
    inode.data = data;
    if (!sync) return;
    writing = inode;
    step();
    inode.synced = inode.data;
    writing = undefined;
    step();
  }

  /** What was synced before stays; only what was added since can be empty or torn. */
  function survivor(model: Model, inode: Inode): string | undefined {
    if (model === "everything") return inode.data;
    if (model === "onlySynced") return inode.synced;
    const kept = inode.synced !== undefined && inode.data.startsWith(inode.synced) ? inode.synced : "";
    const added = inode.data.length - kept.length;
    if (model === "namesWithoutContent") return kept + "\0".repeat(added);
    return inode === writing ? inode.data.slice(0, kept.length + Math.floor(added / 2)) : inode.data;
  }

  return {
    steps: () => steps,
    image(model) {
      const found = new Map<string, string>();
      for (const [path, inode] of model === "onlySynced" ? durable : names) {
        const data = survivor(model, inode);
        if (data !== undefined) found.set(path, data);
      }
      return found;
    },
    makeFolder: async () => undefined,
    async read(path) {
      const inode = names.get(path);
      return inode && Buffer.from(inode.data);
    },
    async writeAndSync(path, bytes) {
      names.delete(path);
      await write(path, bytes, true);
    },
    appendAndSync: (path, bytes) => write(path, (names.get(path)?.data ?? "") + bytes, true),
    append: (path, bytes) => write(path, (names.get(path)?.data ?? "") + bytes, false),
    async rename(from, to) {
      step();
      const inode = names.get(from);
      if (!inode) throw Object.assign(new Error(`no ${from}`), { code: "ENOENT" });
      names.delete(from);
      names.set(to, inode);
    },
    async link(from, to) {
      step();
      const inode = names.get(from);
      if (inode) names.set(to, inode);
    },
    async syncFolder(path) {
      step();
      for (const name of durable.keys()) if (dirname(name) === path && !names.has(name)) durable.delete(name);
      for (const [name, inode] of names) if (dirname(name) === path) durable.set(name, inode);
      step();
    },
    list: async (path) =>
      [...names.keys()]
        .filter((name) => dirname(name) === path)
        .map((name) => name.slice(path.length + 1))
        .sort(),
    async remove(path) {
      step();
      names.delete(path);
    },
  };
}
