/** Opens the store that the settings name: its folder locked, its keys at hand, its files looked at. */
import { join, resolve } from "node:path";
import { type DeliveryMarks, hintedMarks } from "./delivery-marks.ts";
import { type Disk, haltingDisk, realDisk } from "./disk.ts";
import { writeDurably } from "./durable-document.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { inventoryPath } from "./inventory.ts";
import { type MasterKeys, makeMasterKeys, readMasterKeys } from "./key-file.ts";
import { fileRing } from "./key-ring.ts";
import { type LowdbDocuments, lowdbDocuments } from "./lowdb.ts";
import { memoryStore } from "./memory.ts";
import { type Served, serve } from "./service-requests.ts";
import { type Store, StoreRefused } from "./store.ts";
import { storeOver } from "./store-over.ts";
import { type Vault, vaultOver } from "./vault.ts";

export interface OpenOptions {
  /** `postgres://…` keeps the store in that database instead of in the folder. */
  readonly url?: string;
  readonly disk?: Disk;
  /** Where the master keys are; `<folder>.key` if not said. */
  readonly keyFile?: string;
  /** Reads beside a running service: takes no lock, writes nothing. */
  readonly readOnly?: boolean;
  /** Sets damaged files aside, whatever they hold, instead of refusing. */
  readonly accept?: boolean;
}

export interface OpenedStore extends Store {
  /** What the operator has to know: files set aside, missing, or unreadable. One Chinese line each. */
  readonly notices: readonly string[];
  /** No other process uses the data folder: what lies in it from before was left by one that is gone. */
  readonly alone: boolean;
}

export const keyFileOf = (folder: string, environment: NodeJS.ProcessEnv = process.env): string =>
  environment["GONGHUI_KEY_FILE"] ?? `${resolve(folder)}.key`;
export const ringFileOf = (folder: string): string => `${resolve(folder)}.keyring`;

export async function openStore(folder: string, options: OpenOptions = {}): Promise<OpenedStore> {
  const disk = options.disk ?? realDisk;
  const url = options.url ?? process.env["STORE"];
  if (url?.startsWith("postgres")) return openShared(folder, url, disk, options);
  const isNew = (await disk.read(inventoryPath(folder))) === undefined;
  if (options.readOnly && isNew) return { ...memoryStore(), notices: [], alone: false };
  const opened: { served?: Served } = {};
  const lock = options.readOnly
    ? noLock
    : await lockFolder(folder, async (request) =>
        opened.served === undefined ? "starting" : serve(opened.served, request),
      );
  try {
    const { documents, marks } = await openFolder(folder, disk, options);
    const store = storeOver(documents, marks);
    opened.served = { folder, store, documents };
    return {
      ...store,
      notices: documents.notices,
      alone: options.readOnly !== true,
      async close() {
        await store.close();
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

async function openShared(folder: string, url: string, disk: Disk, options: OpenOptions): Promise<OpenedStore> {
  const { openPostgres } = await import("./postgres/open.ts");
  const { documents, marks } = await openPostgres(
    { url },
    await masterKeys(disk, options.keyFile ?? keyFileOf(folder), false),
  );
  return { ...storeOver(documents, marks), notices: [], alone: false };
}

const noLock: FolderLock = { release: async () => undefined };

export interface OpenedFolder {
  readonly documents: LowdbDocuments;
  readonly marks: DeliveryMarks;
  readonly vault: Vault;
}

/** Without a lock: for callers that hold it, and for tests with a disk of their own. */
export async function openFolder(folder: string, on: Disk, options: OpenOptions): Promise<OpenedFolder> {
  const disk = haltingDisk(on);
  const readOnly = options.readOnly === true;
  const vault = await openVault(folder, disk, options);
  const documents = await lowdbDocuments({ folder, disk, vault, readOnly, accept: options.accept === true });
  const hints = join(folder, "delivered.log");
  const marks = hintedMarks({
    earlier: (await disk.read(hints))?.toString("utf8") ?? "",
    nameOf: (id) => vault.nameOf({ kind: "conversation", id }),
    file: {
      append: (lines) => (readOnly ? Promise.resolve() : disk.append(hints, lines)),
      replace: (lines) => (readOnly ? Promise.resolve() : writeDurably(disk, hints, lines)),
    },
  });
  return { documents, marks, vault };
}

async function openVault(folder: string, disk: Disk, options: OpenOptions): Promise<Vault> {
  const { keyFile = keyFileOf(folder), readOnly = false } = options;
  const path = ringFileOf(folder);
  const hasData = (await disk.read(inventoryPath(folder))) !== undefined;
  const hasRing = (await disk.read(path)) !== undefined;
  if (hasRing && !hasData)
    throw new StoreRefused(
      `数据目录「${folder}」是空的，旁边却有它的密钥环：可能没有挂上磁盘或被误删。请恢复数据目录；确要从头开始，先把「${path}」移走`,
    );
  if (hasData && !hasRing && (await hasDocuments(disk, folder)))
    throw new StoreRefused(`找不到密钥环「${path}」，已有的数据打不开。请从保管的副本恢复它后再启动`);
  const masters = await masterKeys(disk, keyFile, hasRing);
  if (!hasData) {
    // First of all: a data folder that is gone can only be told from a new one by what was there before.
    await disk.makeFolder(folder);
    await writeDurably(disk, inventoryPath(folder), "");
  }
  return vaultOver(await fileRing({ disk, path, masters, readOnly }));
}

async function hasDocuments(disk: Disk, folder: string): Promise<boolean> {
  return ((await disk.read(inventoryPath(folder)))?.length ?? 0) > 0;
}

export async function masterKeys(disk: Disk, path: string, needed: boolean): Promise<MasterKeys> {
  const keys = await readMasterKeys(disk, path);
  if (keys) return keys;
  if (needed)
    throw new StoreRefused(`找不到密钥文件「${path}」，已有的数据打不开。请恢复它，或用 GONGHUI_KEY_FILE 指明它的位置`);
  return makeMasterKeys(disk, path);
}
