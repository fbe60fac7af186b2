/** Looks at every file before the store opens: what is damaged or missing is set aside and named, never overlooked. */
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { currentSchema, type DocumentFile } from "./document-file.ts";
import { type Kind, kinds } from "./documents.ts";
import { DamagedFile, opened, unfinished } from "./durable-document.ts";
import type { Inventory } from "./inventory.ts";
import { StoreRefused } from "./store.ts";

export interface Head {
  readonly revision: number;
  readonly owner?: string;
  readonly waiting: number;
}

export interface Checked {
  /** The documents that are there, by `kind/name`. */
  readonly heads: Map<string, Head>;
  /** One Chinese line for each thing that the operator has to know. */
  readonly notices: readonly string[];
}

export interface CheckParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly inventory: Inventory;
  /** The operator knows of the damage and wants to go on without what is damaged. */
  readonly accept: boolean;
}

/** Without these a person is asked again; without any other kind something promised would be gone. */
const dispensable: ReadonlySet<Kind> = new Set(["conversation", "page", "session"]);
const readAtOnce = 16;

type Verdict = { readonly head: Head } | "damaged" | "newer";

export async function checkDocuments(parts: CheckParts): Promise<Checked> {
  const { disk, folder, inventory, accept } = parts;
  const heads = new Map<string, Head>();
  const damaged: string[] = [];
  for (const kind of kinds) {
    for (const { name, verdict } of await verdictsOn(parts, kind)) {
      if (verdict === "newer")
        throw new StoreRefused(`数据文件「${name}.json」由更新的版本写成，请用新版本的 gonghui 打开这个数据目录`);
      if (verdict === "damaged") damaged.push(name);
      else heads.set(name, verdict.head);
    }
  }
  const missing = [...inventory.names].filter((name) => !heads.has(name) && !damaged.includes(name));
  refuseGrave(damaged, missing, accept);
  for (const name of damaged) await setAside(disk, folder, name);
  await inventory.drop([...damaged, ...missing].filter((name) => inventory.names.has(name)));
  // Written just before a crash, and not yet listed: whole, so it counts.
  await inventory.add([...heads.keys()].filter((name) => !inventory.names.has(name)));
  return { heads, notices: [...doubt(inventory, heads), ...damaged.map(damagedNotice), ...missing.map(missingNotice)] };
}

async function verdictsOn({ disk, folder }: CheckParts, kind: Kind) {
  const files = (await disk.list(join(folder, kind))).filter((name) => name.endsWith(".json"));
  const found: { readonly name: string; readonly verdict: Verdict }[] = [];
  for (let start = 0; start < files.length; start += readAtOnce) {
    const some = files.slice(start, start + readAtOnce).map(async (file) => ({
      name: `${kind}/${file.slice(0, -".json".length)}`,
      verdict: await verdictOn(disk, folder, kind, file),
    }));
    found.push(...(await Promise.all(some)));
  }
  return found;
}

async function verdictOn(disk: Disk, folder: string, kind: Kind, file: string): Promise<Verdict> {
  const path = join(folder, kind, file);
  try {
    const bytes = await disk.read(path);
    const document = bytes && opened<Partial<DocumentFile> | null>(path, bytes);
    if (!document || typeof document.schema !== "number" || typeof document.revision !== "number") return "damaged";
    if (document.schema > currentSchema) return "newer";
    if (document.kind !== kind || `${document.name}.json` !== file) return "damaged";
    const { revision, waiting = 0, owner } = document;
    return { head: { revision, waiting, ...(owner !== undefined && { owner }) } };
  } catch (cause) {
    if (cause instanceof DamagedFile || cause instanceof SyntaxError) return "damaged";
    throw cause;
  }
}

function refuseGrave(damaged: readonly string[], missing: readonly string[], accept: boolean): void {
  const grave = [...damaged, ...missing].filter((name) => !dispensable.has(name.split("/")[0] as Kind));
  const [first] = grave;
  if (first === undefined || accept) return;
  throw new StoreRefused(
    `数据文件「${first}.json」损坏或丢失${grave.length > 1 ? `（共${grave.length}个）` : ""}，没有启动，原文件未改动。请用 gonghui restore 恢复备份，或用 gonghui store accept 隔离坏文件后再启动`,
  );
}

/** The original bytes are kept. */
async function setAside(disk: Disk, folder: string, name: string): Promise<void> {
  await disk.makeFolder(join(folder, "quarantine"));
  await disk.rename(join(folder, `${name}.json`), join(folder, "quarantine", `${name.replace("/", "-")}.json`));
  await disk.syncFolder(join(folder, "quarantine"));
}

const damagedNotice = (name: string): string =>
  `数据文件「${name}.json」已损坏，已移到 quarantine 目录，这一份内容没有载入；可用 gonghui restore 从备份恢复`;
const missingNotice = (name: string): string =>
  `数据文件「${name}.json」不见了，这一份内容没有载入；可用 gonghui restore 从备份恢复`;
const doubt = (inventory: Inventory, heads: ReadonlyMap<string, Head>): readonly string[] =>
  inventory.doubtful && heads.size > 0
    ? ["数据清单「inventory.log」已损坏并重建，不能确认是否有文件丢失，请核对备份"]
    : [];

/** Files that a crash left half-written were never acknowledged. */
export async function sweep(disk: Disk, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await disk.list(folder)) if (name.endsWith(unfinished)) await disk.remove(join(folder, name));
  }
}
