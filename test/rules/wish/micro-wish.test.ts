import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { microWish } from "../../../rules/wish/micro-wish.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("microWish", () => {
  test.each([
    // 情形, 单价, 个数, 合规, 合计 (依据 2-4#1)
    ["500元100个", 500, 100, true, 50000, "可以，每个500元，没有超过500元的标准，100个一共50000元。"],
    ["499元1个", 499, 1, true, 499, "可以，每个499元，没有超过500元的标准。"],
    ["500元", 500, undefined, true, undefined, "可以，每个500元，没有超过500元的标准。"],
    ["501元1个", 501, 1, false, 501, "不符合标准：原则上不超过500元/个，501元超过1元。"],
    ["600元", 600, undefined, false, undefined, "不符合标准：原则上不超过500元/个，600元超过100元。"],
  ])("%s", (_, wishValue, wishCount, withinGuideline, total, say) => {
    const decision = decisionOf(microWish, { wishValue, wishCount });
    expect(decision.verdict).toBe(withinGuideline ? "eligible" : "unsettled");
    expect(decision.values?.["withinGuideline"]).toBe(withinGuideline);
    expect(decision.values?.["total"]).toBe(total);
    expect(decision.say).toBe(say);
  });

  test.each([
    [100, "eligible"],
    [101, "unsettled"],
  ])("%i wishes against the quota", (wishCount, verdict) => {
    const decision = decisionOf(microWish, { wishValue: 300, wishCount });
    expect(decision.verdict).toBe(verdict);
    expect(textOf(decision).includes("全区名额100名")).toBe(verdict === "unsettled");
  });

  test.each([
    [2, "upperBound", 1000, 1],
    [100, "upperBound", 50000, 1],
    [101, "unsettled", 50500, 2],
  ])("%i wishes without a value come to the guideline at most", (wishCount, verdict, total, lines) => {
    for (const answers of [{ wishCount }, { wishCount, inHardship: true }]) {
      const outcome = outcomeOf(microWish, answers);
      const decision = decisionOf(microWish, answers);
      expect(decision.verdict).toBe(verdict);
      expect(decision.values).toEqual({ total });
      expect(decision.say).toBe(`${wishCount}个按500元/个算，最多${total}元。`);
      expect(decision.lines).toHaveLength(lines);
      expect(wrongSteps(outcome)).toEqual([]);
    }
  });

  test("one wish without a value is a question whether one may", () => {
    expect(askedNext(microWish, { wishCount: 1 })).toBe("asking inHardship");
    expect(decisionOf(microWish, { wishCount: 5, inHardship: false }).verdict).toBe("notEligible");
  });

  test("a wish over the guideline is not simply refused: whether there are exceptions is not said", () => {
    expect(textOf(decisionOf(microWish, { wishValue: 501 }))).toContain("“原则上”有没有例外，文件没有写");
  });

  test.each([
    ["registered", true],
    ["migrant", true],
    ["newForm", true],
    ["other", false],
    [undefined, false],
  ])("%s in hardship may wish", (wisher, focused) => {
    const decision = decisionOf(microWish, { wisher, inHardship: true });
    expect(decision.verdict).toBe("eligible");
    expect(decision.say.includes("重点关注群体")).toBe(focused);
    expect(decision.lines?.[1]).toBe("心愿原则上不超过500元/个，全区100名。");
  });

  test("who is not in hardship is refused, also with a value", () => {
    for (const answers of [{ inHardship: false }, { inHardship: false, wishValue: 100 }]) {
      const decision = decisionOf(microWish, answers);
      expect(decision.verdict).toBe("notEligible");
      expect(decision.say).toBe("不符合：微心愿的对象是困难职工。");
    }
  });

  test("asks one thing, and not knowing it has an answer", () => {
    expect(askedNext(microWish, {})).toBe("asking inHardship");
    const paths = explore(microWish);
    expect(announcementFaults(microWish, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual([
      "eligible ← inHardship=true",
      "notEligible ← inHardship=false",
      "unsettled ← inHardship=?",
    ]);
    expect(paths[2]?.outcome).toMatchObject({
      decision: { say: "微心愿的对象是困难职工；怎样算困难职工，文件没有写。" },
    });
  });

  test("each step re-adds and the guideline holds exactly at its figure", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(200), (wishValue, wishCount) => {
        const outcome = outcomeOf(microWish, { wishValue, wishCount });
        expect(wrongSteps(outcome)).toEqual([]);
        const values = outcome.status === "done" ? outcome.decision.values : {};
        expect(values).toMatchObject({ withinGuideline: wishValue <= 500, total: wishValue * wishCount });
      }),
    );
  });
});
