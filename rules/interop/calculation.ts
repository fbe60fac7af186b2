/** A calculation for programs: by our own id, by name, or by a name that other systems use for it. */

import { evaluate, missingFacts } from "../engine/evaluate.ts";
import type { Answers } from "../engine/fact.ts";
import { clauseOf } from "../engine/provision.ts";
import type { Amount, Payer, Plain, Verdict } from "../engine/rule.ts";
import { ruleById } from "../index.ts";
import { translate } from "./index.ts";

export interface Calculation {
  readonly outcome: "done" | "asking" | "stuck" | "notCovered";
  readonly verdict: Verdict | null;
  readonly yuan: Readonly<Partial<Record<Payer, Amount>>>;
  readonly values: Readonly<Record<string, Plain>>;
  readonly grounds: readonly { readonly clause: string; readonly quote: string; readonly value: unknown }[];
  /** Fact ids still to be told, the next one first. */
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  readonly say?: string;
}

/** Undefined when nothing goes by that id. */
export function calculation(id: string, given: Answers, today: string): Calculation | undefined {
  const translated = translate(id, given);
  const rule = ruleById(translated?.rule ?? id);
  if (!rule) return undefined;
  const answers = translated?.answers ?? given;
  const outcome = evaluate(rule, answers, today);
  const decision = outcome.status === "done" ? outcome.decision : undefined;
  return {
    outcome: outcome.status,
    verdict: decision?.verdict ?? null,
    yuan: decision?.yuan ?? {},
    values: decision?.values ?? {},
    grounds: outcome.grounds.map((by) => ({ clause: clauseOf(by), quote: by.quote, value: by.value })),
    missing: missingFacts(rule, answers, today).map((fact) => fact.id),
    notes: [...(decision?.lines ?? []), ...(decision?.open ?? [])],
    ...(decision && { say: decision.say }),
  };
}
