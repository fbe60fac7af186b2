import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsure } from "../../../rules/engine/fact.ts";
import { localBrandsCap } from "../../../rules/travel/local-brands-cap.ts";
import { decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "已用300再用200，正好500",
    given: { usedPerPerson: 300, plannedPerPerson: 200 },
    verdict: "eligible",
    says: "正好用完",
    values: { yearTotal: 500, withinCap: true, remainingPerPerson: 0, overPerPerson: 0 },
  },
  {
    情形: "已用300再用201",
    given: { usedPerPerson: 300, plannedPerPerson: 201 },
    verdict: "notEligible",
    says: "超过上限500元/人，超了1元",
    values: { yearTotal: 501, withinCap: false, overPerPerson: 1 },
  },
  {
    情形: "已用300再用250",
    given: { usedPerPerson: 300, plannedPerPerson: 250 },
    verdict: "notEligible",
    says: "这次最多还能用200元/人",
    values: { overPerPerson: 50, remainingPerPerson: 0 },
  },
  {
    情形: "只说已用300",
    given: { usedPerPerson: 300 },
    verdict: "eligible",
    says: "全年还能用200元/人",
    values: { remainingPerPerson: 200 },
  },
  {
    情形: "已用超了",
    given: { usedPerPerson: 501 },
    verdict: "notEligible",
    says: "这次最多还能用0元/人",
    values: { overPerPerson: 1 },
  },
  {
    情形: "只说这次400",
    given: { plannedPerPerson: 400 },
    verdict: "eligible",
    says: "今年之前用过的要合并计算",
    values: { remainingPerPerson: 100 },
  },
  {
    情形: "50人每人400",
    given: { plannedPerPerson: 400, people: 50 },
    verdict: "eligible",
    says: "还剩100元",
    values: { costTotal: 20_000 },
  },
  {
    情形: "不清楚已用多少",
    given: { usedPerPerson: unsure },
    verdict: "eligible",
    says: "全年还能用500元/人",
    values: { capPerPersonYear: 500 },
  },
  {
    情形: "没开会",
    given: { democraticProcess: false },
    verdict: "notEligible",
    says: "必要民主程序，经集体决策",
    values: {},
  },
  {
    情形: "有违禁物品",
    given: { forbiddenGoods: true },
    verdict: "notEligible",
    says: "不可以，不得购买发放",
    values: {},
  },
];

describe("品上海", () => {
  it.each(cases)("$情形", ({ given, verdict, says, values }) => {
    const outcome = decide(localBrandsCap, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values);
  });

  it("charges the whole purchase to the grassroots union and claims no district subsidy", () => {
    const { decision } = decide(localBrandsCap, { plannedPerPerson: 400, people: 50 });
    expect(decision.yuan).toEqual({ grassrootsUnion: 20_000 });
    expect(decision.lines).toContain("区总对“品上海”有没有补贴，文件没有写。");
  });

  it("asks only what was used", () => {
    const paths = explore(localBrandsCap);
    expect(announcementFaults(localBrandsCap, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← usedPerPerson=0",
        "eligible ← usedPerPerson=300",
        "eligible ← usedPerPerson=500",
        "notEligible ← usedPerPerson=501",
        "eligible ← usedPerPerson=?",
      ]
    `);
  });

  it("leaves what was not spent, never less than nothing", () => {
    const money = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(money, money, (usedPerPerson, plannedPerPerson) => {
        const { values, verdict } = decide(localBrandsCap, { usedPerPerson, plannedPerPerson }).decision;
        const spent = usedPerPerson + plannedPerPerson;
        expect(values).toMatchObject({
          remainingPerPerson: Math.max(0, 500 - spent),
          overPerPerson: Math.max(0, spent - 500),
        });
        expect(verdict).toBe(spent <= 500 ? "eligible" : "notEligible");
      }),
    );
  });
});
