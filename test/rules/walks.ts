/** The walks that tests and pictures of a rule share: every question answered in every way, then with given facts said beforehand. */
import type { AnyFact } from "../../rules/engine/fact.ts";
import type { AnyRule } from "../../rules/engine/rule.ts";
import { explore, type Path } from "./explore.ts";

/** Each given fact is said beforehand, alone and together with the one after it. */
export function walks(rule: AnyRule): readonly Path[] {
  const uses: readonly AnyFact[] = rule.uses ?? [];
  const pairs = uses.map((fact, index) => [fact.id, uses[(index + 1) % uses.length]?.id ?? fact.id]);
  return [explore(rule), ...pairs.map((given) => explore(rule, { given }))].flat();
}
