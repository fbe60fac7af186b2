import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyCheckup } from "../../../rules/checkup/company-checkup.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const totals = [
  // 情形, 计划, 男, 女, 总价, 区总, 企业  (依据 2-3-1、2-3#1.2)
  ["A 30男20女", "A", 30, 20, 22160, 6000, 16160],
  ["A 40男", "A", 40, 0, 17360, 4800, 12560],
  ["B 10男10女", "B", 10, 10, 10290, 3000, 7290],
  ["B 12男18女", "B", 12, 18, 15504, 4500, 11004],
  ["C 1男", "C", 1, 0, 603, 180, 423],
  ["C 1女", "C", 0, 1, 626, 180, 446],
  ["C 30男20女", "C", 30, 20, 30610, 9000, 21610],
  ["C 50男70女", "C", 50, 70, 73970, 21600, 52370],
] as const;

describe("companyCheckup", () => {
  test.each(totals)("%s is reckoned as printed", (_, plan, male, female, price, subsidy, employer) => {
    const decision = decisionOf(companyCheckup, { plan, male, female });
    expect(decision.verdict).toBe("eligible");
    expect(decision.values).toEqual({
      priceTotal: price,
      subsidyTotal: subsidy,
      employerTotal: employer,
      people: male + female,
    });
    expect(decision.yuan).toEqual({ districtUnion: subsidy, employer });
    expect(decision.form).toBe("2-3-2");
    expect(decision.say).toContain(`企业付${employer}元`);
  });

  test.each([
    ["A", "male", 434, 120, 314],
    ["A", "female", 457, 120, 337],
    ["B", "male", 503, 150, 353],
    ["B", "female", 526, 150, 376],
    ["C", "male", 603, 180, 423],
    ["C", "female", 626, 180, 446],
  ])("计划 %s %s without heads tells the sums of one person", (plan, sex, price, subsidy, employer) => {
    const decision = decisionOf(companyCheckup, { plan, sex });
    expect(decision.values).toEqual({ pricePerPerson: price, subsidyPerPerson: subsidy, employerPerPerson: employer });
    expect(decision.say).toBe(
      `${plan}计划${sex === "male" ? "男" : "女"}职工${price}元/人：区总补${subsidy}元，企业付${employer}元。`,
    );
  });

  test("a plan alone tells both sexes and asks for heads in a line", () => {
    const decision = decisionOf(companyCheckup, { plan: "B" });
    expect(decision.say).toBe("B计划：男503元/人、女526元/人；区总补150元/人，企业付男353元、女376元。");
    expect(decision.lines?.[0]).toContain("男、女各多少人");
    expect(decision.values).toEqual({
      pricePerPersonBySex: { male: 503, female: 526 },
      subsidyPerPerson: 150,
      employerPerPersonBySex: { male: 353, female: 376 },
    });
  });

  test("heads without sexes give the subsidy exactly and the rest as a range", () => {
    const decision = decisionOf(companyCheckup, { plan: "A", people: 50 });
    expect(decision.values).toEqual({
      people: 50,
      subsidyPerPerson: 120,
      subsidyTotal: 6000,
      priceTotalRange: [21700, 22850],
      employerTotalRange: [15700, 16850],
    });
    expect(decision.yuan).toEqual({ districtUnion: 6000, employer: [15700, 16850] });
  });

  test.each([
    ["人数和男", { people: 50, male: 30 }, 30, 20],
    ["人数和女", { people: 50, female: 20 }, 30, 20],
    ["人数和性别男", { people: 50, sex: "male" }, 50, 0],
    ["人数和性别女", { people: 50, sex: "female" }, 0, 50],
    ["只有男", { male: 7 }, 7, 0],
    ["只有女", { female: 7 }, 0, 7],
    ["人数比男还少", { people: 5, male: 7 }, 7, 0],
  ])("%s fills in the other sex", (_, said, male, female) => {
    const { values } = decisionOf(companyCheckup, { plan: "A", ...said });
    expect(values?.["employerTotal"]).toBe(male * 314 + female * 337);
    expect(values?.["people"]).toBe(male + female);
  });

  test("nobody at all is the same as no heads", () => {
    expect(decisionOf(companyCheckup, { plan: "A", male: 0, female: 0 }).values).toHaveProperty("pricePerPersonBySex");
  });

  test("mixed plans are added up, with a warning that the form does not provide for them", () => {
    const decision = decisionOf(companyCheckup, {
      planGroups: [
        { plan: "A", male: 10, female: 0 },
        { plan: "B", male: 0, female: 0 },
        { plan: "C", male: 0, female: 5 },
      ],
    });
    expect(decision.values).toEqual({ priceTotal: 7470, subsidyTotal: 2100, employerTotal: 5370, people: 15 });
    expect(decision.say).toContain("A计划男10、C计划女5人");
    expect(decision.lines?.[0]).toContain("混选");
  });

  test("a top-up of the town that was said lowers only the employer's share, and is called unconfirmed", () => {
    const decision = decisionOf(companyCheckup, { plan: "A", male: 10, townTopUp: 50 });
    expect(decision.values?.["employerTotal"]).toBe(3140);
    expect(decision.lines?.[0]).toBe("街镇另补50元/人(按您说的，金额文件没有写)，企业付2640元。");
    expect(decisionOf(companyCheckup, { plan: "A", male: 10, townTopUp: 500 }).lines?.[0]).toContain("企业付0元");
    expect(textOf(decisionOf(companyCheckup, { plan: "A", male: 10, townTopUp: 0 }))).not.toContain("街镇另补");
  });

  test.each([
    ["A", 457, 434, 337, 314, 120],
    ["B", 526, 503, 376, 353, 150],
    ["C", 626, 603, 446, 423, 180],
  ])("plan %s costs 23 元 more for a woman", (plan, female, male, employerFemale, employerMale, subsidy) => {
    const answers = { plan, sexDifference: true };
    const decision = decisionOf(companyCheckup, answers);
    expect(decision.say).toBe(`${plan}计划女职工比男职工每人多23元：女${female}元、男${male}元。`);
    expect(decision.lines).toEqual([
      `区总补贴男女都是${subsidy}元/人，企业付女${employerFemale}元、男${employerMale}元。`,
    ]);
    expect(decision.values).toEqual({
      differencePerPerson: 23,
      employerDifferencePerPerson: 23,
      pricePerPersonBySex: { male, female },
      subsidyPerPerson: subsidy,
    });
    expect(wrongSteps(outcomeOf(companyCheckup, answers))).toEqual([]);
  });

  test("only the plan is ever asked", () => {
    expect(askedNext(companyCheckup, { male: 30 })).toBe("asking plan");
    const paths = explore(companyCheckup, { given: ["male", "people", "sex"] });
    expect(announcementFaults(companyCheckup, paths)).toEqual([]);
    expect(pathLines(explore(companyCheckup))).toEqual([
      "eligible ← plan=A",
      "eligible ← plan=B",
      "eligible ← plan=C",
      "stuck ← plan=?",
    ]);
  });

  test("subsidy and employer's share always add up to the price, and each step re-adds", () => {
    const heads = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(fc.constantFrom("A", "B", "C"), heads, heads, (plan, male, female) => {
        fc.pre(male + female > 0);
        const outcome = outcomeOf(companyCheckup, { plan, male, female });
        expect(wrongSteps(outcome)).toEqual([]);
        const { priceTotal, subsidyTotal, employerTotal } =
          (outcome.status === "done" && outcome.decision.values) || {};
        expect(priceTotal).toBe(Number(subsidyTotal) + Number(employerTotal));
      }),
    );
  });
});
