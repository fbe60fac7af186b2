import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../rules/common/calendar.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { claimDeadline } from "../../../rules/insurance/claim-deadline.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "住院2025年12月1日",
    依据: "2-2#1.7.3",
    given: { benefit: "hospitalization", coverageEnd: "2023-12-31", claimOn: "2025-12-01" },
    verdict: "eligible",
    says: "可以申请，住院最晚2025年12月31日",
    values: { accepted: true, deadline: "2025-12-31", safeDeadline: "2025-12-30", daysLeft: 30 },
  },
  {
    情形: "住院最后一天",
    依据: "2-2#1.7.3",
    given: { benefit: "hospitalization", claimOn: "2025-12-31" },
    verdict: "unsettled",
    says: "起算那天算不算在内，文件没有写",
    values: { deadline: "2025-12-31" },
  },
  {
    情形: "住院过了一天",
    依据: "2-2#1.7.3",
    given: { benefit: "hospitalization", claimOn: "2026-01-01" },
    verdict: "notEligible",
    says: "不能申请了：住院最晚2025年12月31日，2026年1月1日已经过了",
    values: { accepted: false, daysLeft: -1 },
  },
  {
    情形: "重大疾病",
    依据: "2-2#1.7.3",
    given: { benefit: "majorIllness", claimOn: "2025-12-30" },
    verdict: "eligible",
    says: "最晚2025年12月31日",
    values: { accepted: true },
  },
  {
    情形: "医疗补助",
    依据: "2-2#1.7.3",
    given: { benefit: "majorIllnessMedical", claimOn: "2024-12-30" },
    verdict: "eligible",
    says: "2年内",
    values: { accepted: true },
  },
  {
    情形: "意外身故",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDeath", claimOn: "2026-02-01" },
    verdict: "notEligible",
    says: "逾期不予受理",
    values: { accepted: false },
  },
  {
    情形: "意外身故，别的满期日",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDeath", coverageEnd: "2023-06-30", claimOn: "2025-07-01" },
    verdict: "notEligible",
    says: "2025年6月30日",
    values: { accepted: false, deadline: "2025-06-30" },
  },
  {
    情形: "疾病身故7月5日",
    依据: "2-2#1.7.3",
    given: { benefit: "illnessDeath", claimOn: "2024-07-05" },
    verdict: "notEligible",
    says: "疾病身故最晚2024年6月30日",
    values: { accepted: false },
  },
  {
    情形: "疾病身故6月29日",
    依据: "2-2#1.7.3",
    given: { benefit: "illnessDeath", claimOn: "2024-06-29" },
    verdict: "eligible",
    says: "6个月内",
    values: { accepted: true },
  },
  {
    情形: "疾病身故，8月31日满期",
    依据: "2-2#1.7.3",
    given: { benefit: "illnessDeath", coverageEnd: "2023-08-31", claimOn: "2024-02-28" },
    verdict: "eligible",
    says: "2024年2月29日",
    values: { accepted: true },
  },
  {
    情形: "伤残第188天",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDisability", accidentOn: "2023-05-01", claimOn: "2023-11-05" },
    verdict: "notEligible",
    says: "意外伤残最晚2023年10月28日",
    values: { accepted: false },
  },
  {
    情形: "伤残第179天",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDisability", accidentOn: "2023-05-01", claimOn: "2023-10-27" },
    verdict: "eligible",
    says: "180天内",
    values: { accepted: true },
  },
  {
    情形: "伤残第180天",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDisability", accidentOn: "2023-05-01", claimOn: "2023-10-28" },
    verdict: "unsettled",
    says: "正好在线上",
    values: { daysLeft: 0 },
  },
  {
    情形: "伤残3月10日",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDisability", accidentOn: "2023-03-10" },
    verdict: "eligible",
    says: "2023年9月6日",
    values: { deadline: "2023-09-06", accepted: true },
  },
  {
    情形: "伤残12月31日",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDisability", accidentOn: "2023-12-31" },
    verdict: "eligible",
    says: "2024年6月28日",
    values: { deadline: "2024-06-28" },
  },
  {
    情形: "伤残不清楚哪天",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentDisability", accidentOn: unsure },
    verdict: "upperBound",
    says: "意外事故发生之日起180天内",
    values: {},
  },
  {
    情形: "慰问金",
    依据: "2-2#1.7.3",
    given: { benefit: "accidentCondolence", claimOn: "2024-01-05" },
    verdict: "unsettled",
    says: "文件没有写意外慰问金的申请截止时间",
    values: { accepted: null, deadline: null },
  },
  {
    情形: "不清楚哪项",
    依据: "2-2#1.7.3",
    given: { benefit: unsure },
    verdict: "upperBound",
    says: "住院、重大疾病、重大疾病医疗补助金、意外身故：保障期满之日起2年内；疾病身故：保障期满之日起6个月内；意外伤残：意外事故发生之日起180天内",
    values: {},
  },
  {
    情形: "问合计",
    依据: "2-2#1.7.3",
    given: { benefit: "total" },
    verdict: "upperBound",
    says: "意外慰问金的截止时间文件没有写",
    values: {},
  },
];

describe("给付申请期限", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(claimDeadline, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(claimDeadline);
    expect(announcementFaults(claimDeadline, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← benefit=hospitalization",
        "eligible ← benefit=majorIllness",
        "eligible ← benefit=majorIllnessMedical",
        "eligible ← benefit=accidentDeath",
        "eligible ← benefit=accidentDisability accidentOn=2023-05-01",
        "eligible ← benefit=accidentDisability accidentOn=2023-12-31",
        "upperBound ← benefit=accidentDisability accidentOn=?",
        "unsettled ← benefit=accidentCondolence",
        "eligible ← benefit=illnessDeath",
        "upperBound ← benefit=total",
        "upperBound ← benefit=?",
      ]
    `);
  });

  it("counts from the day of asking when no day of claiming was said", () => {
    const late = decide(claimDeadline, { benefit: "hospitalization" }, "2026-11-23");
    expect(late.decision.say).toBe("不能申请了：住院最晚2025年12月31日，现在已经过了，逾期不予受理。");
    expect(decide(claimDeadline, { benefit: "hospitalization" }, "2025-12-30").decision.verdict).toBe("eligible");
  });

  it("never accepts a day after the deadline", () => {
    const days = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(fc.constantFrom("hospitalization", "illnessDeath"), days, (benefit, count) => {
        const claimOn = addDays("2023-12-31", count);
        const { values } = decide(claimDeadline, { benefit, claimOn }).decision;
        const deadline = benefit === "illnessDeath" ? "2024-06-30" : "2025-12-31";
        expect(values?.accepted).toBe(claimOn === deadline ? undefined : claimOn < deadline);
      }),
    );
  });
});
