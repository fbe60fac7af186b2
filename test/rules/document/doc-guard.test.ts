import { describe, expect, test } from "vitest";
import { docGuard } from "../../../rules/document/doc-guard.ts";
import { matters } from "../../../rules/document/subjects.ts";
import { decisionOf, outcomeOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

describe("docGuard", () => {
  test.each([
    // 事, 今天, 状态 (依据 facts 6C)
    ["kanShanghai", "2023-04-30", "before"],
    ["kanShanghai", "2023-05-01", "open"],
    ["kanShanghai", "2023-11-30", "open"],
    ["kanShanghai", "2023-12-01", "closed"],
    ["recuperation", "2023-12-01", "closed"],
    ["groupCentral", "2022-12-15", "open"],
    ["groupCentral", "2023-02-28", "open"],
    ["groupCentral", "2023-03-01", "closed"],
    ["groupInstant", "2023-02-28", "before"],
    ["groupInstant", "2023-11-30", "open"],
    ["groupInstant", "2023-12-01", "closed"],
    ["coverage", "2023-12-31", "open"],
    ["coverage", "2024-01-01", "closed"],
    ["sendHealth", "2023-12-10", "open"],
    ["sendHealth", "2023-12-11", "closed"],
    ["specialFund", "2023-11-30", "open"],
    ["illnessFirstHalf", "2023-12-31", "open"],
    ["illnessFirstHalf", "2024-01-01", "closed"],
    ["illnessSecondHalf", "2024-06-30", "open"],
    ["illnessSecondHalf", "2024-07-01", "closed"],
    ["companyCheckup", "2026-11-25", "notStated"],
    ["newFormCheckup", "2023-06-15", "notStated"],
    ["microWish", "2023-06-15", "notStated"],
    ["healthPoint", "2023-06-15", "notStated"],
    ["harmony", "2023-06-15", "notStated"],
    ["modelWorker", "2023-06-15", "notStated"],
    ["newYearMeal", "2023-06-15", "notStated"],
    ["springCouplets", "2023-06-15", "notStated"],
  ])("%s on %s is %s", (matter, today, status) => {
    const decision = decisionOf(docGuard, { matter }, today);
    expect(decision.values).toMatchObject({ status });
    const verdicts = { before: "notEligible", open: "eligible", closed: "notEligible", notStated: "unsettled" };
    expect(decision.verdict).toBe(verdicts[status as keyof typeof verdicts]);
  });

  test.each([
    ["kanShanghai", "2026-11-25", "按2023年方案不能再办：看上海、品上海2023年5月1日起到2023年11月30日，已经过了。"],
    ["kanShanghai", "2023-01-01", "还不能办：看上海、品上海2023年5月1日起到2023年11月30日。"],
    ["kanShanghai", "2023-11-29", "在办理期内：看上海、品上海2023年5月1日起到2023年11月30日，还有1天。"],
    ["illnessSecondHalf", "2024-06-30", "在办理期内：大病慰问(下半年确诊)到2024年6月30日，还有0天。"],
    ["companyCheckup", "2023-06-15", "企业职工体检的起止日期，文件没有写；这是2023年的方案。"],
  ])("%s on %s says it", (matter, today, say) => {
    expect(decisionOf(docGuard, { matter }, today).say).toBe(say);
  });

  test("every matter has a window named like itself, and asking is all it takes", () => {
    const samples = { matter: matters.map(([id]) => id) };
    expect(announcementFaults(docGuard, explore(docGuard, { samples }))).toEqual([]);
    for (const [matter, name] of matters) expect(decisionOf(docGuard, { matter }).say).toContain(name);
  });

  test("days left re-add", () => {
    const outcome = outcomeOf(docGuard, { matter: "kanShanghai" }, "2023-11-20");
    expect(wrongSteps(outcome)).toEqual([]);
    expect(outcome).toMatchObject({ decision: { values: { daysLeft: 10 } } });
  });
});
