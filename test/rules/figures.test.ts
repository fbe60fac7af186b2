/** No figure is said that is not of the law, of the person, or worked out in a step: the guard of replies, held here on every walked path. */
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { unprovenFigures } from "./unproven-figures.ts";
import { walks } from "./walks.ts";

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  it("says no figure without an origin", () => {
    const found = walks(rule).flatMap(({ outcome }) => unprovenFigures(outcome));
    expect([...new Set(found)].slice(0, 8)).toEqual([]);
  });
});
