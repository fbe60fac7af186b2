/** What holds of every rule, whatever it is told: answers at random, the samples and their neighbours, 「不清楚」 and absence. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, missingFacts } from "../../rules/engine/evaluate.ts";
import { type Answers, type AnyFact, unsure } from "../../rules/engine/fact.ts";
import { type AnyRule, factsOf } from "../../rules/engine/rule.ts";
import { rules } from "../../rules/index.ts";
import { wrongSteps } from "./deciding.ts";
import { unprovenFigures } from "./unproven-figures.ts";

const days = fc
  .date({ min: new Date("2022-11-01"), max: new Date("2026-08-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function valuesOf(fact: AnyFact): fc.Arbitrary<unknown> {
  const samples: fc.Arbitrary<unknown> = fc.constantFrom(...fact.samples);
  const numbers = fact.kind === "count" || fact.kind === "yuan" || fact.kind === "age";
  const other: fc.Arbitrary<unknown> = numbers
    ? fc.integer({ min: 0, max: 3000 }).filter((value) => fact.schema.safeParse(value).success)
    : fact.kind === "date"
      ? days
      : samples;
  return fc.oneof(
    { arbitrary: samples, weight: 5 },
    { arbitrary: other, weight: 3 },
    { arbitrary: fc.constant(unsure), weight: 1 },
  );
}

const answersOf = (rule: AnyRule): fc.Arbitrary<Answers> => {
  const facts = factsOf(rule);
  return fc.record(Object.fromEntries(facts.map((fact) => [fact.id, valuesOf(fact)])), { requiredKeys: [] });
};

/** What a person would notice of an outcome. */
const visible = (rule: AnyRule, answers: Answers, today: string): string => {
  const outcome = evaluate(rule, answers, today);
  const shown =
    outcome.status === "done" ? outcome.decision : outcome.status === "notCovered" ? outcome.day : outcome.fact.id;
  return JSON.stringify([outcome.status, shown, outcome.steps]);
};

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  it("depends on nothing but the facts of its trace, and proves every figure", () => {
    fc.assert(
      fc.property(answersOf(rule), days, (answers, today) => {
        const outcome = evaluate(rule, answers, today);
        expect(wrongSteps(outcome)).toEqual([]);
        expect(unprovenFigures(outcome)).toEqual([]);
        const used = new Set(outcome.used.map(({ fact }) => fact.id));
        const needed = Object.fromEntries(Object.entries(answers).filter(([id]) => used.has(id)));
        expect(visible(rule, needed, today)).toBe(visible(rule, answers, today));
        const reordered = Object.fromEntries(Object.entries(answers).reverse());
        expect(visible(rule, { ...reordered, somethingElse: 1 }, today)).toBe(visible(rule, answers, today));
      }),
      { numRuns: 150, seed: 2023 },
    );
  });

  it("asks only for what is missing, and never forecasts a fact that was answered", () => {
    fc.assert(
      fc.property(answersOf(rule), (answers) => {
        const outcome = evaluate(rule, answers, "2023-06-15");
        const missing = missingFacts(rule, answers, "2023-06-15").map(({ id }) => id);
        expect(missing.filter((id) => id in answers)).toEqual([]);
        expect(missing.length > 0).toBe(outcome.status === "asking");
      }),
      { numRuns: 60, seed: 2023 },
    );
  });
});
