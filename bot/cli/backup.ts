/** `gonghui backup 文件` while the service runs; `gonghui restore 文件` into an empty data folder. */
import { systemClock } from "../clock.ts";
import { backup, restore } from "../storage/backup.ts";
import { existingFile, print, UsageError, usage } from "./usage.ts";

export async function backupTo(argv: readonly string[]): Promise<void> {
  const { data, words, asOf } = usage(argv);
  const [out] = words;
  if (out === undefined) throw new UsageError("用法：gonghui backup 文件名");
  if (process.env["STORE"]) throw new UsageError("数据在 PostgreSQL 里，请用 pg_dump 备份，见 docs/operations.md");
  print(await backup(data, out, systemClock(asOf).now()));
}

export async function restoreFrom(argv: readonly string[]): Promise<void> {
  const { data, words } = usage(argv);
  print(await restore(existingFile(words[0], "备份"), data));
}
