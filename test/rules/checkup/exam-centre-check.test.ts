import { describe, expect, test } from "vitest";
import { examCentreCheck } from "../../../rules/checkup/exam-centre-check.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("examCentreCheck", () => {
  test.each([
    // 中心, 地址 (依据 2-3#4)
    ["qingpuBranch", "公园东路1158号"],
    ["dianshanhu", "外青松公路7188号"],
    ["huayi", "金泽镇金商公路2121号"],
    ["ruici", "公园东路1289弄26号3-6层"],
  ])("%s is named for the company subsidy", (centre, address) => {
    const decision = decisionOf(examCentreCheck, { centre, checkup: "company" });
    expect(decision.verdict).toBe("eligible");
    expect(decision.say).toContain(address);
    expect(decision.say).toContain("可以");
  });

  test("美馨 is listed as a place and not named for the company subsidy: both are said", () => {
    for (const answers of [{ centre: "meixin" }, { centre: "meixin", checkup: "company" }]) {
      const decision = decisionOf(examCentreCheck, answers);
      expect(decision.verdict).toBe("unsettled");
      expect(decision.say).toContain("只写交青浦分院、华医、淀山湖、瑞慈");
      expect(textOf(decision)).toContain("公园路435号");
      expect(decision.open).toEqual(["A11"]);
    }
  });

  test.each(["sendHealth", "newForm"])("美馨 is fine for %s, which names no centre", (checkup) => {
    expect(decisionOf(examCentreCheck, { centre: "meixin", checkup }).verdict).toBe("eligible");
  });

  test("asks for the centre only", () => {
    const paths = explore(examCentreCheck);
    expect(announcementFaults(examCentreCheck, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual([
      "eligible ← centre=qingpuBranch",
      "eligible ← centre=dianshanhu",
      "eligible ← centre=huayi",
      "eligible ← centre=ruici",
      "unsettled ← centre=meixin",
      "stuck ← centre=?",
    ]);
  });
});
