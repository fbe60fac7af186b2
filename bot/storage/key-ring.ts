/**
 * One key for each person, wrapped by the master key, in a file beside the data folder and outside of every backup:
 * destroying a person's key makes what backups hold of that person unreadable. New keys are appended, never changed.
 */
import { dirname } from "node:path";
import { z } from "zod";
import type { Disk } from "./disk.ts";
import { writeDurably } from "./durable-document.ts";
import { decrypt, encrypt, type MasterKeys, newKey } from "./key-file.ts";
import { StoreRefused } from "./store.ts";

export interface KeyRing {
  /** Undefined when there never was one, or it was destroyed. */
  key(owner: string): Promise<Buffer | undefined>;
  /** Made, and on the medium, if there is none. */
  keyFor(owner: string): Promise<Buffer>;
  destroy(owner: string): Promise<void>;
}

/** The owner of what belongs to no person. */
export const storeOwner = "store";

const line = z.object({ o: z.string(), m: z.string(), k: z.string() });
type Line = z.infer<typeof line>;

export const wrapped = ({ active, keys }: MasterKeys, owner: string, key: Buffer): Line => {
  const master = keys.get(active);
  if (!master) throw new Error("The active master key is missing.");
  return { o: owner, m: active, k: encrypt(master, `key/${owner}`, key) };
};

export function unwrapped(masters: MasterKeys, { o, m, k }: Line): Buffer {
  const master = masters.keys.get(m);
  try {
    if (master) return decrypt(master, `key/${o}`, k);
  } catch {
    // Falls through: a wrong key and a damaged line mean the same to the operator.
  }
  throw new StoreRefused("密钥文件与数据不匹配，请检查 GONGHUI_KEY_FILE 指的是不是这份数据的密钥文件");
}

export interface RingFile {
  readonly disk: Disk;
  readonly path: string;
  readonly masters: MasterKeys;
  /** Beside a running service: the file is left as it is. */
  readonly readOnly?: boolean;
}

export async function fileRing({
  disk,
  path,
  masters,
  readOnly = false,
}: RingFile): Promise<KeyRing & { readonly size: number }> {
  const lines = await readLines(disk, path, readOnly);
  const open = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let torn = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const running = last.then(job, job);
    last = running.catch(() => undefined);
    return running;
  };

  function known(owner: string): Buffer | undefined {
    const cached = open.get(owner);
    const wrappedKey = cached ? undefined : lines.get(owner);
    if (!wrappedKey) return cached;
    const key = unwrapped(masters, wrappedKey);
    open.set(owner, key);
    return key;
  }

  async function make(owner: string): Promise<Buffer> {
    const key = newKey();
    const added = wrapped(masters, owner, key);
    const first = lines.size === 0;
    // A failed append may have left half a line, which the next one must not follow.
    if (torn) await writeLines(disk, path, [...lines.values()]);
    torn = true;
    await disk.appendAndSync(path, `${JSON.stringify(added)}\n`);
    if (first) await disk.syncFolder(dirname(path));
    torn = false;
    lines.set(owner, added);
    open.set(owner, key);
    return key;
  }

  return {
    size: lines.size,
    key: async (owner) => known(owner),
    async keyFor(owner) {
      const key = known(owner);
      if (key) return key;
      const running = making.get(owner) ?? inTurn(() => make(owner)).finally(() => making.delete(owner));
      making.set(owner, running);
      return running;
    },
    destroy: (owner) =>
      inTurn(async () => {
        if (!lines.has(owner)) return;
        const rest = [...lines.values()].filter(({ o }) => o !== owner);
        await writeLines(disk, path, rest);
        lines.delete(owner);
        open.delete(owner);
      }),
  };
}

/** Wraps every key with the active master key; one file, replaced in one step, so it can stop anywhere. */
export async function rewrapRing({ disk, path, masters }: RingFile): Promise<number> {
  const lines = await readLines(disk, path, false);
  const anew = [...lines.values()].map((one) => wrapped(masters, one.o, unwrapped(masters, one)));
  await writeLines(disk, path, anew);
  return anew.length;
}

const writeLines = (disk: Disk, path: string, lines: readonly Line[]): Promise<void> =>
  writeDurably(disk, path, lines.map((one) => `${JSON.stringify(one)}\n`).join(""));

/** What stands after the last line end was never acknowledged: it is cut off, so that the next line starts clean. */
async function readLines(disk: Disk, path: string, readOnly: boolean): Promise<Map<string, Line>> {
  const text = (await disk.read(path))?.toString("utf8") ?? "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines = new Map<string, Line>();
  for (const [index, raw] of whole.split("\n").slice(0, -1).entries()) {
    const parsed = line.safeParse(parse(raw));
    if (!parsed.success)
      throw new StoreRefused(`密钥环「${path}」第${index + 1}行已损坏，请从保管的副本恢复它后再启动`);
    lines.set(parsed.data.o, parsed.data);
  }
  if (whole.length < text.length && !readOnly) await writeDurably(disk, path, whole);
  return lines;
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
