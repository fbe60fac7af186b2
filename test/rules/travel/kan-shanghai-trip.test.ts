import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { kanShanghaiTrip } from "../../../rules/travel/kan-shanghai-trip.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

interface Case {
  readonly 情形: string;
  readonly 依据: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly verdict: string;
  readonly 元?: number;
  readonly says?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

const twoDay = { trip: "twoDay" };
const oneDay = { trip: "oneDay" };

const cases: readonly Case[] = [
  {
    情形: "两天一晚40人共30000元、餐12000元",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 40, totalCost: 30_000, mealTotal: 12_000 },
    verdict: "eligible",
    元: 8000,
    says: "区总一共补8000元",
    values: { withinCap: true, mealWithinLimit: true, mealMax: 12_000, costPerPerson: 750, ownShare: 22_000 },
  },
  {
    情形: "两天一晚50人共34950元，人均699",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 50, totalCost: 34_950 },
    verdict: "notEligible",
    元: 0,
    says: "未达到700元/人，人均还差1元",
    values: { subsidyPerPerson: 0, subsidyTotal: 0 },
  },
  {
    情形: "只知人均800，餐费正好40%",
    依据: "2-1#1.4.1",
    given: { ...twoDay, costPerPerson: 800, mealTotal: 320 },
    verdict: "eligible",
    says: "每人最多320元",
    values: { mealWithinLimit: true },
  },
  {
    情形: "只知人均800，餐费321按一个人的算",
    依据: "2-1#1.4.1",
    given: { ...twoDay, costPerPerson: 800, mealTotal: 321 },
    verdict: "unsettled",
    says: "餐费超过总支出的40%",
    values: { mealWithinLimit: false },
  },
  {
    情形: "只知人均800，餐费比人均还多，是全团的，比不了",
    依据: "2-1#1.4.1",
    given: { ...twoDay, costPerPerson: 800, mealTotal: 801 },
    verdict: "eligible",
  },
  {
    情形: "不知人数，总共800、餐费321",
    依据: "2-1#1.4.1",
    given: { ...twoDay, totalCost: 800, mealTotal: 321 },
    verdict: "upperBound",
    says: "餐费超过了总支出的40%，不符合",
    values: { mealWithinLimit: false },
  },
  {
    情形: "两天一晚人均正好700",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 10, costPerPerson: 700 },
    verdict: "eligible",
    元: 2000,
    says: "“以上”按含本数算",
  },
  {
    情形: "两天一晚人均701",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 10, costPerPerson: 701 },
    verdict: "eligible",
    元: 2000,
  },
  {
    情形: "两天一晚人均正好800",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 10, costPerPerson: 800 },
    verdict: "eligible",
    元: 2000,
  },
  {
    情形: "两天一晚10人共8010元，人均801",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 10, totalCost: 8010 },
    verdict: "unsettled",
    says: "超过上限800元/人，人均超了1元",
    values: { withinCap: false },
  },
  {
    情形: "餐费正好40%",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 20, costPerPerson: 800, mealTotal: 6400 },
    verdict: "eligible",
    元: 4000,
    values: { mealWithinLimit: true },
  },
  {
    情形: "餐费超40%一元",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 20, costPerPerson: 800, mealTotal: 6401 },
    verdict: "unsettled",
    says: "餐费超过总支出的40%（最多6400元）",
    values: { mealWithinLimit: false, withinCap: true },
  },
  {
    情形: "只说人均餐费，超40%",
    依据: "2-1#1.4.1",
    given: { ...twoDay, costPerPerson: 750, mealPerPerson: 301 },
    verdict: "unsettled",
    says: "照给是200元/人，不给就一分没有",
    values: { mealWithinLimit: false },
  },
  {
    情形: "只说人均餐费，正好40%",
    依据: "2-1#1.4.1",
    given: { ...twoDay, costPerPerson: 750, mealPerPerson: 300 },
    verdict: "eligible",
    says: "区总补200元/人",
    values: { mealWithinLimit: true, subsidyPerPerson: 200 },
  },
  {
    情形: "一日30人共7500元、餐3750元，人均正好250",
    依据: "2-1#1.4.2",
    given: { ...oneDay, people: 30, totalCost: 7500, mealTotal: 3750 },
    verdict: "eligible",
    元: 3000,
    says: "正好在线上",
    values: { ownShare: 4500, mealWithinLimit: true },
  },
  {
    情形: "一日人均249，餐费也超",
    依据: "2-1#1.4.2",
    given: { ...oneDay, people: 8, costPerPerson: 249, mealTotal: 997 },
    verdict: "notEligible",
    元: 0,
    says: "餐费也超过了总支出的50%",
    values: { mealWithinLimit: false, withinCap: true },
  },
  {
    情形: "一日人均300",
    依据: "2-1#1.4.2",
    given: { ...oneDay, people: 15, costPerPerson: 300 },
    verdict: "eligible",
    元: 1500,
  },
  {
    情形: "一日人均301",
    依据: "2-1#1.4.2",
    given: { ...oneDay, costPerPerson: 301 },
    verdict: "unsettled",
    says: "超过上限300元/人",
  },
  {
    情形: "总费用除不尽，未到700",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 30, totalCost: 20_999 },
    verdict: "notEligible",
    says: "30人总费用20999元，未达到700元/人，总费用还差1元",
  },
  {
    情形: "总费用除不尽，超过800",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 30, totalCost: 24_001 },
    verdict: "unsettled",
    says: "总费用超了1元",
  },
  {
    情形: "总费用除不尽，在内",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 30, totalCost: 23_000 },
    verdict: "eligible",
    元: 6000,
  },
  {
    情形: "只说人数",
    依据: "2-1#1.4.1",
    given: { ...twoDay, people: 20 },
    verdict: "upperBound",
    says: "人均费用达到700元以上，区总补200元/人，20人共4000元",
  },
  {
    情形: "只说总费用",
    依据: "2-1#1.4.1",
    given: { ...twoDay, totalCost: 16_000 },
    verdict: "upperBound",
    says: "最多6400元",
    values: { mealMax: 6400, capPerPerson: 800, threshold: 700 },
  },
  {
    情形: "不清楚人均",
    依据: "2-1#1.4.1",
    given: { ...twoDay, costPerPerson: unsure },
    verdict: "upperBound",
    says: "费用不超过800元/人，餐费不超过总支出的40%。",
  },
  {
    情形: "不清楚是哪一种",
    依据: "2-1#1.4.2",
    given: { trip: unsure },
    verdict: "upperBound",
    says: "两天一晚人均达到700元以上补200元/人，上限800元/人；一日活动人均达到250元以上补100元/人，上限300元/人",
  },
  {
    情形: "去南京",
    依据: "2-1#1.3.1",
    given: { inShanghai: false },
    verdict: "notEligible",
    says: "不能，“看上海”要在本市范围内",
  },
  {
    情形: "个人申请",
    依据: "2-1#1.3.1",
    given: { organisedByUnion: false },
    verdict: "notEligible",
    says: "不能个人申请",
  },
  {
    情形: "都不是会员",
    依据: "2-1#1.1",
    given: { members: "none" },
    verdict: "notEligible",
    says: "对象是青浦地区工会会员",
  },
  { 情形: "带家属", 依据: "2-1#1.1", given: { members: "some" }, verdict: "unsettled", says: "没有写" },
  { 情形: "三天", 依据: "2-1#1.3.1", given: { days: 3 }, verdict: "notEligible", says: "不超过2天1晚" },
  { 情形: "两晚", 依据: "2-1#1.3.1", given: { nights: 2 }, verdict: "notEligible", says: "不超过2天1晚" },
  {
    情形: "两天不住宿",
    依据: "2-1#1.3.1",
    given: { days: 2, nights: 0 },
    verdict: "unsettled",
    says: "2天不住宿的没有写",
  },
  {
    情形: "起止三天",
    依据: "2-1#1.3.1",
    given: { startDate: "2023-06-10", endDate: "2023-06-12" },
    verdict: "notEligible",
    says: "不超过2天1晚",
  },
  {
    情形: "4月30日开始",
    依据: "2-1#1.2",
    given: { startDate: "2023-04-30" },
    verdict: "notEligible",
    says: "2023年5月1日至2023年11月30日",
  },
  {
    情形: "12月1日结束",
    依据: "2-1#1.2",
    given: { startDate: "2023-11-30", endDate: "2023-12-01" },
    verdict: "notEligible",
    says: "活动时间",
  },
  { 情形: "前一年", 依据: "2-1#1.2", given: { startDate: "2022-06-01" }, verdict: "notEligible", says: "不符合" },
  {
    情形: "5月1日至2日",
    依据: "2-1#1.4.1",
    given: { ...twoDay, startDate: "2023-05-01", endDate: "2023-05-02", costPerPerson: 750, people: 1 },
    verdict: "eligible",
    元: 200,
  },
  {
    情形: "11月30日当天",
    依据: "2-1#1.4.2",
    given: {
      ...oneDay,
      startDate: "2023-11-30",
      endDate: "2023-11-30",
      costPerPerson: 260,
      members: "all",
      inShanghai: true,
    },
    verdict: "eligible",
  },
];

describe("看上海", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, 元, says, values }) => {
    const outcome = decide(kanShanghaiTrip, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
    if (元 !== undefined) expect(outcome.decision.yuan?.districtUnion).toBe(元);
    if (says !== undefined) expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
  });

  it("promises no amount where a limit is exceeded", () => {
    const { decision } = decide(kanShanghaiTrip, { ...twoDay, people: 20, costPerPerson: 801 });
    expect(decision.yuan).toBeUndefined();
    expect(decision.values).not.toHaveProperty("subsidyTotal");
    expect(decision.lines?.[0]).toBe(
      "超标后区总补贴还给不给，文件没有写：照给是4000元（20人×200元/人），不给就一分没有。",
    );
  });

  it("names the open reading of 以上 only on the line itself", () => {
    expect(decide(kanShanghaiTrip, { ...twoDay, costPerPerson: 700 }).decision.open).toEqual(["A38"]);
    expect(decide(kanShanghaiTrip, { ...twoDay, costPerPerson: 701 }).decision.open).toBeUndefined();
  });

  it("knows no document for 2024", () => {
    expect(evaluate(kanShanghaiTrip, { startDate: "2024-05-01" }, "2024-01-01").status).toBe("notCovered");
  });

  it("asks for the kind, then for the cost, and nothing else", () => {
    const paths = explore(kanShanghaiTrip);
    expect(announcementFaults(kanShanghaiTrip, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← trip=twoDay costPerPerson=750",
        "notEligible ← trip=twoDay costPerPerson=0",
        "upperBound ← trip=twoDay costPerPerson=?",
        "unsettled ← trip=oneDay costPerPerson=750",
        "notEligible ← trip=oneDay costPerPerson=0",
        "upperBound ← trip=oneDay costPerPerson=?",
        "upperBound ← trip=?",
      ]
    `);
  });

  it("pays in proportion to heads between threshold and cap, and nothing below", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 800 }), (people, costPerPerson) => {
        const { decision } = decide(kanShanghaiTrip, { ...twoDay, people, costPerPerson });
        expect(decision.yuan?.districtUnion).toBe(costPerPerson >= 700 ? people * 200 : 0);
      }),
    );
  });

  it("judges the same whether the cost is said for one or for all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 1000 }), (people, each) => {
        const one = decide(kanShanghaiTrip, { ...twoDay, people, costPerPerson: each }).decision;
        const all = decide(kanShanghaiTrip, { ...twoDay, people, totalCost: people * each }).decision;
        expect(all.say).toBe(one.say);
        expect(all.values).toEqual(one.values);
      }),
    );
  });

  it.each([
    [{ costPerPerson: 801 }, "不符合费用标准：人均801元，超过上限800元/人，人均超了1元。", ["801-800*1"]],
    [
      { costPerPerson: 800, people: 10, mealTotal: 3201 },
      "不符合费用标准：餐费超过总支出的40%（最多3200元）。",
      ["800*10*40/100"],
    ],
    [{ costPerPerson: 750, mealPerPerson: 301 }, "不符合费用标准：餐费超过总支出的40%。", []],
    [
      { people: 3, totalCost: 2401, mealTotal: 961 },
      "不符合费用标准：3人总费用2401元，超过上限800元/人，总费用超了1元；餐费超过总支出的40%（最多960元）。",
      ["2401-800*3"],
    ],
  ])("names what exceeds the limits: %j", (said, say, expressions) => {
    const { decision, steps } = decide(kanShanghaiTrip, { trip: "twoDay", ...said });
    expect(decision.say).toBe(say);
    expect(decision.by.length).toBeGreaterThan(0);
    const shown = steps.map(({ label, expression }) => (label === "超过上限" ? expression : ""));
    expect(shown.filter(Boolean)).toEqual(expressions.filter((one) => one.includes("-")));
  });
});
