import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExpression } from "./expression.ts";

describe("The expression of a step", () => {
  it.each([
    ["20*200", 4000],
    ["60*min(200,180)", 10_800],
    ["max(20000,150000)", 150_000],
    ["54000+360000+306000-150000+20000", 590_000],
    ["ceil(121/120)", 2],
    ["(1+2)*3", 9],
    ["8-3-2", 3],
    ["-(2)+5", 3],
    ["16000*40/100", 6400],
  ])("%s is %i", (expression, result) => {
    expect(evaluateExpression(expression)).toBe(result);
  });

  it.each(["2**3", "20*元", "1+", "(1", "min 3", "1 2", ""])("refuses %s", (expression) => {
    const outcome = () => {
      const value = evaluateExpression(expression);
      if (Number.isNaN(value)) throw new Error("not a number");
    };
    expect(outcome).toThrow();
  });

  it("adds before nothing and multiplies before it adds", () => {
    const number = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(evaluateExpression(`${a}+${b}*${c}`)).toBe(a + b * c);
        expect(evaluateExpression(`${a}*${b}-${c}`)).toBe(a * b - c);
      }),
    );
  });
});
