import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmonyAllowance } from "../../../rules/harmony/harmony-allowance.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

describe("harmonyAllowance", () => {
  test.each([
    // 情形, 已知, 元 (依据 2-7#4)
    ["2人3天", { advisers: 2, daysEach: 3 }, 900, 6, "2人各3天"],
    ["3人4天", { advisers: 3, daysEach: 4 }, 1800, 12, "3人各4天"],
    ["1人1天", { people: 1, daysEach: 1 }, 150, 1, "1人各1天"],
    ["各人不同", { daysByPerson: [3, 2, 4] }, 1350, 9, "3人共9个人天"],
  ])("%s", (_, said, subsidyTotal, personDays, who) => {
    const decision = decisionOf(harmonyAllowance, said);
    expect(decision.values).toEqual({ subsidyTotal, personDays });
    expect(decision.yuan).toEqual({ municipalUnion: subsidyTotal });
    expect(decision.say).toBe(`${who}，市总补贴${subsidyTotal}元(150元/天，按每人每天读)。`);
    expect(decision.open).toEqual(["A71"]);
  });

  test.each(["enterprise", "worker"])("%s does not get it", (claimant) => {
    const decision = decisionOf(harmonyAllowance, { claimant });
    expect(decision.verdict).toBe("notEligible");
    expect(decision.say).toBe("不能：150元/天是给入户指导服务人员的，企业和职工不领。");
    expect(textOf(decision)).toContain("顾问律师");
  });

  test("an adviser is asked for heads and days", () => {
    expect(askedNext(harmonyAllowance, { claimant: "adviser" })).toBe("asking advisers");
    expect(askedNext(harmonyAllowance, { people: 2 })).toBe("asking daysEach");
    expect(announcementFaults(harmonyAllowance, explore(harmonyAllowance))).toEqual([]);
  });

  test("each step re-adds, and days told one by one make the same sum", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 60 }), (advisers, daysEach) => {
        const outcome = outcomeOf(harmonyAllowance, { advisers, daysEach });
        expect(wrongSteps(outcome)).toEqual([]);
        const one = decisionOf(harmonyAllowance, { daysByPerson: Array.from({ length: advisers }, () => daysEach) });
        expect(one.values?.["subsidyTotal"]).toBe(150 * advisers * daysEach);
      }),
    );
  });
});
