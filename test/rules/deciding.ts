/** What a rule says to given answers; used by the case tables. Answers are cloned, as they are stored between two turns. */
import { evaluate } from "../../rules/engine/evaluate.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import type { AnyRule, Decision, Outcome, Step } from "../../rules/engine/rule.ts";
import { evaluateExpression } from "./expression.ts";

export type Done = Extract<Outcome, { status: "done" }>;

export const outcomeOf = (rule: AnyRule, answers: Answers, today = "2023-06-15"): Outcome =>
  evaluate(rule, structuredClone(answers), today);

/** The outcome of a rule that is expected to decide. */
export function decide(rule: AnyRule, answers: Answers, today?: string): Done {
  const outcome = outcomeOf(rule, answers, today);
  if (outcome.status !== "done") throw new Error(`Rule ${rule.id} is ${outcome.status} on ${JSON.stringify(answers)}`);
  return outcome;
}

export const decisionOf = (rule: AnyRule, answers: Answers, today?: string): Decision =>
  decide(rule, answers, today).decision;

/** The fact a rule asks next, or what became of it. */
export function askedNext(rule: AnyRule, answers: Answers, today?: string): string {
  const outcome = outcomeOf(rule, answers, today);
  return outcome.status === "asking" ? `asking ${outcome.fact.id}` : outcome.status;
}

/** Everything said to the person, in one string. */
export function textOf(said: Decision | Done): string {
  const { say, lines = [] } = "decision" in said ? said.decision : said;
  return [say, ...lines].join("\n");
}

export const clausesOf = ({ grounds }: Done): readonly string[] => grounds.map(({ clause }) => clause);

/** Steps whose expression does not evaluate to their result. */
export const wrongSteps = ({ steps }: Outcome): readonly Step[] =>
  steps.filter(({ expression, result }) => evaluateExpression(expression) !== result);
