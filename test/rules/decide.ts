/** Evaluates a rule that is expected to decide. */
import { evaluate } from "../../rules/engine/evaluate.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import type { AnyRule, Outcome } from "../../rules/engine/rule.ts";

export type Done = Extract<Outcome, { status: "done" }>;

/** Answers as stored: cloned, as they are between two turns. */
export function decide(rule: AnyRule, answers: Answers, today = "2023-06-15"): Done {
  const outcome = evaluate(rule, structuredClone(answers), today);
  if (outcome.status !== "done") throw new Error(`Rule ${rule.id} is ${outcome.status} on ${JSON.stringify(answers)}`);
  return outcome;
}

/** What a person reads, in one string. */
export const textOf = ({ decision }: Done): string => [decision.say, ...(decision.lines ?? [])].join("\n");

export const clausesOf = ({ grounds }: Done): readonly string[] => grounds.map(({ clause }) => clause);
