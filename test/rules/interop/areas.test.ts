import { describe, expect, test } from "vitest";
import { ruleById } from "../../../rules/index.ts";
import { translations as checkup } from "../../../rules/interop/checkup.ts";
import { translations as harmony } from "../../../rules/interop/harmony.ts";
import { translations as healthPoint } from "../../../rules/interop/health-point.ts";
import { translations as illness } from "../../../rules/interop/illness.ts";
import { translations as wish } from "../../../rules/interop/wish.ts";
import { decisionOf } from "../deciding.ts";

const areas = { ...checkup, ...wish, ...illness, ...healthPoint, ...harmony };

describe("names that other systems use, annexes 2-3 to 2-7", () => {
  test.each([
    // 名称, 已知, 结果
    [
      "checkup_plan",
      { plan: "A", male: 40, female: 0 },
      { priceTotal: 17360, subsidyTotal: 4800, employerTotal: 12560 },
    ],
    ["checkup_plan", { plan: "A", male: 40 }, { priceTotal: 17360, subsidyTotal: 4800, employerTotal: 12560 }],
    ["checkup_plan", { plan: "b计划", female: 1 }, { priceTotal: 526, subsidyTotal: 150, employerTotal: 376 }],
    [
      "checkup_plan",
      { plan: "C", people: 10, sex: "女" },
      { priceTotal: 6260, subsidyTotal: 1800, employerTotal: 4460 },
    ],
    [
      "checkup_plan",
      { plan: "C", people: 10, sex: "男" },
      { priceTotal: 6030, subsidyTotal: 1800, employerTotal: 4230 },
    ],
    [
      "checkup_plan",
      {
        groups: [
          { plan: "A", male: 10 },
          { plan: "C", female: 5 },
        ],
      },
      { priceTotal: 7470, subsidyTotal: 2100, employerTotal: 5370 },
    ],
    [
      "checkup_plan",
      { plans: [{ plan: "B", male: 1, female: 1 }] },
      { priceTotal: 1029, subsidyTotal: 300, employerTotal: 729 },
    ],
    ["checkup_compare", { from: "A", to: "B", male: 10 }, { employerPerPerson: 39, employerTotalDifference: 390 }],
    ["checkup_gig", { pricePerPerson: 300, people: 25 }, { topUpPerPerson: 120, subsidyTotal: 3000 }],
    ["checkup_gig", { price: 350, count: 10 }, { topUpPerPerson: 120, subsidyTotal: 1200, overPerPerson: 50 }],
    ["checkup_free", { hardship: 2000, sanitation: 500 }, { people: 2500, costTotal: 750000 }],
    ["checkup_free", { difficult: 10 }, { people: 10, costTotal: 3000 }],
    ["checkup_free", { people: 30, company: "sanitation" }, { people: 30, costTotal: 9000 }],
    ["wish", { valueEach: 500, count: 100 }, { withinGuideline: true, total: 50000 }],
    ["wish", { value: 501, count: 1 }, { withinGuideline: false }],
    [
      "illness",
      { firstDiagnosedOn: "2023-06-30", otherConditionsMet: true },
      { inPeriod: true, cityAmount: 10000, districtAmount: 3000, total: 13000, deadline: "2023-12-31" },
    ],
    [
      "illness",
      { firstDiagnosedOn: "2023-07-01", otherConditionsMet: true },
      { inPeriod: true, districtAmount: 3000, deadline: "2024-06-30" },
    ],
    ["illness", { firstDiagnosedOn: "2022-12-31", otherConditionsMet: true }, { inPeriod: false, districtAmount: 0 }],
    ["illness", { firstDiagnosedOn: "2023-06-30", otherConditionsMet: false }, { inPeriod: true, districtAmount: 0 }],
    [
      "illness",
      { firstDiagnosedOn: "2023-06-30", submittedOn: "2023-12-31" },
      { accepted: true, deadline: "2023-12-31", districtAmount: 3000 },
    ],
    ["illness", { firstDiagnosedOn: "2023-06-30", claimOn: "2026-07-01" }, { accepted: false, districtAmount: 0 }],
    [
      "service_point",
      { newPoints: 1, upgradedPoints: 3 },
      { cityTotal: 45000, districtMin: 45000, townMin: 45000, minTotal: 135000 },
    ],
    ["service_point", { upgradedPoints: 2 }, { cityTotal: 20000, minTotal: 60000 }],
    ["service_frequency", { months: 12 }, { minVisits: 12, minLectures: 6 }],
    ["service_frequency", { months: 6 }, { minVisits: 6, minLectures: 3 }],
    ["guidance", { people: 2, daysEach: 3 }, { subsidyTotal: 900 }],
    ["guidance", { people: 2, days: 3 }, { subsidyTotal: 900 }],
    ["guidance", { daysEach: [3, 2, 4] }, { subsidyTotal: 1350 }],
    [
      "guidance",
      { groups: [{ people: 2, daysEach: 3 }, { people: 1, days: 4 }, { people: 1 }] },
      { subsidyTotal: 1500 },
    ],
  ])("%s %j", (name, given, expected) => {
    const translated = areas[name]?.(given);
    const rule = ruleById(translated?.rule ?? "");
    expect(rule && decisionOf(rule, translated?.answers ?? {}).values).toMatchObject(expected);
  });

  test("keys of the wrong kind are refused", () => {
    expect(() => areas["checkup_plan"]?.({ plan: "D" })).toThrow();
    expect(() => areas["wish"]?.({ valueEach: "500" })).toThrow();
  });
});
