/** `gonghui log --jsonl`: the logged conversations, oldest first; masked unless --reveal, which is noted in the audit trail. */
import { userInfo } from "node:os";
import { systemClock } from "../clock.ts";
import { maskLines } from "../privacy/mask.ts";
import { openStore } from "../storage/open.ts";
import { noteDown } from "../storage/service.ts";
import type { LogEntry } from "../storage/store.ts";
import { print, usage } from "./usage.ts";

export async function log(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl", "user", "since", "reveal"]);
  const reveal = used.flags.has("reveal");
  const user = used.value("user");
  const since = used.value("since");
  if (reveal) {
    const note = { action: "reveal", object: `log/${user ?? "all"}`, reason: `since ${since ?? "ever"}` };
    await noteDown(used.data, { at: systemClock(used.asOf).now(), actor: `operator:${userInfo().username}`, ...note });
  }
  const store = await openStore(used.data, { readOnly: true });
  const lines: LogEntry[] = [];
  for await (const entry of store.log({ ...(user !== undefined && { user }), ...(since !== undefined && { since }) }))
    lines.push(entry);
  for (const entry of reveal ? lines : maskLines(lines)) {
    const arrow = entry.from === "person" ? "→" : "←";
    print(used.flags.has("jsonl") ? entry : `${entry.at} ${entry.user} ${arrow} ${entry.text}`);
  }
  await store.close();
}
