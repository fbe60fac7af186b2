import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unsure } from "../../../rules/engine/fact.ts";
import { seriousIllnessEligibility } from "../../../rules/illness/serious-illness-eligibility.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const met = {
  firstDiagnosedOn: "2023-05-10",
  hasCard: true,
  disease: "malignantTumour",
  hospital: "shanghai",
  hasGuarantee: true,
};

describe("seriousIllnessEligibility", () => {
  test.each([
    ["医院不对", { hospital: "other" }],
    ["没确认1万", { cityConfirmed: false }],
    ["别的条件不符合", { otherConditionsMet: false }],
    ["没有卡", { hasCard: false }],
  ])("what the document leaves open does not matter where something else fails: %s", (_, failing) => {
    for (const disease of ["inSituCancer", "bloodCancer"]) {
      expect(decisionOf(seriousIllnessEligibility, { disease, ...failing }).verdict).toBe("notEligible");
      expect(decisionOf(seriousIllnessEligibility, { disease }).verdict).toBe("unsettled");
    }
  });

  test.each([
    // 情形, 确诊日, 递交截止 (依据 2-5#1.2、2-5#3.3)
    ["年初", "2023-01-01", "2023-12-31"],
    ["上半年末", "2023-06-30", "2023-12-31"],
    ["下半年初", "2023-07-01", "2024-06-30"],
    ["年末", "2023-12-31", "2024-06-30"],
  ])("%s: 10000 and 3000, and the deadline of the half", (_, firstDiagnosedOn, deadline) => {
    for (const answers of [
      { ...met, firstDiagnosedOn },
      { firstDiagnosedOn, otherConditionsMet: true },
    ]) {
      const decision = decisionOf(seriousIllnessEligibility, answers);
      expect(decision.verdict).toBe("eligible");
      expect(decision.values).toEqual({
        inPeriod: true,
        cityAmount: 10000,
        districtAmount: 3000,
        total: 13000,
        deadline,
      });
      expect(decision.yuan).toEqual({ districtUnion: 3000, mutualAid: 10000 });
      expect(decision.window?.value.until).toBe(deadline);
    }
  });

  test("without a day the sums are told with their condition", () => {
    const decision = decisionOf(seriousIllnessEligibility, { otherConditionsMet: true });
    expect(decision.say).toBe("可以领：区总慰问3000元，加上市职保中心的专项保障金10000元，一共13000元。");
    expect(decision.lines?.[0]).toBe("前提：2023年内首次确诊，其他条件同时符合。");
    expect(decision.values).toEqual({ cityAmount: 10000, districtAmount: 3000, total: 13000 });
    expect(decision.window).toBeUndefined();
  });

  test.each([
    // 情形, 已知, 说 (依据 2-5#1)
    ["2022年末确诊", { firstDiagnosedOn: "2022-12-31" }, "2023年1月1日至12月31日首次确诊"],
    ["2024年初确诊", { firstDiagnosedOn: "2024-01-01", otherConditionsMet: true }, "2023年1月1日至12月31日首次确诊"],
    ["复发", { firstTime: false }, "复发、转移不是首次确诊"],
    ["没有卡", { hasCard: false }, "要持青浦工会会员服务卡"],
    ["没有保障", { hasGuarantee: false }, "要享有工会会员专享基本保障"],
    ["保障前确诊", { firstDiagnosedOn: "2023-02-01", guaranteeFrom: "2023-02-02" }, "不在工会会员专享基本保障有效期内"],
    [
      "保障后确诊",
      { firstDiagnosedOn: "2023-02-02", guaranteeUntil: "2023-02-01" },
      "不在工会会员专享基本保障有效期内",
    ],
    ["心梗", { disease: "other" }, "不在慰问的四种病里"],
    ["外省二级医院", { hospital: "other" }, "外省市三级医院首次确诊"],
    ["条件不全", { firstDiagnosedOn: "2023-06-30", otherConditionsMet: false }, "有一条不符合就不能领"],
    ["条件不全，没说日期", { otherConditionsMet: false }, "有一条不符合就不能领"],
    ["没确认1万", { cityConfirmed: false }, "以市职保中心确认10000元专项保障金为前提"],
  ])("%s is refused at once", (_, said, reason) => {
    const decision = decisionOf(seriousIllnessEligibility, said);
    expect(decision.verdict).toBe("notEligible");
    expect(decision.say).toMatch(/不能|不符合/);
    expect(decision.say).toContain(reason);
    expect(decision.yuan).toEqual({ districtUnion: 0 });
    expect(decision.values?.["districtAmount"]).toBe(0);
  });

  test("inPeriod is told only where a day was told", () => {
    expect(decisionOf(seriousIllnessEligibility, { firstDiagnosedOn: "2022-12-31" }).values).toEqual({
      inPeriod: false,
      districtAmount: 0,
    });
    expect(
      decisionOf(seriousIllnessEligibility, { firstDiagnosedOn: "2023-06-30", otherConditionsMet: false }).values,
    ).toEqual({ inPeriod: true, districtAmount: 0 });
    expect(decisionOf(seriousIllnessEligibility, { hasCard: false }).values).toEqual({ districtAmount: 0 });
  });

  test("the guarantee holds on its first and last day", () => {
    const day = "2023-02-02";
    expect(
      decisionOf(seriousIllnessEligibility, { ...met, firstDiagnosedOn: day, guaranteeFrom: day, guaranteeUntil: day })
        .verdict,
    ).toBe("eligible");
  });

  test.each([
    ["inSituCancer", "原位癌算不算恶性肿瘤，文件没有写"],
    ["bloodCancer", "由市职保中心认定"],
  ])("%s is left open with both consequences", (disease, say) => {
    const decision = decisionOf(seriousIllnessEligibility, { disease });
    expect(decision.verdict).toBe("unsettled");
    expect(textOf(decision)).toContain(say);
    expect(textOf(decision)).toContain("不能领");
  });

  test.each(["malignantTumour", "kidneyFailure", "benignBrainTumour", "transplant"])(
    "%s is one of the four",
    (disease) => {
      expect(decisionOf(seriousIllnessEligibility, { ...met, disease }).verdict).toBe("eligible");
    },
  );

  test("not knowing about the guarantee names both outcomes (A60)", () => {
    const decision = decisionOf(seriousIllnessEligibility, { ...met, hasGuarantee: unsure });
    expect(decision).toMatchObject({ verdict: "unsettled", open: ["A60"] });
    expect(decision.say).toContain("没有就不能领");
  });

  test("after a death the money goes to an account named in a letter", () => {
    const decision = decisionOf(seriousIllnessEligibility, { ...met, applicantDied: true });
    expect(decision.lines?.[0]).toBe("申请人去世的，凭“划款申请书”划到指定账户。");
    expect(decisionOf(seriousIllnessEligibility, met).lines?.[0]).toBe("每年12月统一打入本人工会会员服务卡。");
  });

  test("asks five things at most, the day first", () => {
    expect(askedNext(seriousIllnessEligibility, {})).toBe("asking firstDiagnosedOn");
    const paths = explore(seriousIllnessEligibility, { samples: { firstDiagnosedOn: ["2022-12-31", "2023-01-01"] } });
    expect(announcementFaults(seriousIllnessEligibility, paths)).toEqual([]);
    expect(Math.max(...paths.map(({ asked }) => asked.length))).toBe(5);
    expect(
      pathLines(
        explore(seriousIllnessEligibility, {
          samples: {
            firstDiagnosedOn: ["2022-12-31", "2023-01-01"],
            disease: ["malignantTumour", "other"],
            hospital: ["otherThird", "other"],
          },
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "notEligible ← firstDiagnosedOn=2022-12-31",
        "eligible ← firstDiagnosedOn=2023-01-01 hasCard=true disease=malignantTumour hospital=otherThird hasGuarantee=true",
        "notEligible ← firstDiagnosedOn=2023-01-01 hasCard=true disease=malignantTumour hospital=otherThird hasGuarantee=false",
        "unsettled ← firstDiagnosedOn=2023-01-01 hasCard=true disease=malignantTumour hospital=otherThird hasGuarantee=?",
        "notEligible ← firstDiagnosedOn=2023-01-01 hasCard=true disease=malignantTumour hospital=other",
        "stuck ← firstDiagnosedOn=2023-01-01 hasCard=true disease=malignantTumour hospital=?",
        "notEligible ← firstDiagnosedOn=2023-01-01 hasCard=true disease=other",
        "stuck ← firstDiagnosedOn=2023-01-01 hasCard=true disease=?",
        "notEligible ← firstDiagnosedOn=2023-01-01 hasCard=false",
        "stuck ← firstDiagnosedOn=2023-01-01 hasCard=?",
        "stuck ← firstDiagnosedOn=?",
      ]
    `);
  });

  test("each step re-adds, whatever was said", () => {
    fc.assert(
      fc.property(fc.record({ otherConditionsMet: fc.boolean(), hasCard: fc.boolean() }), (said) => {
        expect(wrongSteps(outcomeOf(seriousIllnessEligibility, said))).toEqual([]);
      }),
    );
  });
});

test("several who fulfil the conditions get the same each", () => {
  const decision = decisionOf(seriousIllnessEligibility, { people: 4 });
  expect(decision.yuan).toEqual({ districtUnion: 12_000 });
  expect(decision.say).toBe("4人都符合条件的，区总一共慰问12000元，每人3000元。");
  expect(decision.values).toMatchObject({ districtTotal: 12_000, people: 4 });
});
