/** Runs a rule on what is known so far: it decides, asks, is stuck on 「不清楚」, or no document covers the day. */
import { type Answers, type AnyFact, answerOf, FactMissing, FactUnsure, isUnsure } from "./fact.ts";
import type { AnyProvision, Provision } from "./provision.ts";
import { type AnyRule, NotCovered, type Outcome, type Step } from "./rule.ts";

/** Facts used, provisions cited and steps taken, in order: this is the trace of the outcome. */
export function evaluate(rule: AnyRule, answers: Answers, today: string): Outcome {
  const used = new Map<string, { fact: AnyFact; value: unknown }>();
  const grounds = new Set<AnyProvision>();
  const steps: Step[] = [];

  const read = (fact: AnyFact) => {
    const value = answerOf(fact, answers);
    if (value !== undefined) used.set(fact.id, { fact, value });
    return value;
  };
  const know = (fact: AnyFact) => {
    const value = read(fact);
    if (value === undefined) throw new FactMissing(fact);
    return isUnsure(value) ? undefined : value;
  };
  const need = (fact: AnyFact) => {
    const value = know(fact);
    if (value === undefined) throw new FactUnsure(fact);
    return value;
  };
  const given = (fact: AnyFact) => {
    const value = read(fact);
    return isUnsure(value) ? undefined : value;
  };
  const cite = <T>(provision: Provision<T>): T => {
    grounds.add(provision);
    return provision.value;
  };
  const step = (taken: Step) => {
    steps.push(taken);
    if (taken.by) grounds.add(taken.by);
    return taken.result;
  };
  const trail = () => ({ used: [...used.values()], grounds: [...grounds], steps });

  try {
    const decision = rule.decide({ need, know, given, cite, step, today });
    for (const ground of decision.by) grounds.add(ground);
    return { status: "done", decision, ...trail() };
  } catch (signal) {
    if (signal instanceof FactMissing) return { status: "asking", fact: signal.fact, ...trail() };
    if (signal instanceof FactUnsure) return { status: "stuck", fact: signal.fact, ...trail() };
    if (signal instanceof NotCovered) return { status: "notCovered", day: signal.day, ...trail() };
    throw signal;
  }
}

/**
 * The facts still to be asked, in order, along the path that the first samples take:
 * a forecast for the person, not a promise, since an answer may open or close questions.
 */
export function missingFacts(rule: AnyRule, answers: Answers, today: string): readonly AnyFact[] {
  const missing: AnyFact[] = [];
  let assumed: Answers = answers;
  for (let turn = 0; turn < rule.asks.length; turn += 1) {
    const outcome = evaluate(rule, assumed, today);
    if (outcome.status !== "asking") break;
    missing.push(outcome.fact);
    assumed = { ...assumed, [outcome.fact.id]: outcome.fact.samples[0] };
  }
  return missing;
}
