import { describe, expect, test } from "vitest";
import { newYearMeal } from "../../../rules/spring-festival/new-year-meal.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("newYearMeal", () => {
  test.each([
    // 身份, 说中, 两读 (依据 2-9#1)
    ["staying", "留青过年的非公企业职工代表", ""],
    ["antiepidemic", "抗疫一线职工", "要不要留青过年，原文两种读法都通"],
    ["onDuty", "春节坚守岗位的职工", ""],
    ["newForm", "新就业形态劳动者", "要不要春节坚守岗位，原文两种读法都通"],
  ])("%s is among those who are given one", (festivalRole, name, readings) => {
    const decision = decisionOf(newYearMeal, { festivalRole });
    expect(decision.verdict).toBe("eligible");
    expect(decision.say).toBe(`属于赠送对象：${name}列在里面，一共3000名职工代表，有礼包送上门。`);
    expect(textOf(decision)).toContain("没有个人申请");
    expect(textOf(decision)).toContain(readings);
    expect(textOf(decision).includes("两种读法")).toBe(readings !== "");
    expect(decision.open).toEqual(readings ? ["A74", "A18"] : ["A18"]);
    expect(decision.values).toEqual({ inTargetGroup: true, canSelfApply: false, quota: 3000 });
  });

  test("who is none of these is told whom it is for", () => {
    const decision = decisionOf(newYearMeal, { festivalRole: "other" });
    expect(decision.verdict).toBe("notEligible");
    expect(decision.say).toContain("不属于：礼包送给留青过年的非公企业职工代表");
    expect(decision.values).toEqual({ inTargetGroup: false, canSelfApply: false });
  });

  test("asks for the role only", () => {
    const paths = explore(newYearMeal);
    expect(announcementFaults(newYearMeal, paths)).toEqual([]);
    expect(pathLines(paths).at(-1)).toBe("stuck ← festivalRole=?");
  });
});
