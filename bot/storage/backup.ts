/**
 * Backups: every document as it is sealed, in one file that is sealed again line by line. The keys of persons are not
 * in it: whose key was destroyed cannot be read from any backup, and a restore leaves those documents out.
 */
import { createHmac, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { realDisk } from "./disk.ts";
import { type DocumentFile, readFile, writeFile } from "./document-file.ts";
import { kinds } from "./documents.ts";
import { lockFolder } from "./folder-lock.ts";
import { inventoryPath, openInventory } from "./inventory.ts";
import { decrypt, encrypt, readMasterKeys } from "./key-file.ts";
import { fileRing, type KeyRing, storeOwner } from "./key-ring.ts";
import { keyFileOf, openFolder, openStore, ringFileOf } from "./open.ts";
import { usedPlaces } from "./record-changes.ts";
import type { Application } from "./records.ts";
import { snapshotByHolder } from "./service.ts";
import { StoreRefused } from "./store.ts";

const format = "gonghui-backup-1";
const snapshotPrefix = "snapshot-";

interface Head {
  readonly format: string;
  readonly at: string;
  readonly id: string;
}

export interface BackupReport {
  readonly documents: number;
  /** Documents of persons who were erased since. */
  readonly leftOut: number;
}

async function ringOf(folder: string): Promise<KeyRing> {
  const keyFile = keyFileOf(folder);
  const masters = await readMasterKeys(realDisk, keyFile);
  if (!masters) throw new StoreRefused(`找不到密钥文件「${keyFile}」，请先把它和密钥环放回数据目录旁边`);
  return fileRing({ disk: realDisk, path: ringFileOf(folder), masters, readOnly: true });
}

async function backupKey(ring: KeyRing): Promise<Buffer> {
  const key = await ring.key(storeOwner);
  if (!key) throw new StoreRefused("密钥环里没有这份数据的密钥，请先恢复密钥环");
  return createHmac("sha256", key).update("backup").digest();
}

const about = ({ id }: Head, line: number): string => `${format}/${id}/${line}`;

export async function backup(folder: string, out: string, at: string): Promise<BackupReport> {
  const key = await backupKey(await ringOf(folder));
  await removeSnapshots(folder);
  const name = `${snapshotPrefix}${randomBytes(6).toString("hex")}`;
  if (!(await snapshotByHolder(folder, name))) {
    const lock = await lockFolder(folder, async () => "busy");
    try {
      const { documents } = await openFolder(folder, realDisk, {});
      await documents.snapshot(join(folder, name));
      await documents.close();
    } finally {
      await lock.release();
    }
  }
  try {
    return { documents: await writeBackup(join(folder, name), out, key, at), leftOut: 0 };
  } finally {
    await removeSnapshots(folder);
  }
}

/** Under another name until it is whole, so that half a backup is never taken for one. */
async function writeBackup(from: string, out: string, key: Buffer, at: string): Promise<number> {
  const head: Head = { format, at, id: randomBytes(12).toString("hex") };
  const part = `${out}.part`;
  const file = await open(part, "w", 0o600);
  let line = 0;
  try {
    await file.write(`${JSON.stringify(head)}\n`);
    for (const kind of kinds) {
      for (const name of await realDisk.list(join(from, kind))) {
        const document = await readFile(realDisk, join(from, kind, name));
        if (!document) continue;
        line += 1;
        await file.write(`${encrypt(key, about(head, line), JSON.stringify(document))}\n`);
      }
    }
    await file.write(`${encrypt(key, about(head, line + 1), JSON.stringify({ end: line }))}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, out);
  await realDisk.syncFolder(dirname(resolve(out)));
  return line;
}

async function removeSnapshots(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (name.startsWith(snapshotPrefix)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Into an empty data folder whose key file and key ring lie beside it. */
export async function restore(file: string, folder: string): Promise<BackupReport> {
  if ((await realDisk.read(inventoryPath(folder)))?.length)
    throw new StoreRefused(`数据目录「${folder}」里已有数据，请恢复到一个空目录`);
  const ring = await ringOf(folder);
  const key = await backupKey(ring);
  // Everything is checked before anything is written.
  for await (const document of documentsIn(file, key)) if (!document.name) throw damaged(file);
  for (const kind of kinds) await realDisk.makeFolder(join(folder, kind));
  const names: string[] = [];
  let leftOut = 0;
  for await (const document of documentsIn(file, key)) {
    if (document.owner !== undefined && !(await ring.key(document.owner))) {
      leftOut += 1;
      continue;
    }
    const name = `${document.kind}/${document.name}`;
    await writeFile(realDisk, join(folder, `${name}.json`), document);
    names.push(name);
  }
  await (await openInventory(realDisk, inventoryPath(folder), true)).add(names);
  await recount(folder);
  return { documents: names.length, leftOut };
}

const damaged = (file: string): StoreRefused =>
  new StoreRefused(`备份「${file}」不完整、被改动过或不是用这份密钥做的，没有恢复任何内容`);

async function* documentsIn(file: string, key: Buffer): AsyncGenerator<DocumentFile> {
  let head: Head | undefined;
  let line = 0;
  let ended = false;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    try {
      if (!head) {
        head = JSON.parse(text) as Head;
        if (head.format !== format) throw damaged(file);
        continue;
      }
      line += 1;
      const plain = JSON.parse(decrypt(key, about(head, line), text).toString("utf8")) as
        | DocumentFile
        | { end: number };
      if (ended) throw damaged(file);
      if ("end" in plain) ended = plain.end === line - 1;
      else yield plain;
    } catch (cause) {
      throw cause instanceof StoreRefused ? cause : damaged(file);
    }
  }
  if (!ended) throw damaged(file);
}

/** Applications of erased persons were left out: their places are free again. */
async function recount(folder: string): Promise<void> {
  const { documents } = await openFolder(folder, realDisk, {});
  const used = new Map<string, number>();
  for await (const { body } of documents.list("application")) {
    const { places } = body["value"] as Application;
    if (places) used.set(places.quota, (used.get(places.quota) ?? 0) + places.count);
  }
  for await (const document of documents.list("quota")) {
    const now = used.get(document.id) ?? 0;
    if (usedPlaces(document) === now) continue;
    const key = { kind: "quota" as const, id: document.id };
    await documents.transact([key], () => ({ writes: [{ key, body: { used: now } }], result: undefined }));
  }
  await documents.close();
  await (await openStore(folder)).close();
}
