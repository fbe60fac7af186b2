/** No figure is said that is not of the law, of the person, or worked out in a step: the guard of replies, held here on every walked path. */
import { describe, expect, it } from "vitest";
import { unsupported } from "../../knowledge/build/figures.ts";
import { rules } from "../../rules/index.ts";
import { walks } from "./walks.ts";

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  it("says no figure without an origin", () => {
    const found = walks(rule).flatMap(({ outcome }) => {
      if (outcome.status !== "done") return [];
      const { say, lines = [], values = {} } = outcome.decision;
      const sources = [
        ...outcome.grounds.map(({ quote }) => quote),
        ...outcome.grounds.map(({ value }) => JSON.stringify(value)),
        JSON.stringify(values),
        ...outcome.steps.map(({ expression, result, unit }) => `${expression} ${result} ${result}${unit}`),
        ...outcome.used.map(({ value }) => JSON.stringify(value)),
      ];
      const text = [say, ...lines].join("\n");
      return unsupported(text, sources).map((figure) => `${figure}: ${text}`);
    });
    expect([...new Set(found)].slice(0, 8)).toEqual([]);
  });
});
