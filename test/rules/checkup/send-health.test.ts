import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sendHealth } from "../../../rules/checkup/send-health.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const difficult = { company: "difficult", hasUnion: true, financesStrained: true, temporaryDifficulty: true };
const sanitation = { company: "sanitation", governmentArranged: false, contributed: true, neverArranged: true };

describe("sendHealth", () => {
  test.each([
    // 情形, 已知, 人数, 元 (依据 2-3#2.5)
    ["困难企业45人", { company: "difficult", people: 45 }, 45, 13500],
    ["环卫20人", { company: "sanitation", people: 20 }, 20, 6000],
    ["两类", { hardshipPeople: 2000, sanitationPeople: 500 }, 2500, 750000],
    ["只有困难", { hardshipPeople: 10 }, 10, 3000],
    ["只有环卫", { sanitationPeople: 10 }, 10, 3000],
    ["全部名额", { wholeQuota: true }, 2500, 750000],
    ["全部困难名额", { wholeQuota: true, company: "difficult" }, 2000, 600000],
    ["全部环卫名额", { wholeQuota: true, company: "sanitation" }, 500, 150000],
    ["说了人数的总费用", { wholeQuota: true, sanitationPeople: 20 }, 20, 6000],
    ["说了人数的总费用", { wholeQuota: true, people: 20 }, 20, 6000],
    ["没说企业", { people: 3000 }, 3000, 900000],
  ])("%s costs the district union", (_, said, people, costTotal) => {
    const decision = decisionOf(sendHealth, said);
    expect(decision.verdict).toBe("eligible");
    expect(decision.values).toEqual({ people, costTotal });
    expect(decision.yuan).toEqual({ districtUnion: costTotal });
    expect(decision.say).toBe(`${people}人按300元/人，一共${costTotal}元，由区总负责。`);
    expect(decision.lines?.[0]).toBe("名额：困难企业2000名、环卫500名。");
  });

  test.each([
    ["困难企业2001人", { hardshipPeople: 2001 }, 600300],
    ["环卫501人", { company: "sanitation", people: 501 }, 150300],
  ])("%s is over the quota", (_, said, costTotal) => {
    const decision = decisionOf(sendHealth, said);
    expect(decision.verdict).toBe("unsettled");
    expect(decision.values?.["costTotal"]).toBe(costTotal);
    expect(decision.lines?.[0]).toContain("超过了名额");
  });

  test.each([
    ["没贡献", { contributed: false, neverArranged: true }, "unsettled"],
    ["以前安排过", { governmentArranged: false, contributed: true, neverArranged: false }, "unsettled"],
    ["两条都没有", { contributed: false, neverArranged: false }, "notEligible"],
    ["政府安排、没贡献", { governmentArranged: true, contributed: false, neverArranged: false }, "notEligible"],
  ])("a head count does not hide a condition of sanitation that fails: %s", (_, said, verdict) => {
    const decision = decisionOf(sendHealth, { company: "sanitation", people: 20, ...said });
    expect(decision.verdict).toBe(verdict);
    expect(decision.yuan).toBeUndefined();
  });

  test("without a contribution nobody is asked who arranged the check-ups", () => {
    expect(askedNext(sendHealth, { company: "sanitation", contributed: false })).toBe("asking neverArranged");
  });

  test("all three conditions make a difficult enterprise eligible", () => {
    const decision = decisionOf(sendHealth, difficult);
    expect(decision.verdict).toBe("eligible");
    expect(decision.say).toBe("可以申请：困难企业三个条件都符合，标准300元/人，由区总负责。");
    expect(decision.form).toBe("2-3-3");
  });

  test.each([
    ["没建工会", { hasUnion: false }, "有工会组织", "建会"],
    ["利润没有下滑", { financesStrained: false }, "利润同比下滑", ""],
    ["不是疫情影响", { temporaryDifficulty: false }, "受疫情影响的周期性困难", ""],
  ])("%s decides at once, whatever else is unknown, heads or not", (_, said, missing, next) => {
    for (const answers of [said, { ...said, company: "difficult" }, { ...said, people: 30 }]) {
      const decision = decisionOf(sendHealth, answers);
      expect(decision.verdict).toBe("notEligible");
      expect(decision.say).toContain("不能");
      expect(decision.say).toContain(missing);
      expect(textOf(decision)).toContain(next);
    }
    expect(outcomeOf(sendHealth, said).used.map(({ fact }) => fact.id)).not.toContain("company");
  });

  test.each([
    // 政府计划安排, 作出贡献, 历年不安排, 结论 (依据 2-3#2.3)
    [false, true, true, "eligible"],
    [false, true, false, "unsettled"],
    [false, false, true, "unsettled"],
    [false, false, false, "notEligible"],
    [true, undefined, false, "notEligible"],
    [true, undefined, undefined, "notEligible"],
    [true, undefined, true, "unsettled"],
  ])("环卫: 政府安排 %s, 贡献 %s, 历年不安排 %s → %s", (governmentArranged, contributed, neverArranged, verdict) => {
    const decision = decisionOf(sendHealth, { company: "sanitation", governmentArranged, contributed, neverArranged });
    expect(decision.verdict).toBe(verdict);
    if (verdict === "unsettled") expect(decision.open).toEqual(["A05"]);
    if (verdict === "notEligible") expect(decision.say).toMatch(/不能|不符合/);
  });

  test("one condition of two names the one that is met", () => {
    expect(decisionOf(sendHealth, { ...sanitation, neverArranged: false }).say).toContain("抗疫和服务进博会有贡献");
    expect(decisionOf(sendHealth, { ...sanitation, contributed: false }).say).toContain("历年不安排体检");
  });

  test("a sanitation enterprise whose check-up the government arranges is refused with heads too", () => {
    expect(decisionOf(sendHealth, { company: "sanitation", governmentArranged: true, people: 20 }).verdict).toBe(
      "notEligible",
    );
  });

  test.each([
    ["2023-04-30", "notEligible"],
    ["2023-05-01", "eligible"],
    ["2023-12-10", "eligible"],
    ["2023-12-11", "notEligible"],
  ])("a check-up on %s is %s", (examDate, verdict) => {
    expect(decisionOf(sendHealth, { ...difficult, examDate }).verdict).toBe(verdict);
  });

  test("asks the cheap question first and stops early", () => {
    expect(askedNext(sendHealth, {})).toBe("asking company");
    expect(askedNext(sendHealth, { company: "difficult" })).toBe("asking hasUnion");
    const paths = explore(sendHealth);
    expect(announcementFaults(sendHealth, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← company=difficult hasUnion=true financesStrained=true temporaryDifficulty=true",
        "notEligible ← company=difficult hasUnion=true financesStrained=true temporaryDifficulty=false",
        "stuck ← company=difficult hasUnion=true financesStrained=true temporaryDifficulty=?",
        "notEligible ← company=difficult hasUnion=true financesStrained=false",
        "stuck ← company=difficult hasUnion=true financesStrained=?",
        "notEligible ← company=difficult hasUnion=false",
        "stuck ← company=difficult hasUnion=?",
        "notEligible ← company=sanitation governmentArranged=true",
        "eligible ← company=sanitation governmentArranged=false contributed=true neverArranged=true",
        "unsettled ← company=sanitation governmentArranged=false contributed=true neverArranged=false",
        "stuck ← company=sanitation governmentArranged=false contributed=true neverArranged=?",
        "unsettled ← company=sanitation governmentArranged=false contributed=false neverArranged=true",
        "notEligible ← company=sanitation governmentArranged=false contributed=false neverArranged=false",
        "stuck ← company=sanitation governmentArranged=false contributed=false neverArranged=?",
        "stuck ← company=sanitation governmentArranged=false contributed=?",
        "stuck ← company=sanitation governmentArranged=?",
        "stuck ← company=?",
      ]
    `);
  });

  test("the cost is the standard times the heads, and each step re-adds", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (hardshipPeople, sanitationPeople) => {
        const outcome = outcomeOf(sendHealth, { hardshipPeople, sanitationPeople });
        expect(wrongSteps(outcome)).toEqual([]);
        const values = outcome.status === "done" ? outcome.decision.values : {};
        expect(values?.["costTotal"]).toBe(300 * (hardshipPeople + sanitationPeople));
      }),
    );
  });
});
