/** `gonghui bind 单位 --by 姓名`: a code that lets an officer of the unit act for it; shown once, good once, for a week. */
import { bindingCode } from "../applications/tickets.ts";
import { systemClock } from "../clock.ts";
import { applyChanges } from "../storage/service.ts";
import { print, UsageError, usage } from "./usage.ts";

export async function bind(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["by", "role"]);
  const [unit] = used.words;
  const by = used.value("by");
  if (unit === undefined || by === undefined)
    throw new UsageError(
      "用法：gonghui bind 单位全称 --by 您的姓名 [--role 经办人]，打印一次性绑定码，当面或电话告诉经办人",
    );
  const at = systemClock(used.asOf).now();
  const { secret, ticket } = bindingCode(unit, used.value("role") ?? "经办人", by, at);
  await applyChanges(used.data, [
    { kind: "ticket", id: ticket.id, value: ticket },
    { kind: "audit", note: { at, actor: `operator:${by}`, action: "bindingCode", object: `unit/${unit}` } },
  ]);
  print({ unit, code: secret, expiresAt: ticket.expiresAt });
}
