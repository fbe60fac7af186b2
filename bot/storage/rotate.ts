/** A new master key: every person's key is wrapped anew; documents stay as they are. Stopped anywhere, run it again. */
import type { Disk } from "./disk.ts";
import { type MasterKeys, readMasterKeys, withNewKey, writeMasterKeys } from "./key-file.ts";
import { StoreRefused } from "./store.ts";

/** `rewrap` wraps every key of the ring with the active master key. */
export async function rotate(
  disk: Disk,
  keyFile: string,
  rewrap: (masters: MasterKeys) => Promise<number>,
): Promise<number> {
  const before = await readMasterKeys(disk, keyFile);
  if (!before) throw new StoreRefused(`找不到密钥文件「${keyFile}」`);
  // Two keys in the file are a rotation that was stopped: it is finished first.
  const masters = before.keys.size > 1 ? before : withNewKey(before);
  await writeMasterKeys(disk, keyFile, masters);
  const count = await rewrap(masters);
  const keys = new Map([...masters.keys].filter(([id]) => id === masters.active));
  await writeMasterKeys(disk, keyFile, { active: masters.active, keys });
  return count;
}
