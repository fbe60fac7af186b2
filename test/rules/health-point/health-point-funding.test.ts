import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { healthPointFunding } from "../../../rules/health-point/health-point-funding.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("healthPointFunding", () => {
  test.each([
    // 情形, 已知, 市总, 三方至少 (依据 2-6#4.4)
    ["新建1家", { newPoints: 1, upgradedPoints: 0 }, 15000, 45000, "新建1家"],
    ["升级1家", { upgradedPoints: 1 }, 10000, 30000, "升级1家"],
    ["升级3家", { newPoints: 0, upgradedPoints: 3 }, 30000, 90000, "升级3家"],
    ["新建1升级3", { newPoints: 1, upgradedPoints: 3 }, 45000, 135000, "新建1家、升级3家"],
    ["只说新建", { point: "new" }, 15000, 45000, "新建1家"],
    ["只说升级", { point: "upgrade" }, 10000, 30000, "升级1家"],
  ])("%s", (_, said, cityTotal, minTotal, what) => {
    const decision = decisionOf(healthPointFunding, said);
    expect(decision.verdict).toBe("eligible");
    expect(decision.values).toEqual({ cityTotal, districtMin: cityTotal, townMin: cityTotal, minTotal });
    expect(decision.yuan).toEqual({
      municipalUnion: cityTotal,
      districtUnion: { atLeast: cityTotal },
      townUnion: { atLeast: cityTotal },
    });
    expect(decision.say).toBe(
      `${what}：市总一次性补${cityTotal}元，区总、街镇(园区、楼宇)工会各至少配${cityTotal}元，三方合计至少${minTotal}元。`,
    );
    expect(decision.open).toEqual(["A27"]);
  });

  test.each([
    ["新建2家", { newPoints: 2 }],
    ["升级4家", { upgradedPoints: 4 }],
  ])("%s is over the quota of the district", (_, said) => {
    const decision = decisionOf(healthPointFunding, said);
    expect(decision.verdict).toBe("unsettled");
    expect(textOf(decision)).toContain("新建1家、升级3家");
  });

  test("asks for the kind only where no number was told", () => {
    expect(askedNext(healthPointFunding, { newPoints: 0, upgradedPoints: 0 })).toBe("asking point");
    const paths = explore(healthPointFunding);
    expect(announcementFaults(healthPointFunding, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual(["eligible ← point=new", "eligible ← point=upgrade", "stuck ← point=?"]);
  });

  test("the three together are three times the city's sum, and each step re-adds", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (newPoints, upgradedPoints) => {
        fc.pre(newPoints + upgradedPoints > 0);
        const outcome = outcomeOf(healthPointFunding, { newPoints, upgradedPoints });
        expect(wrongSteps(outcome)).toEqual([]);
        const values = outcome.status === "done" ? outcome.decision.values : {};
        expect(values?.["minTotal"]).toBe(3 * (15000 * newPoints + 10000 * upgradedPoints));
      }),
    );
  });
});
