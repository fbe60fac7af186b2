/** What a rule says to given answers; used by the case tables. */
import { evaluate } from "../../rules/engine/evaluate.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import type { AnyRule, Decision, Outcome, Step } from "../../rules/engine/rule.ts";
import { decide } from "./decide.ts";
import { evaluateExpression } from "./expression.ts";

export const outcomeOf = (rule: AnyRule, answers: Answers, today = "2023-06-15"): Outcome =>
  evaluate(rule, structuredClone(answers), today);

export const decisionOf = (rule: AnyRule, answers: Answers, today?: string): Decision =>
  decide(rule, answers, today).decision;

/** The fact a rule asks next, or what became of it. */
export function askedNext(rule: AnyRule, answers: Answers, today?: string): string {
  const outcome = outcomeOf(rule, answers, today);
  return outcome.status === "asking" ? `asking ${outcome.fact.id}` : outcome.status;
}

/** Everything said to the person, in one string. */
export const textOf = ({ say, lines = [] }: Decision): string => [say, ...lines].join("\n");

/** Steps whose expression does not evaluate to their result. */
export const wrongSteps = ({ steps }: Outcome): readonly Step[] =>
  steps.filter(({ expression, result }) => evaluateExpression(expression) !== result);
