import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { recuperationTrip } from "../../../rules/travel/recuperation-trip.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const delta = { recuperation: "yangtzeDelta" };
const counterpart = { recuperation: "counterpart" };
const sanatorium = { recuperation: "municipalSanatorium" };

const cases = [
  {
    情形: "长三角20人共28000元",
    依据: "2-1#2.4.1",
    given: { ...delta, people: 20, totalCost: 28_000 },
    verdict: "eligible",
    says: "可以，区总一共补6000元（20人×300元/人）",
    values: { withinCap: true, districtPerPerson: 300, districtTotal: 6000 },
    yuan: { districtUnion: 6000, grassrootsUnion: 22_000 },
  },
  {
    情形: "长三角10人3天2晚1500元",
    依据: "2-1#2.4.1",
    given: { ...delta, people: 10, days: 3, nights: 2, costPerPerson: 1500 },
    verdict: "eligible",
    says: "3000元",
    values: { durationOk: true, withinCap: true, districtTotal: 3000 },
    yuan: { districtUnion: 3000, grassrootsUnion: 12_000 },
  },
  {
    情形: "长三角1501元",
    依据: "2-1#2.3.1",
    given: { ...delta, people: 10, days: 3, nights: 2, costPerPerson: 1501 },
    verdict: "unsettled",
    says: "照给是3000元，不给就一分没有",
    values: { durationOk: true, withinCap: false },
    yuan: undefined,
  },
  {
    情形: "长三角1501元没说人数",
    依据: "2-1#2.3.1",
    given: { ...delta, costPerPerson: 1501 },
    verdict: "unsettled",
    says: "照给是300元/人",
    values: { withinCap: false },
    yuan: undefined,
  },
  {
    情形: "长三角总费用除不尽超标",
    依据: "2-1#2.3.1",
    given: { ...delta, people: 7, totalCost: 10_501 },
    verdict: "unsettled",
    says: "7人总费用10501元，超过上限1500元/人，总费用超了1元",
    values: { withinCap: false },
    yuan: undefined,
  },
  {
    情形: "长三角4天3晚",
    依据: "2-1#2.3.1",
    given: { ...delta, people: 10, days: 4, nights: 3, costPerPerson: 1400 },
    verdict: "notEligible",
    says: "不超过3天2晚",
    values: { durationOk: false, withinCap: true },
    yuan: undefined,
  },
  {
    情形: "长三角3天3晚",
    依据: "2-1#2.3.1",
    given: { ...delta, days: 3, nights: 3 },
    verdict: "notEligible",
    says: "不超过3天2晚",
    values: { durationOk: false },
    yuan: undefined,
  },
  {
    情形: "长三角只说两晚",
    依据: "2-1#2.4.1",
    given: { ...delta, nights: 2 },
    verdict: "eligible",
    says: "区总定额补300元/人",
    values: { durationOk: true },
    yuan: {},
  },
  {
    情形: "长三角只说三天",
    依据: "2-1#2.4.1",
    given: { ...delta, days: 3 },
    verdict: "eligible",
    says: "区总定额补300元/人",
    values: { durationOk: true },
    yuan: {},
  },
  {
    情形: "长三角没拿到名额",
    依据: "2-1#2.3.1",
    given: { ...delta, hasQuota: false },
    verdict: "notEligible",
    says: "不能，这一类要根据区总的分配名额组织",
    values: {},
    yuan: undefined,
  },
  {
    情形: "长三角花费比补贴还少",
    依据: "2-1#2.4.1",
    given: { ...delta, people: 10, costPerPerson: 299 },
    verdict: "eligible",
    says: "3000元",
    values: {},
    yuan: { districtUnion: 3000 },
  },
  {
    情形: "长三角花费等于补贴",
    依据: "2-1#2.4.1",
    given: { ...delta, people: 10, costPerPerson: 300 },
    verdict: "eligible",
    says: "3000元",
    values: {},
    yuan: { districtUnion: 3000, grassrootsUnion: 0 },
  },
  {
    情形: "对口20人",
    依据: "2-1#2.4.2",
    given: { ...counterpart, people: 20 },
    verdict: "eligible",
    says: "一共补8000元：市总4000元，区总4000元",
    values: { cityTotal: 4000, districtTotal: 4000, subsidyTotal: 8000, subsidyPerPerson: 400 },
    yuan: { municipalUnion: 4000, districtUnion: 4000 },
  },
  {
    情形: "对口10人每人2000",
    依据: "2-1#2.4.2",
    given: { ...counterpart, people: 10, costPerPerson: 2000, days: 4, nights: 3 },
    verdict: "eligible",
    says: "4000元",
    values: { durationOk: true },
    yuan: { municipalUnion: 2000, districtUnion: 2000, grassrootsUnion: 16_000 },
  },
  {
    情形: "对口没说人数",
    依据: "2-1#2.4.2",
    given: { ...counterpart, hasQuota: true },
    verdict: "eligible",
    says: "市总定额补200元/人，区总再补200元/人，合计400元/人",
    values: { cityPerPerson: 200, districtPerPerson: 200 },
    yuan: {},
  },
  {
    情形: "对口5天4晚",
    依据: "2-1#2.3.2",
    given: { ...counterpart, people: 10, days: 5, nights: 4 },
    verdict: "notEligible",
    says: "不超过4天3晚",
    values: { durationOk: false },
    yuan: undefined,
  },
  {
    情形: "对口没有指标",
    依据: "2-1#2.4.2",
    given: { ...counterpart, hasQuota: false },
    verdict: "notEligible",
    says: "市总分配的指标数",
    values: {},
    yuan: undefined,
  },
  {
    情形: "直管院所20人",
    依据: "2-1#2.4.3",
    given: { ...sanatorium, people: 20, days: 9 },
    verdict: "upperBound",
    says: "20人合计6000元到14000元",
    values: {
      cityPerPersonRange: [200, 400],
      districtPerPersonRange: [100, 300],
      subsidyPerPersonRange: [300, 700],
      cityTotalRange: [4000, 8000],
      districtTotalRange: [2000, 6000],
      subsidyTotalRange: [6000, 14_000],
    },
    yuan: { municipalUnion: [4000, 8000], districtUnion: [2000, 6000] },
  },
  {
    情形: "直管院所没说人数",
    依据: "2-1#2.4.3",
    given: sanatorium,
    verdict: "upperBound",
    says: "合计每人最少300元、最多700元",
    values: { subsidyPerPersonRange: [300, 700] },
    yuan: undefined,
  },
  {
    情形: "不清楚是哪一类",
    依据: "2-1#2.4.3",
    given: { recuperation: unsure },
    verdict: "upperBound",
    says: "长三角区域：区总补300元/人；对口合作区域：市总200元＋区总200元/人；市总直管院所：市总200至400元＋区总100至300元/人",
    values: {},
    yuan: undefined,
  },
  {
    情形: "12月去",
    依据: "2-1#2.2",
    given: { startDate: "2023-12-01" },
    verdict: "notEligible",
    says: "2023年5月1日至2023年11月30日",
    values: {},
    yuan: undefined,
  },
  {
    情形: "4月开始",
    依据: "2-1#2.2",
    given: { startDate: "2023-04-30", endDate: "2023-05-01" },
    verdict: "notEligible",
    says: "组织时间",
    values: {},
    yuan: undefined,
  },
  {
    情形: "5月1日到3日",
    依据: "2-1#2.4.1",
    given: { ...delta, startDate: "2023-05-01", endDate: "2023-05-03" },
    verdict: "eligible",
    says: "300元/人",
    values: {},
    yuan: {},
  },
];

describe("疗休养", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values, yuan }) => {
    const outcome = decide(recuperationTrip, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values);
    expect(outcome.decision.yuan).toEqual(yuan);
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("promises no subsidy to a trip that is too long or too dear", () => {
    for (const given of [
      { ...delta, days: 4 },
      { ...delta, costPerPerson: 1501 },
      { ...counterpart, days: 5 },
    ]) {
      expect(decide(recuperationTrip, given).decision.values).not.toHaveProperty("districtPerPerson");
    }
  });

  it("says of the sanatoria that the tiers are not in the document", () => {
    const outcome = decide(recuperationTrip, sanatorium);
    expect(textOf(outcome)).toContain("具体档位看工作提示，本文件没有附。");
    expect(textOf(outcome)).toContain("基层单位行政福利费");
    expect(outcome.decision.open).toEqual(["A10"]);
  });

  it("knows no document for 2024", () => {
    expect(evaluate(recuperationTrip, { startDate: "2024-06-01" }, "2024-01-01").status).toBe("notCovered");
  });

  it("asks only for the kind", () => {
    const paths = explore(recuperationTrip);
    expect(announcementFaults(recuperationTrip, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← recuperation=yangtzeDelta",
        "eligible ← recuperation=counterpart",
        "upperBound ← recuperation=municipalSanatorium",
        "upperBound ← recuperation=?",
      ]
    `);
  });

  it("pays the same for each head, whatever the kind", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (people) => {
        expect(decide(recuperationTrip, { ...delta, people }).decision.yuan).toEqual({ districtUnion: 300 * people });
        expect(decide(recuperationTrip, { ...counterpart, people }).decision.values?.subsidyTotal).toBe(400 * people);
        expect(decide(recuperationTrip, { ...sanatorium, people }).decision.values?.subsidyTotalRange).toEqual([
          300 * people,
          700 * people,
        ]);
      }),
    );
  });
});
