/** `gonghui audit verify|list|affected`: nothing in the audit trail was changed or cut off; what it says; whom it names. */
import { affected } from "../privacy/affected.ts";
import { verifyAudit } from "../storage/audit-chain.ts";
import { openStore } from "../storage/open.ts";
import type { Store } from "../storage/store.ts";
import { print, type Usage, UsageError, usage } from "./usage.ts";

const actions = ["verify", "list", "affected"];

export async function audit(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl", "since", "until"]);
  const [action = "verify", known] = used.words;
  if (!actions.includes(action))
    throw new UsageError(
      "用法：gonghui audit verify [序号:校验值]，gonghui audit list，或 gonghui audit affected --since 日期 --until 日期",
    );
  const store = await openStore(used.data, { readOnly: true });
  if (action === "list") await list(store, used);
  if (action === "affected") await whoWas(store, used);
  const verdict = await verifyAudit(store.audit(), known);
  await store.close();
  if (!verdict.sound) throw new Error(`审计记录从第${verdict.brokenAt ?? 0}条起被改动或截断过`);
  if (action === "verify")
    print(`审计记录完好，共${verdict.count}条。请把这一行另存，下次核对用：${verdict.count}:${verdict.head}`);
}

async function list(store: Store, { flags }: Usage): Promise<void> {
  for await (const entry of store.audit())
    print(
      flags.has("jsonl")
        ? entry
        : `${entry.number} ${entry.at} ${entry.actor} ${entry.action} ${entry.object} ${entry.reason ?? ""}`,
    );
}

async function whoWas(store: Store, { value }: Usage): Promise<void> {
  const [since, until] = [value("since"), value("until")];
  if (since === undefined || until === undefined)
    throw new UsageError("要给出起止日期，例如 gonghui audit affected --since 2023-06-01 --until 2023-06-15");
  for (const person of await affected(store, { since, until })) print(person);
}
