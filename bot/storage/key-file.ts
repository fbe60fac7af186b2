/** The master keys: a file outside the data folder, made at the first start, readable only by the service. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { z } from "zod";
import type { Disk } from "./disk.ts";
import { writeDurably } from "./durable-document.ts";
import { StoreRefused } from "./store.ts";

const keyLength = 32;
const ivLength = 12;
const tagLength = 16;

const shape = z.object({ active: z.string(), keys: z.record(z.string(), z.base64()) });

export interface MasterKeys {
  readonly active: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

export const newKey = (): Buffer => randomBytes(keyLength);

/** AES-256-GCM: iv, ciphertext, tag. `about` must be the same on opening, else it fails. */
export function encrypt(key: Buffer, about: string, plain: string | Buffer): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

/** Throws when the key is another one, or a byte or `about` was changed. */
export function decrypt(key: Buffer, about: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]);
}

export async function readMasterKeys(disk: Disk, path: string): Promise<MasterKeys | undefined> {
  const bytes = await disk.read(path);
  if (bytes === undefined) return undefined;
  const parsed = shape.safeParse(json(bytes.toString("utf8")));
  const keys = new Map(Object.entries(parsed.data?.keys ?? {}).map(([id, key]) => [id, Buffer.from(key, "base64")]));
  if (!parsed.success || !keys.has(parsed.data.active) || [...keys.values()].some(({ length }) => length !== keyLength))
    throw new StoreRefused(`密钥文件「${path}」不完整或已损坏，请从保管的副本恢复它后再启动`);
  return { active: parsed.data.active, keys };
}

export async function makeMasterKeys(disk: Disk, path: string): Promise<MasterKeys> {
  const made = withNewKey(undefined);
  try {
    await disk.makeFolder(dirname(path));
    await writeMasterKeys(disk, path, made);
  } catch (cause) {
    throw new StoreRefused(`不能写密钥文件「${path}」，请用环境变量 GONGHUI_KEY_FILE 指定一个能写的位置`, { cause });
  }
  return made;
}

export function withNewKey(before: MasterKeys | undefined): MasterKeys {
  const active = randomBytes(6).toString("hex");
  return { active, keys: new Map([...(before?.keys ?? []), [active, newKey()]]) };
}

export async function writeMasterKeys(disk: Disk, path: string, { active, keys }: MasterKeys): Promise<void> {
  const text = { active, keys: Object.fromEntries([...keys].map(([id, key]) => [id, key.toString("base64")])) };
  await writeDurably(disk, path, `${JSON.stringify(text)}\n`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
