import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type AnyFact, fact } from "../../rules/engine/fact.ts";
import { provision } from "../../rules/engine/provision.ts";
import { defineRule } from "../../rules/engine/rule.ts";
import { announcementFaults, explore, pathLines } from "./explore.ts";

const count = (id: string): AnyFact =>
  fact({ id, kind: "count", label: id, question: id, samples: [0, 1], schema: z.number() });
const [first, second, third, said] = [count("first"), count("second"), count("third"), count("said")];
const ground = provision(1, "2023/0", "1");

const rule = defineRule({
  id: "T01",
  name: "walked",
  title: "walked",
  project: "0",
  asks: [first, second, third],
  uses: [said],
  decide({ need, know, given }) {
    if (given(said) === 1) return { verdict: "upperBound", say: "最多", by: [ground] };
    if (need(first) === 0) return { verdict: "notEligible", say: "不能", by: [ground] };
    return { verdict: know(second) === undefined ? "unsettled" : "eligible", say: "可以", by: [ground] };
  },
});

describe("The walk through a rule", () => {
  it("takes every sample and 不清楚 at every question", () => {
    expect(pathLines(explore(rule))).toEqual([
      "notEligible ← first=0",
      "eligible ← first=1 second=0",
      "eligible ← first=1 second=1",
      "unsettled ← first=1 second=?",
      "stuck ← first=?",
    ]);
  });

  it("begins with what was said when told to", () => {
    expect(pathLines(explore(rule, { given: ["said"], samples: { first: [0] } }))).toEqual([
      "notEligible ← first=0",
      "stuck ← first=?",
      "notEligible ← said=0 first=0",
      "stuck ← said=0 first=?",
      "upperBound ← said=1",
    ]);
  });

  it("finds a question that is announced and never asked", () => {
    expect(announcementFaults(rule, explore(rule))).toEqual(["never asks third"]);
  });

  it("notices a rule that asks again what was answered", () => {
    const broken = fact({ id: "broken", kind: "count", label: "b", question: "b", samples: [7], schema: z.literal(8) });
    const endless = defineRule({
      id: "T02",
      name: "endless",
      title: "endless",
      project: "0",
      asks: [broken],
      decide: ({ need }) => ({ verdict: "eligible", say: String(need(broken)), by: [ground] }),
    });
    expect(() => explore(endless)).toThrow('asks "broken" although it was answered');
  });
});
