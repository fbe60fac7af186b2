import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { calculation } from "../../../rules/interop/calculation.ts";

const item = z.object({
  id: z.string(),
  calculator: z.string(),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
});
const lines = readFileSync(new URL("../../eval/calculations.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const published = lines
  .map((line) => item.parse(JSON.parse(line)))
  .filter(({ calculator }) => /^(kanshanghai|pinshanghai|liaoxiuyang|mutual_)/.test(calculator));

const today = "2026-11-25";
const valuesOf = (calculator: string, given: Readonly<Record<string, unknown>>) =>
  calculation(calculator, given, today)?.values ?? {};

describe("Calculations by other names", () => {
  it.each(published)("$id $calculator comes out as published", ({ calculator, given, expect: wanted }) => {
    const values = valuesOf(calculator, given);
    for (const [key, value] of Object.entries(wanted)) expect(values[key]).toEqual(value);
  });

  it.each([
    ["kanshanghai", { type: "2天1晚", people: 20, totalCost: 15_000 }, { subsidyTotal: 4000, mealMax: 6000 }],
    ["kanshanghai", { type: "1日游", people: 20, costTotal: 5200, startOn: "2023-06-01" }, { subsidyTotal: 2000 }],
    ["pinshanghai", { spendsPerPersonInYear: [500] }, { yearTotal: 500, withinCap: true, remainingPerPerson: 0 }],
    ["pinshanghai", { spendsPerPersonInYear: [] }, { yearTotal: 0, remainingPerPerson: 500 }],
    ["pinshanghai", { spendsPerPersonInYear: [100, 150, 200] }, { yearTotal: 450, remainingPerPerson: 50 }],
    ["pinshanghai", { spentPerPerson: 300 }, { remainingPerPerson: 200 }],
    ["liaoxiuyang", { route: "长三角区域", people: 12, costPerPerson: 1480 }, { districtTotal: 3600 }],
    ["liaoxiuyang", { route: "市总直管院所" }, { subsidyPerPersonRange: [300, 700] }],
    ["liaoxiuyang", { route: "对口合作区域", people: 3 }, { cityTotal: 600, districtTotal: 600, subsidyTotal: 1200 }],
    [
      "mutual_fee",
      { tier: "E", mode: "团体即时参保", listSubmitted: "2023-06-30" },
      { coverageStart: "2023-07-01", fee: 36 },
    ],
    [
      "mutual_fee",
      { tier: "D类", mode: "个人参保", paidOn: "2023-06-30" },
      { fee: 0, unionDues: 120, coverageStart: "2023-07-01" },
    ],
    [
      "mutual_start",
      { mode: "个人参保", paidOn: "2023-02-28" },
      { coverageStart: "2023-03-01", coverageEnd: "2023-12-31" },
    ],
    ["mutual_start", { mode: "团体集中参保", listSubmitted: "2023-02-28" }, { coverageStart: "2023-01-01" }],
    ["mutual_start", { mode: "原计划衔接", currentCoverageEnd: "2023-06-30" }, { coverageEnd: "2023-12-31" }],
    ["mutual_hospital", { tier: "D", days: 0 }, { payableDays: 0, amount: 0 }],
    ["mutual_benefit", { tier: "E", benefit: "意外身故" }, { amount: 150_000 }],
    ["mutual_limit", { tier: "D" }, { maxTotal: 90_800 }],
    ["mutual_limit", { tier: "E", deathType: "疾病" }, { maxTotal: 590_000 }],
    [
      "mutual_claim",
      { benefit: "特种重病保障金", coverageEnd: "2023-12-31", claimOn: "2026-01-02" },
      { accepted: false },
    ],
    [
      "mutual_claim",
      { benefit: "重大疾病住院医疗补助金", coverageEnd: "2023-06-30", claimOn: "2025-06-29" },
      { accepted: true },
    ],
    ["mutual_claim", { benefit: "意外慰问金", claimOn: "2024-01-01" }, { accepted: null }],
    [
      "mutual_change",
      { fromTier: "D", toTier: "E", changedOn: "2023-11-30" },
      { newBenefitStart: "2023-12-01", stacked: false },
    ],
    [
      "mutual_change",
      { fromTier: "C", toTier: "D", changedOn: "2023-03-10", eventOn: "2023-05-01", benefit: "意外身故保障金" },
      { amount: 60_000 },
    ],
  ])("%s %j", (calculator, given, wanted) => {
    expect(valuesOf(calculator, given)).toMatchObject(wanted);
  });

  it("refuses keys of the wrong type", () => {
    expect(() => calculation("kanshanghai", { type: "2天1晚", people: "二十" }, today)).toThrow();
    expect(() => calculation("kanshanghai", {}, today)).toThrow();
  });

  it("leaves an absent key an open question", () => {
    expect(calculation("mutual_claim", { benefit: "不知道什么金" }, today)).toMatchObject({ outcome: "asking" });
    expect(calculation("mutual_fee", { tier: "E" }, today)).toMatchObject({
      outcome: "asking",
      missing: ["enrolledOn"],
    });
  });

  it("knows our own ids and no others", () => {
    expect(calculation("K01", { trip: "twoDay", people: 2, costPerPerson: 750 }, today)?.yuan.districtUnion).toBe(400);
    expect(calculation("nothing", {}, today)).toBeUndefined();
  });
});
