/** `gonghui audit verify [序号:校验值]`: nothing in the audit trail was changed, and nothing cut off since that head. */
import { verifyAudit } from "../storage/audit-chain.ts";
import { openStore } from "../storage/open.ts";
import { print, UsageError, usage } from "./usage.ts";

export async function audit(argv: readonly string[]): Promise<void> {
  const { data, words, flags } = usage(argv, ["jsonl"]);
  const [action = "verify", known] = words;
  if (!["verify", "list"].includes(action))
    throw new UsageError("用法：gonghui audit verify [序号:校验值]，或 gonghui audit list");
  const store = await openStore(data, { readOnly: true });
  if (action === "list") {
    for await (const entry of store.audit())
      print(
        flags.has("jsonl")
          ? entry
          : `${entry.number} ${entry.at} ${entry.actor} ${entry.action} ${entry.object} ${entry.reason ?? ""}`,
      );
  }
  const verdict = await verifyAudit(store.audit(), known);
  await store.close();
  if (!verdict.sound) throw new Error(`审计记录从第${verdict.brokenAt ?? 0}条起被改动或截断过`);
  if (action === "verify")
    print(`审计记录完好，共${verdict.count}条。请把这一行另存，下次核对用：${verdict.count}:${verdict.head}`);
}
