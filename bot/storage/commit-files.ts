/** Changes of several documents as one: written whole into one file, then into each document; redone after a crash. */
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { type DocumentFile, readFile, writeFile } from "./document-file.ts";
import { DamagedFile, durableDocument } from "./durable-document.ts";
import { StoreRefused } from "./store.ts";

/** The next state of a document, or its removal at the revision that was last seen. */
export type Image =
  | { readonly name: string; readonly file: DocumentFile }
  | { readonly name: string; readonly removed: number }
  /** The key of an erased person goes with the person's documents. */
  | { readonly destroyed: string };

export interface CommitFile {
  readonly path: string;
  readonly images: readonly Image[];
}

export const commitFolder = "commits";
const digits = 10;

export const commitPath = (folder: string, sequence: number): string =>
  join(folder, commitFolder, `${String(sequence).padStart(digits, "0")}.json`);

export async function writeCommit(disk: Disk, { path, images }: CommitFile): Promise<void> {
  await durableDocument<readonly Image[]>(disk, path).write(images);
}

/** Oldest first. */
export async function readCommits(disk: Disk, folder: string): Promise<readonly CommitFile[]> {
  const commits: CommitFile[] = [];
  for (const name of await disk.list(join(folder, commitFolder))) {
    if (!name.endsWith(".json")) continue;
    const path = join(folder, commitFolder, name);
    const images = await durableDocument<readonly Image[]>(disk, path)
      .read()
      .catch((cause: unknown) => {
        if (!(cause instanceof DamagedFile)) throw cause;
        throw new StoreRefused(
          `提交记录「${commitFolder}/${name}」已损坏，没有启动，原文件未改动。请用 gonghui restore 恢复备份`,
        );
      });
    if (images) commits.push({ path, images });
  }
  return commits;
}

/** Brings each document to its image; doing it twice, or after a later write, changes nothing. */
export async function applyCommit(
  disk: Disk,
  folder: string,
  commit: CommitFile,
  destroy: (owner: string) => Promise<void>,
): Promise<void> {
  for (const image of commit.images) {
    if ("destroyed" in image) {
      await destroy(image.destroyed);
      continue;
    }
    const path = join(folder, `${image.name}.json`);
    // A document that cannot be read is replaced: the image is the newer state.
    const present = await readFile(disk, path).catch(() => undefined);
    const revision = present?.revision ?? 0;
    if ("file" in image) {
      if (revision < image.file.revision) await writeFile(disk, path, image.file);
    } else if (present && revision <= image.removed) {
      await disk.remove(path);
      await disk.syncFolder(join(path, ".."));
    }
  }
}

/** After this the commit is never redone: later writes and removals of the same documents are safe from it. */
export async function forgetCommit(disk: Disk, folder: string, { path }: CommitFile): Promise<void> {
  await disk.remove(path);
  await disk.syncFolder(join(folder, commitFolder));
}
