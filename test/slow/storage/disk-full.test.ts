/** A real file system of two megabytes that fills up. Needs the right to mount; skipped without it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { StoreUnavailable } from "../../../bot/storage/store.ts";
import { newFolder } from "../../bot/storage/folders.ts";
import { all, turnOf } from "../../contracts/store.ts";

function mounted(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("a full disk: refused turns leave no trace, reading works, writing resumes without a restart", async (context) => {
  const mount = join(dirname(await newFolder()), "small");
  if (!mounted(mount)) return context.skip();
  try {
    const folder = join(mount, "data");
    writeFileSync(join(mount, "ballast"), Buffer.alloc(700_000));
    const store = await openStore(folder);
    const acknowledged = new Set<string>();
    let refused = 0;
    for (let number = 1; refused < 50; number += 1) {
      const person = `web:p${number % 20}`;
      await store.commit(turnOf(newConversation(person), number, "问".repeat(300) + number)).then(
        () => acknowledged.add(`问`.repeat(300) + number),
        (cause: unknown) => {
          expect(cause).toBeInstanceOf(StoreUnavailable);
          refused += 1;
        },
      );
    }
    const said = async (from: typeof store) =>
      new Set((await all(from.log({}))).filter(({ from: who }) => who === "person").map(({ text }) => text));
    expect(await said(store)).toEqual(acknowledged);
    rmSync(join(mount, "ballast"));
    await store.commit(turnOf(newConversation("web:p1"), 100_000, "又能写了"));
    acknowledged.add("又能写了");
    await store.close();
    const again = await openStore(folder);
    expect(again.notices).toEqual([]);
    expect(await said(again)).toEqual(acknowledged);
    await again.close();
  } finally {
    execFileSync("umount", [mount], { stdio: "ignore" });
  }
}, 120_000);
