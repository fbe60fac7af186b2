import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsure } from "../../../rules/engine/fact.ts";
import { bridgeHalfYear } from "../../../rules/insurance/bridge-half-year.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "旧计划团体",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true },
    verdict: "eligible",
    says: "可以，由区总统一办E类半年期保障，36元/人，延长到2023年12月31日",
    values: { fee: 36, coverageEnd: "2023-12-31", coverageStart: "2023-07-01" },
  },
  {
    情形: "只说保到6月30日",
    依据: "2-2#2.4",
    given: { coverageEnd: "2023-06-30" },
    verdict: "eligible",
    says: "36元/人",
    values: { fee: 36 },
  },
  {
    情形: "不是团体",
    依据: "2-2#2.4",
    given: { oldPlanGroup: false },
    verdict: "notEligible",
    says: "不属于这种衔接：只限旧计划2023年的团体参保人员",
    values: {},
  },
  {
    情形: "说了6月30日但不是团体",
    依据: "2-2#2.4",
    given: { oldPlanGroup: false, coverageEnd: "2023-06-30" },
    verdict: "notEligible",
    says: "不属于",
    values: {},
  },
  {
    情形: "保到别的日子",
    依据: "2-2#2.4",
    given: { coverageEnd: "2023-08-31" },
    verdict: "notEligible",
    says: "只限现有保障期到2023年6月30日",
    values: {},
  },
  {
    情形: "2月28日办",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true, processedOn: "2023-02-28" },
    verdict: "eligible",
    says: "36元/人",
    values: {},
  },
  {
    情形: "3月1日办",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true, processedOn: "2023-03-01" },
    verdict: "unsettled",
    says: "集中参保期间或2023年5-6月",
    values: {},
  },
  {
    情形: "4月30日办",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true, processedOn: "2023-04-30" },
    verdict: "unsettled",
    says: "没有写",
    values: {},
  },
  {
    情形: "5月1日办",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true, processedOn: "2023-05-01" },
    verdict: "eligible",
    says: "36元/人",
    values: {},
  },
  {
    情形: "6月30日办",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true, processedOn: "2023-06-30" },
    verdict: "eligible",
    says: "36元/人",
    values: {},
  },
  {
    情形: "7月1日办",
    依据: "2-2#2.4",
    given: { oldPlanGroup: true, processedOn: "2023-07-01" },
    verdict: "unsettled",
    says: "没有写",
    values: {},
  },
  {
    情形: "不清楚",
    依据: "2-2#2.4",
    given: { oldPlanGroup: unsure },
    verdict: "upperBound",
    says: "是旧计划团体参保人员的，由区总统一办",
    values: {},
  },
];

describe("旧计划衔接", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(bridgeHalfYear, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(bridgeHalfYear);
    expect(announcementFaults(bridgeHalfYear, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← oldPlanGroup=true",
        "notEligible ← oldPlanGroup=false",
        "upperBound ← oldPlanGroup=?",
      ]
    `);
  });

  it("costs the same on every day of May and June", () => {
    fc.assert(
      fc.property(fc.constantFrom("05", "06"), fc.integer({ min: 10, max: 30 }), (month, date) => {
        const { values } = decide(bridgeHalfYear, {
          oldPlanGroup: true,
          processedOn: `2023-${month}-${date}`,
        }).decision;
        expect(values?.fee).toBe(36);
      }),
    );
  });
});
