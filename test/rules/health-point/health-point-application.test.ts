import { describe, expect, test } from "vitest";
import { healthPointApplication } from "../../../rules/health-point/health-point-application.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("healthPointApplication", () => {
  test.each(["enterprise", "individual"])("%s goes to the union of the town or park", (applicant) => {
    const decision = decisionOf(healthPointApplication, { applicant });
    expect(decision.verdict).toBe("notEligible");
    expect(decision.say).toBe("不能直接申报：由街镇总工会、园区工会统一推荐申报，报区总基层工作部。");
    expect(textOf(decision)).toContain("全区新建1家、升级3家");
  });

  test.each(["townUnion", "parkUnion"])("%s reports a new point to the department", (applicant) => {
    const decision = decisionOf(healthPointApplication, { applicant, point: "new" });
    expect(decision.verdict).toBe("eligible");
    expect(decision.say).toContain("基层工作部，每个街镇、园区工会至少报1家");
    expect(textOf(decision)).toContain("全区只新建1家");
    expect(decision.open).toEqual(["A28"]);
  });

  test("an upgrade is for the nine that exist", () => {
    const decision = decisionOf(healthPointApplication, {
      applicant: "townUnion",
      point: "upgrade",
      existingPoint: true,
    });
    expect(decision.say).toBe("可以申报升级：报区总基层工作部，在现有9家里挑3家。");
    for (const applicant of ["townUnion", "enterprise"]) {
      const refused = decisionOf(healthPointApplication, { applicant, point: "upgrade", existingPoint: false });
      expect(refused.verdict).toBe("notEligible");
      expect(refused.say).toContain("不能报升级：升级是在现有9家健康服务点里挑3家");
    }
  });

  test("asks three things at most", () => {
    const paths = explore(healthPointApplication, { samples: { applicant: ["townUnion", "enterprise"] } });
    expect(announcementFaults(healthPointApplication, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← applicant=townUnion point=new",
        "eligible ← applicant=townUnion point=upgrade existingPoint=true",
        "notEligible ← applicant=townUnion point=upgrade existingPoint=false",
        "stuck ← applicant=townUnion point=upgrade existingPoint=?",
        "stuck ← applicant=townUnion point=?",
        "notEligible ← applicant=enterprise",
        "stuck ← applicant=?",
      ]
    `);
  });
});
