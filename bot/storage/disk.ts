/** The few calls to the disk that storage is built from, so that tests can stop or fail at each of them. */
import { appendFile, link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";

export interface Disk {
  makeFolder(path: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  /** Creates or replaces a file and forces its content to the medium. */
  writeAndSync(path: string, bytes: string): Promise<void>;
  /** Adds to the end of a file, made if need be, and forces it to the medium. */
  appendAndSync(path: string, bytes: string): Promise<void>;
  /** Adds to the end of a file, without waiting for the medium. */
  append(path: string, bytes: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for a file that is never changed in place. */
  link(from: string, to: string): Promise<void>;
  /** Forces the names in a folder to the medium: after it a rename survives a power cut. */
  syncFolder(path: string): Promise<void>;
  list(path: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
}

const ownerOnly = 0o600;
const isMissing = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT";

async function written(path: string, flag: "a" | "w", bytes: string): Promise<void> {
  const file = await open(path, flag, ownerOnly);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

export const realDisk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw cause;
    }
  },
  writeAndSync: (path, bytes) => written(path, "w", bytes),
  appendAndSync: (path, bytes) => written(path, "a", bytes),
  append: (path, bytes) => appendFile(path, bytes, { mode: ownerOnly }),
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  async syncFolder(path) {
    const folder = await open(path, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  async list(path) {
    try {
      return (await readdir(path)).sort();
    } catch (cause) {
      if (isMissing(cause)) return [];
      throw cause;
    }
  },
  remove: (path) => rm(path, { force: true }),
};

/**
 * A disk on which nothing more is changed after an input/output error. A failed fsync may have dropped what it was to
 * keep and the next one reports success for nothing: only a restart, which reads what is really there, is safe.
 */
export function haltingDisk(disk: Disk): Disk {
  let failed: unknown;
  const guarded =
    <Words extends readonly unknown[]>(change: (...words: Words) => Promise<void>) =>
    async (...words: Words): Promise<void> => {
      if (failed !== undefined) throw failed;
      try {
        await change(...words);
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "EIO") failed = cause;
        throw cause;
      }
    };
  return {
    read: (path) => disk.read(path),
    list: (path) => disk.list(path),
    makeFolder: guarded(disk.makeFolder),
    writeAndSync: guarded(disk.writeAndSync),
    appendAndSync: guarded(disk.appendAndSync),
    append: guarded(disk.append),
    rename: guarded(disk.rename),
    link: guarded(disk.link),
    syncFolder: guarded(disk.syncFolder),
    remove: guarded(disk.remove),
  };
}
