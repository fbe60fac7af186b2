/** `gonghui person export|delete 渠道:用户`: everything that is kept about one person, handed out or destroyed. */
import { writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { systemClock } from "../clock.ts";
import { exportPerson } from "../privacy/person.ts";
import { openStore } from "../storage/open.ts";
import { erase, noteDown } from "../storage/service.ts";
import { print, UsageError, usage } from "./usage.ts";

export async function person(argv: readonly string[]): Promise<void> {
  const { data, words, asOf, value } = usage(argv, ["out"]);
  const [action, who] = words;
  if ((action !== "export" && action !== "delete") || !who?.includes(":"))
    throw new UsageError("用法：gonghui person export|delete 渠道:用户，例如 web:u1；用户名见 gonghui log");
  const at = systemClock(asOf).now();
  // Written first: whoever is interrupted has left a trace.
  await noteDown(data, { at, actor: `operator:${userInfo().username}`, action, object: `person/${who}` });
  if (action === "delete") return print(await erase(data, who));
  const store = await openStore(data, { readOnly: true });
  const text = `${JSON.stringify(await exportPerson(store, who), undefined, 2)}\n`;
  await store.close();
  const out = value("out");
  if (out === undefined) print(text.trimEnd());
  else await writeFile(out, text, { mode: 0o600 });
}
