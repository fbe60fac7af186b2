/** Every line of every trace adds up, and every decision says something that a person can read. */

import { describe, expect, it } from "vitest";
import { isUnsure } from "../../rules/engine/fact.ts";
import { factsOf } from "../../rules/engine/rule.ts";
import { rules } from "../../rules/index.ts";
import { evaluateExpression } from "./expression.ts";
import { walks } from "./walks.ts";

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  const paths = walks(rule);
  const done = paths.flatMap(({ outcome }) => (outcome.status === "done" ? [outcome] : []));

  it("adds up in every step", () => {
    const wrong = paths
      .flatMap(({ outcome }) => outcome.steps)
      .filter(({ expression, result }) => evaluateExpression(expression) !== result);
    expect(wrong).toEqual([]);
  });

  it("decides on some path, and always on grounds", () => {
    expect(done.length).toBeGreaterThan(0);
    expect(done.filter(({ grounds }) => grounds.length === 0)).toEqual([]);
  });

  it("is stuck only on a fact that was answered 「不清楚」", () => {
    const stuck = paths.flatMap(({ outcome, answers }) =>
      outcome.status === "stuck" ? [answers[outcome.fact.id]] : [],
    );
    expect(stuck.filter((answer) => !isUnsure(answer))).toEqual([]);
  });

  it("says one sentence and at most three more lines", () => {
    const wrong = done.filter(({ decision }) => {
      const lines = decision.lines ?? [];
      return (
        decision.say.trim() === "" || /undefined|NaN|\[object/.test([decision.say, ...lines].join()) || lines.length > 3
      );
    });
    expect([...new Set(wrong.map(({ decision }) => [decision.say, ...(decision.lines ?? [])].join("\n")))]).toEqual([]);
  });

  it("refuses with a plain negative", () => {
    const refusals = done
      .filter(({ decision }) => decision.verdict === "notEligible")
      .map(({ decision }) => decision.say);
    expect([...new Set(refusals.filter((say) => !/不能|不可以|不符合|不属于|不补|不在|没有/.test(say)))]).toEqual([]);
  });

  it("accepts its own samples and refuses nonsense", () => {
    const facts = factsOf(rule);
    const wrong = facts.flatMap((fact) =>
      fact.samples.filter((sample) => !fact.schema.safeParse(sample).success).map((sample) => `${fact.id} ${sample}`),
    );
    expect(wrong).toEqual([]);
    expect(facts.filter((fact) => fact.schema.safeParse(Number.NaN).success).map(({ id }) => id)).toEqual([]);
  });
});
