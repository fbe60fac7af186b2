import { describe, expect, test } from "vitest";
import { stackingCheck } from "../../../rules/document/stacking-check.ts";
import { decisionOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("stackingCheck", () => {
  test.each([
    ["illness", true, "3000元以1万元为前提"],
    ["tierChange", false, "按就高原则给付，不叠加"],
    ["deathBenefits", false, "互斥"],
    ["counterpart", true, "市总200元/人和区总200元/人可以同享"],
    ["sanatorium", true, "市总和区总的补贴可以同享"],
    ["checkupTopUp", true, "街镇的金额文件没有写"],
    ["yangtzeNormal", true, "不影响正常的疗休养额度和轮次"],
  ])("%s: together %s", (combination, together, part) => {
    const decision = decisionOf(stackingCheck, { combination });
    expect(decision.values).toEqual({ together });
    expect(decision.verdict).toBe(together ? "eligible" : "notEligible");
    expect(decision.say).toMatch(together ? /^可以/ : /^不能/);
    expect(decision.say).toContain(part);
  });

  test("anything else is not in the document", () => {
    const decision = decisionOf(stackingCheck, { combination: "other" });
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toContain("文件没有写");
  });

  test("asks one thing", () => {
    const paths = explore(stackingCheck);
    expect(announcementFaults(stackingCheck, paths)).toEqual([]);
    expect(pathLines(paths)).toHaveLength(9);
  });
});
