import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planComparison } from "../../../rules/checkup/plan-comparison.ts";
import { decisionOf, outcomeOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

const cases = [
  // 情形, 原, 新, 价格差, 区总差, 企业差 (依据 2-3-1)
  ["A换B", "A", "B", 69, 30, 39],
  ["A换C", "A", "C", 169, 60, 109],
  ["B换C", "B", "C", 100, 30, 70],
  ["C换A", "C", "A", -169, -60, -109],
  ["A换A", "A", "A", 0, 0, 0],
] as const;

describe("planComparison", () => {
  test.each(cases)("%s: what one person costs more, and who pays", (_, fromPlan, toPlan, price, subsidy, employer) => {
    const { values } = decisionOf(planComparison, { fromPlan, toPlan });
    expect(values).toMatchObject({ pricePerPerson: price, subsidyPerPerson: subsidy, employerPerPerson: employer });
  });

  test("A to B: more is examined, and the lost column of A is named", () => {
    const decision = decisionOf(planComparison, { fromPlan: "A", toPlan: "B" });
    expect(decision.say).toBe("A换B，每人价格多69元，区总补贴多30元，企业付多39元。");
    expect(decision.lines).toEqual([
      "B计划多做：谷氨酰转肽酶(GGT)、前列腺特异性抗原(PSA)。",
      "甲胎蛋白(AFP)、癌胚抗原(CEA)：A计划原文只有一个勾，看不出男女；B、C计划男女都做。",
    ]);
    expect(decision.open).toEqual(["A04"]);
  });

  test("B to C: the CT takes the place of the X-ray", () => {
    const decision = decisionOf(planComparison, { fromPlan: "B", toPlan: "C", male: 4, female: 6 });
    expect(decision.lines).toEqual(["10人一共，企业付多700元。", "C计划做胸部CT，B计划是正位胸片。"]);
    expect(decision.values?.["employerTotalDifference"]).toBe(700);
    expect(decision.open).toEqual([]);
  });

  test("A to B with heads keeps the warning", () => {
    const decision = decisionOf(planComparison, { fromPlan: "A", toPlan: "B", female: 2 });
    expect(decision.lines?.[0]).toBe("2人一共，企业付多78元。");
    expect(decision.open).toEqual(["A04"]);
  });

  test("B to A says what is no longer examined", () => {
    const decision = decisionOf(planComparison, { fromPlan: "B", toPlan: "A", sex: "female" });
    expect(decision.lines?.[0]).toBe("A计划不做：谷氨酰转肽酶(GGT)、前列腺特异性抗原(PSA)。");
    expect(decision.say).toContain("企业付少39元");
  });

  test("the same plan twice is no difference, heads or not", () => {
    expect(decisionOf(planComparison, { fromPlan: "C", toPlan: "C", male: 3 }).say).toBe(
      "都是C计划，价格和项目一样，没有差别。",
    );
  });

  test("asks for both plans and for nothing else", () => {
    expect(announcementFaults(planComparison, explore(planComparison))).toEqual([]);
  });

  test("there and back again is zero, and each step re-adds", () => {
    const plan = fc.constantFrom("A", "B", "C");
    fc.assert(
      fc.property(plan, plan, fc.nat(500), fc.nat(500), (fromPlan, toPlan, male, female) => {
        const there = outcomeOf(planComparison, { fromPlan, toPlan, male, female });
        const back = decisionOf(planComparison, { fromPlan: toPlan, toPlan: fromPlan, male, female });
        expect(wrongSteps(there)).toEqual([]);
        const forth = there.status === "done" ? there.decision.values : {};
        expect(Number(forth?.["employerPerPerson"]) + Number(back.values?.["employerPerPerson"])).toBe(0);
      }),
    );
  });

  test.each([
    ["A", "B", { people: 20 }, 780, "20人一共，企业付多780元。"],
    ["C", "A", { people: 20 }, -2180, "20人一共，企业付少2180元。"],
    ["A", "B", { male: 2, female: 3, people: 20 }, 195, "5人一共，企业付多195元。"],
  ])("%s to %s for %j", (fromPlan, toPlan, heads, total, line) => {
    const answers = { fromPlan, toPlan, ...heads };
    const decision = decisionOf(planComparison, answers);
    expect(decision.values?.["employerTotalDifference"]).toBe(total);
    expect(decision.lines?.[0]).toBe(line);
    expect(wrongSteps(outcomeOf(planComparison, answers))).toEqual([]);
  });
});
