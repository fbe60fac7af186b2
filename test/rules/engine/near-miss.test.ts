import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fact, unsure } from "../../../rules/engine/fact.ts";
import { nearMiss } from "../../../rules/engine/near-miss.ts";
import { provision } from "../../../rules/engine/provision.ts";
import { type AnyRule, defineRule } from "../../../rules/engine/rule.ts";
import { ruleById } from "../../../rules/index.ts";

const today = "2023-06-15";

const rule = (id: string): AnyRule => {
  const found = ruleById(id);
  if (!found) throw new Error(`No rule ${id}`);
  return found;
};
const trip = rule("K01");

const brief = (found: ReturnType<typeof nearMiss>) => found && [found.fact.id, found.from, found.to];

describe("The near miss", () => {
  it.each([
    ["人均680，差20", { trip: "twoDay", costPerPerson: 680, people: 25 }, ["costPerPerson", 680, 700]],
    ["人均0", { trip: "twoDay", costPerPerson: 0 }, ["costPerPerson", 0, 700]],
    ["人均801，超1", { trip: "twoDay", costPerPerson: 801 }, ["costPerPerson", 801, 800]],
    ["人均9000，降到800", { trip: "twoDay", costPerPerson: 9000 }, ["costPerPerson", 9000, 800]],
    ["总费用差1元", { trip: "twoDay", people: 30, totalCost: 20_999 }, ["totalCost", 20_999, 21_000]],
    ["一日人均240", { trip: "oneDay", costPerPerson: 240 }, ["costPerPerson", 240, 250]],
    ["餐费超了", { trip: "oneDay", costPerPerson: 280, people: 10, mealTotal: 1401 }, ["mealTotal", 1401, 1400]],
  ])("%s", (_, answers, expected) => {
    expect(brief(nearMiss(trip, answers, today))).toEqual(expected);
  });

  it("is nothing where the answer is yes, open or cannot be turned by a number", () => {
    expect(nearMiss(trip, { trip: "twoDay", costPerPerson: 750 }, today)).toBeUndefined();
    expect(nearMiss(trip, { trip: "twoDay" }, today)).toBeUndefined();
    expect(nearMiss(trip, { trip: "twoDay", costPerPerson: 680, inShanghai: false }, today)).toBeUndefined();
  });

  it("passes over what the person does not know", () => {
    const answers = { trip: "twoDay", costPerPerson: 801, people: unsure };
    expect(brief(nearMiss(trip, answers, today))).toEqual(["costPerPerson", 801, 800]);
  });

  it("never suggests another age", () => {
    expect(nearMiss(rule("K05"), { age: 60, occupation: "物业管理" }, today)).toBeUndefined();
  });

  it("turns the yearly limit of 品上海 to what is left", () => {
    const found = nearMiss(rule("K02"), { usedPerPerson: 300, plannedPerPerson: 201 }, today);
    expect(brief(found)).toEqual(["plannedPerPerson", 201, 200]);
  });

  it("is what trying every amount finds, for every kind of trip", () => {
    fc.assert(
      fc.property(fc.constantFrom("twoDay", "oneDay"), fc.integer({ min: 0, max: 1500 }), (kind, costPerPerson) => {
        const band = kind === "twoDay" ? [700, 800] : [250, 300];
        const [low = 0, high = 0] = band;
        const expected = costPerPerson < low ? low : costPerPerson > high ? high : undefined;
        expect(nearMiss(trip, { trip: kind, costPerPerson }, today)?.to).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

const amount = fact({
  id: "amount",
  kind: "yuan",
  label: "金额",
  question: "多少元？",
  unit: "元",
  samples: [0],
  schema: z.number().int().min(0).max(5000),
});

/** Yes between the two printed numbers, both included. */
function band(low: number, high: number): AnyRule {
  const [least, most] = [provision(low, "2023/0", "least"), provision(high, "2023/0", "most")];
  return defineRule({
    id: "T01",
    name: "band",
    title: "band",
    project: "0",
    asks: [amount],
    decide({ need, cite }) {
      const value = need(amount);
      const within = value >= cite(least) && value <= cite(most);
      return { verdict: within ? "eligible" : "notEligible", say: within ? "可以" : "不能", by: [least] };
    },
  });
}

describe("The search", () => {
  it("agrees with brute force on any band, however narrow", () => {
    const number = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(number, number, number, (a, b, from) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const turned = Array.from({ length: 5001 }, (_, value) => value).filter(
          (value) => value >= low && value <= high,
        );
        const best = turned.sort((x, y) => Math.abs(x - from) - Math.abs(y - from) || x - y)[0];
        const found = nearMiss(band(low, high), { amount: from }, today);
        expect(found?.to).toBe(from >= low && from <= high ? undefined : best);
      }),
      { numRuns: 100 },
    );
  });

  it("narrows down where no number of the law points to the place", () => {
    const printed = provision("at least some", "2023/0", "some");
    const hidden = (least: number): AnyRule =>
      defineRule({
        id: "T02",
        name: "hidden",
        title: "hidden",
        project: "0",
        asks: [amount],
        decide({ need }) {
          const reached = need(amount) >= least;
          return { verdict: reached ? "eligible" : "notEligible", say: reached ? "可以" : "不能", by: [printed] };
        },
      });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (least, from) => {
        expect(nearMiss(hidden(least), { amount: from }, today)?.to).toBe(from >= least ? undefined : least);
      }),
      { numRuns: 60 },
    );
  });
});
