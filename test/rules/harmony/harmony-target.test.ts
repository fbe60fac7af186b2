import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmonyTarget } from "../../../rules/harmony/harmony-target.ts";
import { askedNext, decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

const none = { companyType: "other", employees: 99, reform: "neither", dispute: false, certified: false };

describe("harmonyTarget", () => {
  test.each([
    // 情形, 已知, 说中 (依据 2-7#2.1~2.7)
    ["快递60人", { companyType: "express", employees: 60 }, "快递物流企业"],
    ["小微", { companyType: "startup" }, "新创业期间的小微企业"],
    ["区属", { companyType: "districtOwned" }, "区属企业"],
    ["101人", { employees: 101 }, "百人以上企业"],
    ["100人", { employees: 100 }, "百人以上企业"],
    ["改革和规章", { reform: "both" }, "有重大改革调整任务、要修订规章制度的企业"],
    ["纠纷", { dispute: true }, "有纠纷或矛盾隐患的企业"],
    ["达标", { certified: true }, "和谐劳动关系达标企业"],
  ])("%s is decided at once", (_, said, matched) => {
    const decision = decisionOf(harmonyTarget, said);
    expect(decision.verdict).toBe("eligible");
    expect(decision.values).toEqual({ matched });
    expect(decision.say).toBe(`属于重点服务对象：${matched}单列其中。`);
    expect(textOf(decision)).toContain("一企一策");
  });

  test.each([
    [100, true],
    [101, false],
  ])("%i employees: the boundary is remarked on only when it is hit", (employees, remarked) => {
    const decision = decisionOf(harmonyTarget, { employees });
    expect(textOf(decision).includes("含不含正好100人")).toBe(remarked);
    expect(decision.open).toEqual(remarked ? ["A38"] : []);
  });

  test.each(["reformOnly", "rulesOnly"])("%s is one of two things joined by 「和」 (A63)", (reform) => {
    expect(decisionOf(harmonyTarget, { ...none, reform })).toMatchObject({ verdict: "unsettled", open: ["A63"] });
  });

  test("no match is not a refusal", () => {
    const decision = decisionOf(harmonyTarget, none);
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toContain("没有写其他企业不能参加");
  });

  test("asks five things at most and stops at the first match", () => {
    expect(askedNext(harmonyTarget, {})).toBe("asking companyType");
    const paths = explore(harmonyTarget);
    expect(announcementFaults(harmonyTarget, paths)).toEqual([]);
    expect(Math.max(...paths.map(({ asked }) => asked.length))).toBe(5);
  });

  test("more employees never take a match away", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (employees, more) => {
        const matched = (heads: number) =>
          decisionOf(harmonyTarget, { ...none, employees: heads }).verdict === "eligible";
        expect(matched(employees) && !matched(employees + more)).toBe(false);
      }),
    );
  });
});
