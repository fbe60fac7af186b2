import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { unionFundSource } from "../../../rules/travel/union-fund-source.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "自有经费支出",
    依据: "2-1#1.4.6",
    given: { fund: "own" },
    says: "用自有工会经费的，计入“职工活动支出—会员活动支出—一般性会员活动支出—爱上海主题活动”",
  },
  {
    情形: "上级补助支出",
    依据: "2-1#1.4.6",
    given: { fund: "upper", movement: "spend" },
    says: "计入“职工活动支出—会员活动支出—专项会员活动支出”，按“爱上海主题活动”项目明细核算",
  },
  {
    情形: "上级拨给下级",
    依据: "2-1#1.4.7",
    given: { movement: "give" },
    says: "上级工会对下补助，计入“补助下级支出—专项转移支付补助—爱上海主题活动”。",
  },
  {
    情形: "收到上级补助",
    依据: "2-1#1.4.7",
    given: { movement: "receive" },
    says: "计入“上级补助收入—专项转移支付补助”，按“爱上海主题活动”项目明细核算",
  },
  {
    情形: "经费不足",
    依据: "2-1#1.4.4",
    given: { shortfall: true },
    says: "可以动用历年结余，不受“年度动用历年结余原则上不超过10%”限制",
  },
];

describe("看/品上海的会计科目", () => {
  it.each(cases)("$情形", ({ 依据, given, says }) => {
    const outcome = decide(unionFundSource, given);
    expect(outcome.decision.verdict).toBe("eligible");
    expect(textOf(outcome)).toContain(says);
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("says until when earmarked money must be used", () => {
    for (const given of [{ fund: "upper" }, { movement: "receive" }, { movement: "give" }]) {
      expect(textOf(decide(unionFundSource, given))).toContain("当年11月30日前使用完毕");
    }
    expect(textOf(decide(unionFundSource, { fund: "own", shortfall: false }))).not.toContain("11月");
  });

  it("gives programs the subject and the item", () => {
    expect(decide(unionFundSource, { shortfall: true }).decision.values).toEqual({ carryoverLimitApplies: false });
    expect(decide(unionFundSource, { movement: "give" }).decision.values).toMatchObject({
      detailItem: "爱上海主题活动",
    });
  });

  it("asks which money it is, and is stuck without it", () => {
    const paths = explore(unionFundSource);
    expect(announcementFaults(unionFundSource, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← fund=own",
        "eligible ← fund=upper",
        "stuck ← fund=?",
      ]
    `);
    expect(evaluate(unionFundSource, { fund: unsure }, "2023-06-15").status).toBe("stuck");
  });

  it("books a movement without asking which money it is", () => {
    fc.assert(
      fc.property(fc.constantFrom("give", "receive"), fc.constantFrom("own", "upper", undefined), (movement, fund) => {
        const given = fund === undefined ? { movement } : { movement, fund };
        expect(decide(unionFundSource, given).decision.say).toBe(decide(unionFundSource, { movement }).decision.say);
      }),
    );
  });
});
