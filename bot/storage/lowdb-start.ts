/** What happens before the embedded documents are used: committed changes are finished, every file is looked at. */
import { join } from "node:path";
import { applyCommit, type CommitFile, commitFolder, forgetCommit, readCommits } from "./commit-files.ts";
import type { Disk } from "./disk.ts";
import { type DocumentFile, readFile } from "./document-file.ts";
import { kinds } from "./documents.ts";
import { type Inventory, inventoryPath, openInventory } from "./inventory.ts";
import { checkDocuments, type Head, sweep } from "./start-check.ts";
import type { Vault } from "./vault.ts";

export interface LowdbParts {
  readonly folder: string;
  readonly disk: Disk;
  readonly vault: Vault;
  /** Another process may hold the folder: nothing is written, swept or set aside. */
  readonly readOnly: boolean;
  /** The operator knows of damage and wants to go on without what is damaged. */
  readonly accept: boolean;
}

export interface Begun {
  readonly inventory: Inventory;
  /** The documents that are there, by `kind/name`. */
  readonly heads: Map<string, Head>;
  /** States that are committed and not in their places yet; only for a reader, a writer has put them there. */
  readonly ahead: Map<string, DocumentFile | undefined>;
  /** Number of the last commit file. */
  readonly sequence: number;
  readonly notices: readonly string[];
}

export async function begin(parts: LowdbParts): Promise<Begun> {
  const { folder, disk, vault, readOnly, accept } = parts;
  const inventory = await openInventory(disk, inventoryPath(folder), !readOnly);
  const commits = await readCommits(disk, folder);
  const sequence = Number(/(\d+)\.json$/.exec(commits.at(-1)?.path ?? "")?.[1] ?? 0);
  if (readOnly) return { inventory, sequence, notices: [], ...(await glance(disk, folder, inventory, commits)) };
  const folders = [...kinds, commitFolder].map((name) => join(folder, name));
  for (const one of folders) await disk.makeFolder(one);
  await sweep(disk, [folder, ...folders]);
  for (const commit of commits) {
    await applyCommit(disk, folder, commit, vault.destroy);
    await listCommit(inventory, commit);
    await forgetCommit(disk, folder, commit);
  }
  const checked = await checkDocuments({ disk, folder, inventory, accept });
  return { inventory, sequence, ahead: new Map(), ...checked };
}

export async function listCommit(inventory: Inventory, { images }: CommitFile): Promise<void> {
  const { names } = inventory;
  await inventory.add(images.flatMap((one) => ("file" in one && !names.has(one.name) ? [one.name] : [])));
  await inventory.drop(images.flatMap((one) => ("removed" in one && names.has(one.name) ? [one.name] : [])));
}

async function glance(disk: Disk, folder: string, inventory: Inventory, commits: readonly CommitFile[]) {
  const heads = new Map<string, Head>();
  const ahead = new Map<string, DocumentFile | undefined>();
  for (const name of inventory.names) {
    const file = await readFile(disk, join(folder, `${name}.json`)).catch(() => undefined);
    if (file) heads.set(name, headOf(file));
  }
  for (const image of commits.flatMap(({ images }) => images)) {
    if ("file" in image) heads.set(image.name, headOf(image.file));
    else if ("name" in image) heads.delete(image.name);
    if ("name" in image) ahead.set(image.name, "file" in image ? image.file : undefined);
  }
  return { heads, ahead };
}

export const headOf = ({ revision, waiting = 0, owner }: DocumentFile): Head => ({
  revision,
  waiting,
  ...(owner !== undefined && { owner }),
});
