/** The money rules agree with a second formulation, made from the document without them, on more than 100,000 inputs. */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import type { AnyRule } from "../../../rules/engine/rule.ts";
import { ruleById } from "../../../rules/index.ts";
import { checkup } from "./checkup.ts";
import { insurance } from "./insurance.ts";
import type { Drawn, Oracle } from "./oracle.ts";
import { randomFrom } from "./random.ts";
import { travel } from "./travel.ts";
import { welfare } from "./welfare.ts";

const oracles: readonly Oracle[] = [...travel, ...insurance, ...checkup, ...welfare];
const inputs = 6000;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the rule says otherwise than the oracle, in words; empty when they agree. */
function differences(rule: AnyRule, { answers, expected }: Drawn): readonly string[] {
  const outcome = evaluate(rule, answers, "2023-06-15");
  if (outcome.status !== "done") return [`is ${outcome.status}`];
  const { verdict, values = {}, yuan = {} } = outcome.decision;
  const wrong = (name: string, is: unknown, should: unknown) =>
    same(is, should) ? [] : [`${name} is ${JSON.stringify(is)}, expected ${JSON.stringify(should)}`];
  const payers = new Map<string, unknown>(Object.entries(yuan));
  return [
    ...(expected.verdict ? wrong("verdict", verdict, expected.verdict) : []),
    ...Object.entries(expected.values ?? {}).flatMap(([key, should]) => wrong(key, values[key], should)),
    ...Object.entries(expected.yuan ?? {}).flatMap(([payer, should]) => wrong(payer, payers.get(payer), should)),
    ...(expected.open ?? []).flatMap((key) => (values[key] == null ? [] : [`${key} is ${values[key]}, which is open`])),
    ...(expected.unpaid ?? []).flatMap((payer) => (payers.has(payer) ? [`${payer} pays, which nobody wrote`] : [])),
  ];
}

describe.each(oracles.map((oracle) => ({ name: `${oracle.rule} ${oracle.about}`, oracle })))("$name", ({ oracle }) => {
  it(`agrees on ${inputs} random inputs`, () => {
    const rule = ruleById(oracle.rule);
    if (!rule) throw new Error(`No rule ${oracle.rule}`);
    const random = randomFrom(20_230_615);
    const found: string[] = [];
    for (let count = 0; count < inputs && found.length < 5; count += 1) {
      const drawn = oracle.draw(random);
      const wrong = differences(rule, drawn);
      if (wrong.length > 0) found.push(`${JSON.stringify(drawn.answers)}: ${wrong.join("; ")}`);
    }
    expect(found).toEqual([]);
  });
});

it("draws at least 100,000 inputs", () => {
  expect(oracles.length * inputs).toBeGreaterThanOrEqual(100_000);
});
