import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { insuranceBenefit } from "../../../rules/insurance/insurance-benefit.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "D类住院10天",
    依据: "2-2#1.2.2",
    given: { tier: "D", benefit: "hospitalization", hospitalDays: 10 },
    verdict: "eligible",
    says: "D类住院10天给600元（60元/天）",
    values: { amount: 600, payableDays: 10 },
  },
  {
    情形: "D类住院180天",
    依据: "2-2#1.2.2",
    given: { tier: "D", benefit: "hospitalization", hospitalDays: 180 },
    verdict: "eligible",
    says: "180天给10800元",
    values: { amount: 10800, payableDays: 180 },
  },
  {
    情形: "D类住院200天",
    依据: "2-2#1.2.2",
    given: { tier: "D", benefit: "hospitalization", hospitalDays: 200 },
    verdict: "eligible",
    says: "200天只按180天算，给10800元",
    values: { amount: 10800, payableDays: 180 },
  },
  {
    情形: "E类住院181天",
    依据: "2-2#1.2.3",
    given: { tier: "E", hospitalDays: 181 },
    verdict: "eligible",
    says: "给54000元（最高限额）",
    values: { amount: 54000, payableDays: 180 },
  },
  {
    情形: "E类住院没说天数",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "hospitalization" },
    verdict: "eligible",
    says: "E类住院300元/天，最多180天，最高5.4万元",
    values: { dailyRate: 300, maxDays: 180, maxAmount: 54000 },
  },
  {
    情形: "C类住院",
    依据: "2-2#1.2.1",
    given: { tier: "C", benefit: "hospitalization", hospitalDays: 10 },
    verdict: "notEligible",
    says: "不能，C类没有住院这一项",
    values: { amount: 0, payableDays: 0 },
  },
  {
    情形: "C类疾病身故",
    依据: "2-2#1.2.1",
    given: { tier: "C", benefit: "illnessDeath" },
    verdict: "notEligible",
    says: "C类没有疾病身故这一项",
    values: { amount: 0 },
  },
  {
    情形: "住院10天没说类别",
    依据: "2-2#1.2.2",
    given: { hospitalDays: 10 },
    verdict: "upperBound",
    says: "住院：D类10天给600元（60元/天）；E类10天给3000元（300元/天）；C类没有这一项",
    values: { byTier: { D: { amount: 600 }, E: { amount: 3000 } } },
  },
  {
    情形: "意外身故没说类别",
    依据: "2-2#1.2.1",
    given: { benefit: "accidentDeath" },
    verdict: "upperBound",
    says: "意外身故：C类2万元；D类6万元；E类15万元。",
    values: {},
  },
  {
    情形: "C类意外身故",
    依据: "2-2#1.2.1",
    given: { tier: "C", benefit: "accidentDeath" },
    verdict: "eligible",
    says: "C类意外身故2万元",
    values: { amount: 20000 },
  },
  {
    情形: "D类重大疾病",
    依据: "2-2#1.2.2",
    given: { tier: "D", benefit: "majorIllness" },
    verdict: "eligible",
    says: "D类重大疾病1万元",
    values: { amount: 10000 },
  },
  {
    情形: "E类重大疾病",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "majorIllness" },
    verdict: "eligible",
    says: "2万元",
    values: { amount: 20000 },
  },
  {
    情形: "E类医疗补助",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "majorIllnessMedical" },
    verdict: "upperBound",
    says: "2000元到80000元不等，累计最高34万元",
    values: { minAmount: 2000, maxEach: 80000, maxAmount: 340000 },
  },
  {
    情形: "D类伤残",
    依据: "2-2#1.2.2",
    given: { tier: "D", benefit: "accidentDisability" },
    verdict: "upperBound",
    says: "D类意外伤残最高6万元",
    values: { maxAmount: 60000 },
  },
  {
    情形: "C类慰问4次",
    依据: "2-2#1.2.1",
    given: { tier: "C", times: 4 },
    verdict: "eligible",
    says: "4次给2000元（500元/次）",
    values: { amount: 2000, payableTimes: 4 },
  },
  {
    情形: "C类慰问5次",
    依据: "2-2#1.2.1",
    given: { tier: "C", times: 5 },
    verdict: "eligible",
    says: "5次只按4次算，给2000元",
    values: { amount: 2000, payableTimes: 4 },
  },
  {
    情形: "D类慰问12次",
    依据: "2-2#1.2.2",
    given: { tier: "D", times: 12 },
    verdict: "eligible",
    says: "给6000元",
    values: { amount: 6000 },
  },
  {
    情形: "E类慰问13次",
    依据: "2-2#1.2.3",
    given: { tier: "E", times: 13 },
    verdict: "eligible",
    says: "只按12次算，给6000元",
    values: { amount: 6000, payableTimes: 12 },
  },
  {
    情形: "E类慰问没说次数",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "accidentCondolence" },
    verdict: "eligible",
    says: "500元/次，最高6000元",
    values: { maxAmount: 6000 },
  },
  {
    情形: "E类疾病身故",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "illnessDeath" },
    verdict: "eligible",
    says: "E类疾病身故2万元",
    values: { amount: 20000 },
  },
  {
    情形: "E类合计",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "total" },
    verdict: "upperBound",
    says: "E类合计最高给付限额72万元",
    values: { maxTotal: 720000 },
  },
  {
    情形: "E类合计，意外",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "total", deathCause: "accident" },
    verdict: "upperBound",
    says: "意外身故与疾病身故互斥",
    values: { maxTotal: 720000 },
  },
  {
    情形: "E类合计，疾病",
    依据: "2-2#1.2.3",
    given: { tier: "E", benefit: "total", deathCause: "illness" },
    verdict: "upperBound",
    says: "推算最高59万元；文件只写E类合计最高72万元",
    values: { maxTotal: 590000, printedTotal: 720000 },
  },
  {
    情形: "D类合计",
    依据: "2-2#1.2.2",
    given: { tier: "D", benefit: "total", deathCause: "illness" },
    verdict: "upperBound",
    says: "9.08万元",
    values: { maxTotal: 90800 },
  },
  {
    情形: "C类合计",
    依据: "2-2#1.2.1",
    given: { tier: "C", benefit: "total" },
    verdict: "upperBound",
    says: "2万元",
    values: { maxTotal: 20000 },
  },
  {
    情形: "合计没说类别",
    依据: "2-2#1.2.1",
    given: { benefit: "total" },
    verdict: "upperBound",
    says: "C类2万元，D类9.08万元，E类72万元",
    values: { byTier: { C: 20000, D: 90800, E: 720000 } },
  },
  {
    情形: "不清楚问哪项",
    依据: "2-2#1.2.3",
    given: { benefit: unsure },
    verdict: "upperBound",
    says: "合计最高给付限额",
    values: {},
  },
  {
    情形: "保障期前出险",
    依据: "2-2#1.4.1",
    given: { eventDate: "2022-12-31" },
    verdict: "notEligible",
    says: "不能，2022年12月31日早于保障期的第一天2023年1月1日",
    values: {},
  },
  {
    情形: "保障期第一天出险",
    依据: "2-2#1.2.3",
    given: { eventDate: "2023-01-01", tier: "E", benefit: "accidentDeath" },
    verdict: "eligible",
    says: "15万元",
    values: {},
  },
];

describe("新就业专享计划保障金", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(insuranceBenefit, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(insuranceBenefit);
    expect(announcementFaults(insuranceBenefit, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "upperBound ← benefit=hospitalization",
        "upperBound ← benefit=majorIllness",
        "upperBound ← benefit=majorIllnessMedical",
        "upperBound ← benefit=accidentDeath",
        "upperBound ← benefit=accidentDisability",
        "upperBound ← benefit=accidentCondolence",
        "upperBound ← benefit=illnessDeath",
        "upperBound ← benefit=total",
        "upperBound ← benefit=?",
      ]
    `);
  });

  it("says of the condolence money alone that no deadline is written", () => {
    const line = "申请截止时间文件没有写，建议尽快申请。";
    expect(decide(insuranceBenefit, { tier: "D", times: 1 }).decision.lines).toContain(line);
    expect(decide(insuranceBenefit, { tier: "D", hospitalDays: 1 }).decision.lines).not.toContain(line);
    expect(decide(insuranceBenefit, { tier: "D", hospitalDays: 1 }).decision.lines).toEqual([
      "最高1.08万元，最多180天。",
    ]);
  });

  it("names a ceiling, not an amount, where only that is printed", () => {
    expect(decide(insuranceBenefit, { tier: "D", benefit: "accidentDisability" }).decision.yuan).toEqual({
      mutualAid: [0, 60000],
    });
    expect(decide(insuranceBenefit, { tier: "D", hospitalDays: 10 }).decision.yuan).toEqual({ mutualAid: 600 });
    expect(decide(insuranceBenefit, { tier: "C", hospitalDays: 10 }).decision.yuan).toEqual({ mutualAid: 0 });
  });

  it("knows no document for an event in 2024", () => {
    expect(evaluate(insuranceBenefit, { eventDate: "2024-01-01" }, "2024-02-01").status).toBe("notCovered");
  });

  it("never pays more than the ceiling, and grows until there", () => {
    fc.assert(
      fc.property(fc.constantFrom("D", "E"), fc.integer({ min: 0, max: 400 }), (tier, hospitalDays) => {
        const amount = decide(insuranceBenefit, { tier, hospitalDays }).decision.values?.amount;
        expect(amount).toBe((tier === "D" ? 60 : 300) * Math.min(hospitalDays, 180));
      }),
    );
  });
});
