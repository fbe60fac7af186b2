import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newFormCheckup } from "../../../rules/checkup/new-form-checkup.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("newFormCheckup", () => {
  test.each([
    // 情形, 单价, 人数, 区总, 超出 (依据 2-3#3.3)
    ["300元10人", 300, 10, 1200, undefined],
    ["300元25人", 300, 25, 3000, undefined],
    ["301元10人", 301, 10, 1200, 10],
    ["350元10人", 350, 10, 1200, 500],
    ["没说单价", undefined, 10, 1200, undefined],
  ])("%s", (_, pricePerPerson, people, subsidyTotal, overTotal) => {
    const decision = decisionOf(newFormCheckup, { pricePerPerson, people });
    expect(decision.verdict).toBe("eligible");
    expect(decision.values?.["topUpPerPerson"]).toBe(120);
    expect(decision.values?.["subsidyTotal"]).toBe(subsidyTotal);
    expect(decision.values?.["overTotal"]).toBe(overTotal);
    expect(decision.yuan).toEqual({ districtUnion: subsidyTotal, notStated: 180 * people + (overTotal ?? 0) });
    expect(decision.say).toContain(`${subsidyTotal}元`);
  });

  test("over the full price the excess is not subsidised, and who pays it is not said", () => {
    const decision = decisionOf(newFormCheckup, { pricePerPerson: 350 });
    expect(decision.say).toBe("超过300元/人的部分不予补贴；区总实际补贴120元/人(180元基础上补足到300元)。");
    expect(decision.lines?.[0]).toBe("超过300元的50元/人不予补贴，谁付文件没有写。");
    expect(decision.values).toEqual({ topUpPerPerson: 120, overPerPerson: 50 });
  });

  test.each([
    [299, 119],
    [250, 70],
    [180, 0],
    [100, 0],
  ])("at %i元 both readings are named", (pricePerPerson, topUp) => {
    const decision = decisionOf(newFormCheckup, { pricePerPerson });
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toContain(`按“补足”是${topUp}元/人，按“实际补贴”是120元/人`);
    expect(decision.values).toEqual({ topUpPerPersonReadings: [topUp, 120] });
    expect(decision.open).toEqual(["A06"]);
    expect(decisionOf(newFormCheckup, { pricePerPerson, people: 4 }).values).toHaveProperty("people", 4);
  });

  test.each([
    ["courier", "快递员"],
    ["foodCourier", "外卖配送员"],
    ["rideHailing", "网约车司机"],
    ["truckDriver", "货车司机"],
  ])("%s belongs to the four kinds", (gigWork, name) => {
    const decision = decisionOf(newFormCheckup, { gigWork });
    expect(decision.say).toContain(`可以，${name}属于重点对象`);
    expect(textOf(decision)).toContain("由企业或街镇工会统一组织");
  });

  test("another new form of work is left open, another job is refused", () => {
    expect(decisionOf(newFormCheckup, { gigWork: "otherNewForm" })).toMatchObject({
      verdict: "unsettled",
      open: ["A73"],
    });
    const refused = decisionOf(newFormCheckup, { gigWork: "notNewForm", people: 5 });
    expect(refused.verdict).toBe("notEligible");
    expect(refused.say).toContain("不属于");
  });

  test("asks for the job only where no money was asked about", () => {
    expect(askedNext(newFormCheckup, {})).toBe("asking gigWork");
    expect(askedNext(newFormCheckup, { people: 3 })).toBe("done");
    const paths = explore(newFormCheckup);
    expect(announcementFaults(newFormCheckup, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← gigWork=courier",
        "eligible ← gigWork=foodCourier",
        "eligible ← gigWork=rideHailing",
        "eligible ← gigWork=truckDriver",
        "unsettled ← gigWork=otherNewForm",
        "notEligible ← gigWork=notNewForm",
        "stuck ← gigWork=?",
      ]
    `);
  });

  test("each step re-adds", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 5000 }), (pricePerPerson, people) => {
        expect(wrongSteps(outcomeOf(newFormCheckup, { pricePerPerson, people }))).toEqual([]);
      }),
    );
  });
});
