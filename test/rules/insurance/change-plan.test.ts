import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { changePlan } from "../../../rules/insurance/change-plan.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "8月15日C换E",
    依据: "2-2#1.6",
    given: { fromTier: "C", toTier: "E", changedOn: "2023-08-15" },
    verdict: "eligible",
    says: "新的保障待遇从2023年9月1日开始，之后就高给付、不叠加",
    values: { newBenefitStart: "2023-09-01", stacked: false },
  },
  {
    情形: "8月31日变更",
    依据: "2-2#1.6",
    given: { changedOn: "2023-08-31" },
    verdict: "eligible",
    says: "2023年9月1日",
    values: { newBenefitStart: "2023-09-01" },
  },
  {
    情形: "9月1日变更",
    依据: "2-2#1.6",
    given: { changedOn: "2023-09-01" },
    verdict: "eligible",
    says: "2023年10月1日",
    values: { newBenefitStart: "2023-10-01" },
  },
  {
    情形: "11月30日变更",
    依据: "2-2#1.6",
    given: { changedOn: "2023-11-30" },
    verdict: "eligible",
    says: "2023年12月1日",
    values: { newBenefitStart: "2023-12-01" },
  },
  {
    情形: "12月1日变更",
    依据: "2-2#1.6",
    given: { changedOn: "2023-12-01" },
    verdict: "notEligible",
    says: "不能生效：新待遇要从2024年1月1日开始",
    values: { newBenefitStart: "2024-01-01", stacked: false },
  },
  {
    情形: "保障期前变更",
    依据: "2-2#1.6",
    given: { changedOn: "2022-12-31" },
    verdict: "notEligible",
    says: "不能，变更要在保障期内",
    values: {},
  },
  {
    情形: "1月1日变更",
    依据: "2-2#1.6",
    given: { changedOn: "2023-01-01" },
    verdict: "eligible",
    says: "2023年2月1日",
    values: {},
  },
  {
    情形: "变更前出险",
    依据: "2-2#1.6",
    given: { fromTier: "C", toTier: "E", changedOn: "2023-08-15", eventDate: "2023-08-31", benefit: "accidentDeath" },
    verdict: "eligible",
    says: "按原来的C类给2万元",
    values: { amount: 20000, appliedTier: "C" },
  },
  {
    情形: "变更后出险",
    依据: "2-2#1.6",
    given: { fromTier: "C", toTier: "E", changedOn: "2023-08-15", eventDate: "2023-09-01", benefit: "accidentDeath" },
    verdict: "eligible",
    says: "就高按E类给15万元，不叠加",
    values: { amount: 150000, appliedTier: "E" },
  },
  {
    情形: "E换C后出险",
    依据: "2-2#1.6",
    given: { fromTier: "E", toTier: "C", changedOn: "2023-08-15", eventDate: "2023-09-02", benefit: "accidentDeath" },
    verdict: "eligible",
    says: "就高按E类给15万元",
    values: { amount: 150000, appliedTier: "E" },
  },
  {
    情形: "C没有的一项",
    依据: "2-2#1.6",
    given: { fromTier: "C", toTier: "D", changedOn: "2023-08-15", eventDate: "2023-09-02", benefit: "illnessDeath" },
    verdict: "eligible",
    says: "就高按D类给1万元",
    values: { amount: 10000 },
  },
  {
    情形: "要看天数的不算",
    依据: "2-2#1.6",
    given: { fromTier: "D", toTier: "E", changedOn: "2023-08-15", eventDate: "2023-09-02", benefit: "hospitalization" },
    verdict: "eligible",
    says: "之后就高给付",
    values: {},
  },
  {
    情形: "只有后面一类要看等级",
    依据: "2-2#1.6",
    given: { fromTier: "C", toTier: "D", changedOn: "2023-08-15", eventDate: "2023-09-02", benefit: "hospitalization" },
    verdict: "eligible",
    says: "之后就高给付",
    values: {},
  },
  {
    情形: "问合计",
    依据: "2-2#1.6",
    given: { fromTier: "D", toTier: "E", changedOn: "2023-08-15", eventDate: "2023-09-02", benefit: "total" },
    verdict: "eligible",
    says: "之后就高给付",
    values: {},
  },
  {
    情形: "没说换到哪类",
    依据: "2-2#1.6",
    given: { fromTier: "D", changedOn: "2023-08-15", eventDate: "2023-09-02", benefit: "accidentDeath" },
    verdict: "eligible",
    says: "之后就高给付",
    values: {},
  },
  {
    情形: "不清楚哪天",
    依据: "2-2#1.6",
    given: { changedOn: unsure },
    verdict: "eligible",
    says: "从变更的次月1日开始，就高给付、不叠加",
    values: { stacked: false },
  },
];

describe("保障期内换类别", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(changePlan, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(changePlan);
    expect(announcementFaults(changePlan, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← changedOn=2023-08-15",
        "eligible ← changedOn=2023-08-31",
        "eligible ← changedOn=2023-11-30",
        "notEligible ← changedOn=2023-12-01",
        "eligible ← changedOn=?",
      ]
    `);
  });

  it("never adds the two tiers up", () => {
    const tiers = fc.constantFrom("C", "D", "E");
    fc.assert(
      fc.property(tiers, tiers, (fromTier, toTier) => {
        const told = { fromTier, toTier, changedOn: "2023-03-10", eventDate: "2023-05-01", benefit: "accidentDeath" };
        const each = { C: 20_000, D: 60_000, E: 150_000 };
        expect(decide(changePlan, told).decision.yuan?.mutualAid).toBe(Math.max(each[fromTier], each[toTier]));
      }),
    );
  });

  it("knows no document for 2024", () => {
    expect(evaluate(changePlan, { changedOn: "2024-01-01" }, "2024-02-01").status).toBe("notCovered");
  });
});
