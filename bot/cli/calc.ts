/** `gonghui calc`: the calculators for programs, facts as JSON on standard input. */

import { z } from "zod";
import { factsOf } from "../../rules/engine/rule.ts";
import { rules } from "../../rules/index.ts";
import { calculation } from "../../rules/interop/calculation.ts";
import { systemClock } from "../clock.ts";
import { inputLines, jsonLine, print, UsageError, usage } from "./usage.ts";

export async function calc(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["list", "jsonl"]);
  if (used.flags.has("list")) {
    for (const rule of rules) {
      const schema = z.object(Object.fromEntries(factsOf(rule).map(({ id, schema: shape }) => [id, shape.optional()])));
      print({
        id: rule.id,
        name: rule.name,
        title: rule.title,
        facts: z.toJSONSchema(schema, { unrepresentable: "any" }),
      });
    }
    return;
  }
  const id = used.words[0];
  if (id === undefined)
    throw new UsageError(
      '要算哪一个？例如 echo \'{"plan":"A","male":40}\' | gonghui calc K13；gonghui calc --list 看全部',
    );
  const lines: string[] = [];
  for await (const line of inputLines()) lines.push(line);
  const given = jsonLine(lines.join("\n") || "{}", 1, z.record(z.string(), z.unknown()));
  const result = calculated(id, given, systemClock(used.asOf).today());
  if (!result) throw new UsageError(`没有「${id}」这个计算器，gonghui calc --list 看全部`);
  print(result);
}

/** A fact of the wrong shape is the caller's mistake: named in one line, not thrown at them. */
function calculated(id: string, given: Record<string, unknown>, today: string) {
  try {
    return calculation(id, given, today);
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw cause;
    const fields = cause.issues.map(({ path }) => path.join("."));
    throw new UsageError(`这些字段没有给出，或者值不对：${fields.join("、")}。gonghui calc --list 看每个字段的格式`);
  }
}
