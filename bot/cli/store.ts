/** `gonghui store …`: look after the data: check, accept damage, rotate keys, retention, move to a database and back. */
import { systemClock } from "../clock.ts";
import { retain } from "../privacy/retention.ts";
import { realDisk } from "../storage/disk.ts";
import { lockFolder } from "../storage/folder-lock.ts";
import { rewrapRing } from "../storage/key-ring.ts";
import { move } from "../storage/move.ts";
import { keyFileOf, masterKeys, openFolder, openStore, ringFileOf } from "../storage/open.ts";
import { openPostgres, rewrapDatabase } from "../storage/postgres/open.ts";
import { rotate } from "../storage/rotate.ts";
import { print, type Usage, UsageError, usage } from "./usage.ts";

type Step = (used: Usage) => Promise<void>;

const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["check", (used) => opened(used, false)],
  ["accept", (used) => opened(used, true)],
  ["rotate", rotated],
  ["retain", retained],
  ["move", moved],
]);

export async function store(argv: readonly string[]): Promise<void> {
  const used = usage(argv);
  const step = steps.get(used.words[0] ?? "");
  if (!step)
    throw new UsageError(`用法：gonghui store ${[...steps.keys()].join("|")}，move 后面写 postgres://… 和可选的 back`);
  await step(used);
}

async function opened({ data }: Usage, accept: boolean): Promise<void> {
  const store = await openStore(data, { accept });
  for (const notice of store.notices) print(notice);
  if (store.notices.length === 0) print("数据完好");
  await store.close();
}

async function rotated({ data }: Usage): Promise<void> {
  const lock = await lockFolder(data, async () => "busy");
  const url = process.env["STORE"];
  try {
    const count = await rotate(realDisk, keyFileOf(data), (masters) =>
      url ? rewrapDatabase(url, masters) : rewrapRing({ disk: realDisk, path: ringFileOf(data), masters }),
    );
    print(`已换新的主密钥，重新包好${count}把密钥。请把新的密钥文件另存一份`);
  } finally {
    await lock.release();
  }
}

async function retained({ data, asOf }: Usage): Promise<void> {
  const store = await openStore(data);
  print(await retain(store, systemClock(asOf).today()));
  await store.close();
}

async function moved({ data, words }: Usage): Promise<void> {
  const [, url, direction] = words;
  if (!url?.startsWith("postgres"))
    throw new UsageError("用法：gonghui store move postgres://用户:密码@主机/库名 [back]");
  const lock = await lockFolder(data, async () => "busy");
  const folder = await openFolder(data, realDisk, {});
  const database = await openPostgres({ url }, await masterKeys(realDisk, keyFileOf(data), true));
  try {
    const [from, to] = direction === "back" ? [database, folder] : [folder, database];
    print(await move(from.documents, to.documents));
  } finally {
    await folder.documents.close();
    await database.documents.close();
    await lock.release();
  }
}
