import { describe, expect, it } from "vitest";
import { factsOf } from "../../rules/engine/rule.ts";
import { ruleById, rules } from "../../rules/index.ts";

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => names.indexOf(name) !== at);

describe("The registry of rules", () => {
  it("has each id and each name once", () => {
    expect(repeated(rules.map(({ id }) => id))).toEqual([]);
    expect(repeated(rules.map(({ name }) => name))).toEqual([]);
  });

  it("finds every rule by its id and nothing else", () => {
    for (const rule of rules) expect(ruleById(rule.id)).toBe(rule);
    expect(ruleById("K00")).toBeUndefined();
  });

  it.each(rules.map((rule) => ({ id: rule.id, rule })))("$id asks and uses each fact once", ({ rule }) => {
    const facts = factsOf(rule);
    expect(repeated(facts.map(({ id }) => id))).toEqual([]);
    expect(facts.filter(({ question, samples }) => question === "" || samples.length === 0)).toEqual([]);
  });
});
