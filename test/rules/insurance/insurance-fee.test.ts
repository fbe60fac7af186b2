import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { insuranceFee } from "../../../rules/insurance/insurance-fee.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "C类",
    依据: "2-2#1.5.1",
    given: { tier: "C" },
    verdict: "eligible",
    says: "C类无需保障费用",
    values: { fee: 0 },
  },
  {
    情形: "D类",
    依据: "2-2#1.5.2",
    given: { tier: "D" },
    verdict: "eligible",
    says: "一次性缴120元工会会费",
    values: { fee: 0, unionDues: 120 },
  },
  {
    情形: "D类3人",
    依据: "2-2#1.5.2",
    given: { tier: "D", people: 3 },
    verdict: "eligible",
    says: "3人共360元",
    values: { unionDuesTotal: 360 },
  },
  {
    情形: "D类集中参保有起止",
    依据: "2-2#1.5.2",
    given: { tier: "D", enrolment: "groupCentral", enrolledOn: "2023-02-20" },
    verdict: "eligible",
    says: "120元",
    values: { coverageStart: "2023-01-01", coverageEnd: "2023-12-31", fee: 0 },
  },
  {
    情形: "C类集中参保没说日子",
    依据: "2-2#1.5.1",
    given: { tier: "C", enrolment: "groupCentral" },
    verdict: "eligible",
    says: "不用交钱",
    values: { coverageStart: "2023-01-01" },
  },
  {
    情形: "C类12月个人",
    依据: "2-2#1.4.2",
    given: { tier: "C", enrolment: "individual", enrolledOn: "2023-12-05" },
    verdict: "notEligible",
    says: "没有保障期可保",
    values: {},
  },
  {
    情形: "E类5月31日缴费",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolledOn: "2023-05-31", enrolment: "individual" },
    verdict: "eligible",
    says: "E类72元/人：2023年6月1日到2023年12月31日，保7个月",
    values: { fee: 72, coverageStart: "2023-06-01", coverageEnd: "2023-12-31", coverageMonths: 7 },
  },
  {
    情形: "E类6月1日缴费",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolledOn: "2023-06-01", enrolment: "individual" },
    verdict: "eligible",
    says: "E类36元/人：2023年7月1日到2023年12月31日，保6个月，半年以内",
    values: { fee: 36, coverageStart: "2023-07-01" },
  },
  {
    情形: "E类11月30日缴费",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolledOn: "2023-11-30", enrolment: "individual" },
    verdict: "eligible",
    says: "保1个月",
    values: { fee: 36, coverageStart: "2023-12-01" },
  },
  {
    情形: "E类12月1日缴费",
    依据: "2-2#1.4.2",
    given: { tier: "E", enrolledOn: "2023-12-01", enrolment: "individual" },
    verdict: "notEligible",
    says: "不能，次月1日是2024年1月1日，已过满期日2023年12月31日",
    values: {},
  },
  {
    情形: "E类没说方式，8月10日",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolledOn: "2023-08-10" },
    verdict: "eligible",
    says: "36元/人：2023年9月1日",
    values: { fee: 36, coverageStart: "2023-09-01" },
  },
  {
    情形: "E类1月个人",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolledOn: "2023-01-10", enrolment: "individual" },
    verdict: "eligible",
    says: "72元/人：2023年2月1日",
    values: { fee: 72, coverageMonths: 11 },
  },
  {
    情形: "E类1月集中",
    依据: "2-2#1.4.1",
    given: { tier: "E", enrolledOn: "2023-01-10", enrolment: "groupCentral" },
    verdict: "eligible",
    says: "72元/人：2023年1月1日到2023年12月31日，保12个月",
    values: { fee: 72 },
  },
  {
    情形: "E类集中参保没说日子",
    依据: "2-2#1.4.1",
    given: { tier: "E", enrolment: "groupCentral" },
    verdict: "eligible",
    says: "72元/人",
    values: { fee: 72, coverageEnd: "2023-12-31" },
  },
  {
    情形: "E类集中参保3月1日",
    依据: "2-2#1.4.1",
    given: { tier: "E", enrolment: "groupCentral", enrolledOn: "2023-03-01" },
    verdict: "notEligible",
    says: "不符合，集中参保只在2022年12月至2023年2月办理",
    values: {},
  },
  {
    情形: "E类即时7月",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolment: "groupInstant", enrolledOn: "2023-07-20" },
    verdict: "eligible",
    says: "即时参保的满期日文件没有单独写",
    values: { fee: 36, coverageStart: "2023-08-01" },
  },
  {
    情形: "E类即时2月按集中算",
    依据: "2-2#1.4.1",
    given: { tier: "E", enrolment: "groupInstant", enrolledOn: "2023-02-28" },
    verdict: "eligible",
    says: "2023年1月1日",
    values: { fee: 72 },
  },
  {
    情形: "E类即时12月",
    依据: "2-2#1.4.1",
    given: { tier: "E", enrolment: "groupInstant", enrolledOn: "2023-12-01" },
    verdict: "notEligible",
    says: "不符合，即时参保只在2023年3月至2023年11月办理",
    values: {},
  },
  {
    情形: "E类2022年11月缴费",
    依据: "2-2#1.4.1",
    given: { tier: "E", enrolment: "individual", enrolledOn: "2022-11-30" },
    verdict: "notEligible",
    says: "这一天太早",
    values: {},
  },
  {
    情形: "E类2022年12月个人",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolment: "individual", enrolledOn: "2022-12-31" },
    verdict: "eligible",
    says: "2023年1月1日",
    values: { fee: 72, coverageMonths: 12 },
  },
  {
    情形: "E类100人全年",
    依据: "2-2#1.5.3",
    given: { tier: "E", people: 100, coverageMonths: 12 },
    verdict: "eligible",
    says: "100人共7200元",
    values: { fee: 72, total: 7200 },
  },
  {
    情形: "E类100人半年",
    依据: "2-2#1.5.3",
    given: { tier: "E", people: 100, coverageMonths: 6 },
    verdict: "eligible",
    says: "100人共3600元",
    values: { fee: 36, total: 3600 },
  },
  {
    情形: "E类7个月",
    依据: "2-2#1.5.3",
    given: { tier: "E", coverageMonths: 7 },
    verdict: "eligible",
    says: "保7个月，超过半年",
    values: { fee: 72 },
  },
  {
    情形: "E类13个月",
    依据: "2-2#1.4",
    given: { tier: "E", coverageMonths: 13 },
    verdict: "notEligible",
    says: "不能，保障期限是一年或者一年之内",
    values: {},
  },
  {
    情形: "E类说了日子又说月数",
    依据: "2-2#1.5.3",
    given: { tier: "E", coverageMonths: 12, enrolledOn: "2023-08-10" },
    verdict: "eligible",
    says: "保4个月",
    values: { fee: 36 },
  },
  {
    情形: "E类不清楚日子",
    依据: "2-2#1.5.3",
    given: { tier: "E", enrolledOn: unsure },
    verdict: "upperBound",
    says: "超过半年收72元/人，半年以内收36元/人",
    values: {},
  },
  {
    情形: "不清楚类别",
    依据: "2-2#1.5.2",
    given: { tier: unsure },
    verdict: "upperBound",
    says: "D类缴120元工会会费",
    values: {},
  },
];

describe("新就业专享计划费用", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(insuranceFee, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(insuranceFee);
    expect(announcementFaults(insuranceFee, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← tier=C",
        "eligible ← tier=D",
        "eligible ← tier=E enrolledOn=2023-05-31",
        "eligible ← tier=E enrolledOn=2023-06-01",
        "eligible ← tier=E enrolledOn=2023-11-30",
        "notEligible ← tier=E enrolledOn=2023-12-01",
        "eligible ← tier=E enrolledOn=2023-01-10 enrolment=groupCentral",
        "eligible ← tier=E enrolledOn=2023-01-10 enrolment=groupInstant",
        "eligible ← tier=E enrolledOn=2023-01-10 enrolment=individual",
        "eligible ← tier=E enrolledOn=2023-01-10 enrolment=?",
        "eligible ← tier=E enrolledOn=2023-02-28 enrolment=groupCentral",
        "eligible ← tier=E enrolledOn=2023-02-28 enrolment=groupInstant",
        "eligible ← tier=E enrolledOn=2023-02-28 enrolment=individual",
        "eligible ← tier=E enrolledOn=2023-02-28 enrolment=?",
        "notEligible ← tier=E enrolledOn=2022-11-30",
        "upperBound ← tier=E enrolledOn=?",
        "upperBound ← tier=?",
      ]
    `);
  });

  it("leaves out the end of instant enrolment, which is only inferred", () => {
    const { decision } = decide(insuranceFee, { tier: "E", enrolment: "groupInstant", enrolledOn: "2023-07-20" });
    expect(decision.values).not.toHaveProperty("coverageEnd");
    expect(decision.open).toEqual(["A02"]);
  });

  it("asks for the day with the words people wait for", () => {
    const outcome = evaluate(insuranceFee, { tier: "E" }, "2023-06-15");
    expect(outcome.status === "asking" && outcome.fact.question).toMatch(/什么时候.*哪天/);
  });

  it("asks for the way of enrolment only where it makes a difference", () => {
    expect(evaluate(insuranceFee, { tier: "E", enrolledOn: "2023-02-28" }, "2023-06-15").status).toBe("asking");
    expect(evaluate(insuranceFee, { tier: "E", enrolledOn: "2023-03-01" }, "2023-06-15").status).toBe("done");
  });

  it("knows no document for 2024", () => {
    expect(evaluate(insuranceFee, { tier: "E", enrolledOn: "2024-01-01" }, "2024-02-01").status).toBe("notCovered");
  });

  it("charges the half year from June on, the whole before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 11 }), fc.integer({ min: 1, max: 30 }), (month, date) => {
        const enrolledOn = `2023-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
        const { values } = decide(insuranceFee, { tier: "E", enrolment: "individual", enrolledOn }).decision;
        expect(values).toMatchObject({ fee: month < 6 ? 72 : 36, coverageMonths: 12 - month });
      }),
    );
  });
});
