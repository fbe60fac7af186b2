/** Which change is suggested when several would do, and how bands of a single value are found by the numbers of the law. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fact, unsure } from "../../../rules/engine/fact.ts";
import { nearMiss } from "../../../rules/engine/near-miss.ts";
import { provision } from "../../../rules/engine/provision.ts";
import { type AnyRule, defineRule } from "../../../rules/engine/rule.ts";

const number = <const Id extends string>(id: Id, kind: "yuan" | "count") =>
  fact({ id, kind, label: id, question: `${id}?`, samples: [0], schema: z.number().int().min(0).max(2_000_000) });
const price = number("price", "yuan");
const meal = number("meal", "yuan");
const heads = number("heads", "count");

type Numbers = Readonly<Record<"price" | "meal" | "heads", number>>;
const printed = provision(37, "2023/0", "37");

/** Yes where `holds`; unsure numbers count as 0. */
const when = (holds: (numbers: Numbers) => boolean): AnyRule =>
  defineRule({
    id: "T03",
    name: "when",
    title: "when",
    project: "0",
    asks: [price, meal, heads],
    decide({ know, cite }) {
      cite(printed);
      const numbers = { price: know(price) ?? 0, meal: know(meal) ?? 0, heads: know(heads) ?? 0 };
      const yes = holds(numbers);
      return { verdict: yes ? "eligible" : "notEligible", say: yes ? "可以" : "不能", by: [printed] };
    },
  });

const found = (holds: (numbers: Numbers) => boolean, answers: Readonly<Record<string, unknown>>) => {
  const miss = nearMiss(when(holds), { price: 0, meal: 0, heads: 0, ...answers }, "2023-06-15");
  return miss && [miss.fact.id, miss.from, miss.to];
};

describe("The suggested change", () => {
  it("is of money rather than of heads, even where money has further to go", () => {
    const holds = (n: Numbers) => n.price >= 900_000 || n.heads >= 1;
    expect(found(holds, {})).toEqual(["price", 0, 900_000]);
  });

  it("is less rather than more, even where less is further", () => {
    const holds = (n: Numbers) => n.price >= 110 || n.meal <= 40;
    expect(found(holds, { price: 100, meal: 100 })).toEqual(["meal", 100, 40]);
  });

  it("is the smaller one of two in the same direction", () => {
    expect(found((n) => n.price >= 30 || n.meal >= 20, {})).toEqual(["meal", 0, 20]);
    expect(found((n) => n.price >= 20 || n.meal >= 30, {})).toEqual(["price", 0, 20]);
    expect(found((n) => n.price >= 20 || n.meal >= 20, {})).toEqual(["price", 0, 20]);
    expect(found((n) => n.heads >= 5, {})).toEqual(["heads", 0, 5]);
  });

  it("is the lower of two equally near values, and the nearer of two others", () => {
    const apart = (n: Numbers) => n.price === 36 || n.price === 38;
    expect(found(apart, { price: 37 })).toEqual(["price", 37, 36]);
    expect(found((n) => n.price <= 30 || n.price >= 38, { price: 36 })).toEqual(["price", 36, 38]);
    expect(found((n) => n.price <= 30 || n.price >= 38, { price: 31 })).toEqual(["price", 31, 30]);
  });

  it("goes down to nothing, and never below", () => {
    expect(found((n) => n.price === 0, { price: 5000 })).toEqual(["price", 5000, 0]);
    expect(found((n) => n.price < 0, { price: 5000 })).toBeUndefined();
  });

  it("goes up a million and no further", () => {
    expect(found((n) => n.price >= 1_000_000, {})).toEqual(["price", 0, 1_000_000]);
    expect(found((n) => n.price >= 1_000_001, {})).toBeUndefined();
  });

  it("leaves alone what is not known", () => {
    expect(found((n) => n.price === 0 && n.meal >= 5, { price: unsure, meal: unsure })).toBeUndefined();
  });
});

describe("A single right value", () => {
  it.each([36, 37, 38])("is found on or beside a printed number: %i", (only) => {
    expect(found((n) => n.price === only, { price: 900 })).toEqual(["price", 900, only]);
    expect(found((n) => n.price === only, { price: 0 })).toEqual(["price", 0, only]);
  });

  it("is found where it is a printed number for all heads together", () => {
    expect(found((n) => n.price === 37 * 20, { price: 5000, heads: 20 })).toEqual(["price", 5000, 740]);
    expect(found((n) => n.price === 37 * 20, { price: 0, heads: 20 })).toEqual(["price", 0, 740]);
  });
});
