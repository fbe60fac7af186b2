import { describe, expect, test } from "vitest";
import { contactRouter } from "../../../rules/document/contact-router.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

describe("contactRouter", () => {
  test.each([
    // 项目, 说 (依据 各附件末尾)
    ["2-1", "看上海、品上海、疗休养请找孙思佳，电话59729571。"],
    ["2-2", "新就业专享计划请找区总工会基层工作部庄琴，电话59729763。"],
    ["2-3", "体检请找区总工会综合保障部孙思佳，电话59729571。"],
    ["2-4", "微心愿请找区总工会综合保障部孙思佳，电话59724225。"],
    ["2-5", "大病慰问请找区总工会综合保障部陈诗佳，电话59731198。"],
    ["2-6", "健康服务点请找区总工会基层工作部庄琴，电话59729763。"],
    ["2-7", "和谐劳动关系请找区总工会劳动关系部金洲，电话59729237。"],
    ["2-8", "劳模工匠服务请找区总工会宣传教育部何婷婷，电话59720877。"],
  ])("%s", (project, say) => {
    const decision = decisionOf(contactRouter, { project });
    expect(decision.say).toBe(say);
    expect(decision.verdict).toBe("eligible");
    expect(decision.lines).toEqual(["这是2023年公布的，可能已变更。"]);
    expect(decision.open).toEqual(say.includes("孙思佳") ? ["A13"] : []);
  });

  test.each(["2-9", "2-10"])("%s has no phone, and none is borrowed", (project) => {
    const decision = decisionOf(contactRouter, { project });
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toContain("文件没有写");
    expect(textOf(decision)).not.toMatch(/\d{8}/);
  });

  test("the mobile number is given only to who asks for it, and only where it is printed", () => {
    expect(textOf(decisionOf(contactRouter, { project: "2-3" }))).not.toContain("14782299123");
    expect(decisionOf(contactRouter, { project: "2-3", mobileWanted: false }).say).not.toContain("14782299123");
    expect(decisionOf(contactRouter, { project: "2-3", mobileWanted: true }).say).toContain("手机14782299123");
    expect(decisionOf(contactRouter, { project: "2-1", mobileWanted: true }).say).not.toContain("手机");
  });

  test("asks for the project only", () => {
    expect(announcementFaults(contactRouter, explore(contactRouter))).toEqual([]);
  });
});
