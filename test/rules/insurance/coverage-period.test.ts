import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsure } from "../../../rules/engine/fact.ts";
import { coveragePeriod } from "../../../rules/insurance/coverage-period.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "5月20日个人",
    依据: "2-2#1.4.2",
    given: { enrolment: "individual", enrolledOn: "2023-05-20" },
    verdict: "eligible",
    says: "从2023年6月1日起保，保到2023年12月31日，共7个月",
    values: { coverageStart: "2023-06-01", coverageEnd: "2023-12-31" },
  },
  {
    情形: "3月1日即时",
    依据: "2-2#1.4.1",
    given: { enrolment: "groupInstant", enrolledOn: "2023-03-01" },
    verdict: "eligible",
    says: "满期日文件没有单独写",
    values: { coverageStart: "2023-04-01" },
  },
  {
    情形: "11月30日即时",
    依据: "2-2#1.4.1",
    given: { enrolment: "groupInstant", enrolledOn: "2023-11-30" },
    verdict: "eligible",
    says: "2023年12月1日",
    values: { coverageStart: "2023-12-01" },
  },
  {
    情形: "没说方式的6月",
    依据: "2-2#1.4.2",
    given: { enrolledOn: "2023-06-30" },
    verdict: "eligible",
    says: "2023年7月1日",
    values: { coverageStart: "2023-07-01" },
  },
  {
    情形: "2月28日集中",
    依据: "2-2#1.4.1",
    given: { enrolment: "groupCentral", enrolledOn: "2023-02-28" },
    verdict: "eligible",
    says: "从2023年1月1日起保",
    values: { coverageStart: "2023-01-01" },
  },
  {
    情形: "2月28日不清楚方式",
    依据: "2-2#1.4.2",
    given: { enrolment: unsure, enrolledOn: "2023-02-28" },
    verdict: "eligible",
    says: "2023年3月1日",
    values: { coverageStart: "2023-03-01" },
  },
  {
    情形: "集中没说日子",
    依据: "2-2#1.4.1",
    given: { enrolment: "groupCentral" },
    verdict: "eligible",
    says: "共12个月",
    values: { coverageMonths: 12 },
  },
  {
    情形: "12月个人",
    依据: "2-2#1.4.2",
    given: { enrolment: "individual", enrolledOn: "2023-12-31" },
    verdict: "notEligible",
    says: "不能",
    values: {},
  },
  {
    情形: "不清楚日子",
    依据: "2-2#1.4.1",
    given: { enrolledOn: unsure },
    verdict: "upperBound",
    says: "个人保到2023年12月31日",
    values: {},
  },
];

describe("新就业专享计划保障期", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(coveragePeriod, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(coveragePeriod);
    expect(announcementFaults(coveragePeriod, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← enrolledOn=2023-05-31",
        "eligible ← enrolledOn=2023-06-01",
        "eligible ← enrolledOn=2023-11-30",
        "notEligible ← enrolledOn=2023-12-01",
        "eligible ← enrolledOn=2023-01-10 enrolment=groupCentral",
        "eligible ← enrolledOn=2023-01-10 enrolment=groupInstant",
        "eligible ← enrolledOn=2023-01-10 enrolment=individual",
        "eligible ← enrolledOn=2023-01-10 enrolment=?",
        "eligible ← enrolledOn=2023-02-28 enrolment=groupCentral",
        "eligible ← enrolledOn=2023-02-28 enrolment=groupInstant",
        "eligible ← enrolledOn=2023-02-28 enrolment=individual",
        "eligible ← enrolledOn=2023-02-28 enrolment=?",
        "notEligible ← enrolledOn=2022-11-30",
        "upperBound ← enrolledOn=?",
      ]
    `);
  });

  it("says that there is no waiting period", () => {
    expect(textOf(decide(coveragePeriod, { enrolledOn: "2023-06-30" }))).toContain("均不设免责期，起保当天就有保障。");
  });

  it("begins on the first of the month after, whatever the date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 11 }), fc.integer({ min: 1, max: 30 }), (month, date) => {
        const enrolledOn = `2023-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
        const start = `2023-${String(month + 1).padStart(2, "0")}-01`;
        expect(decide(coveragePeriod, { enrolledOn }).decision.values?.coverageStart).toBe(start);
      }),
    );
  });
});
