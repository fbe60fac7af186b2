import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seriousIllnessSubmission } from "../../../rules/illness/serious-illness-submission.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const papers = [
  "术前报告",
  "病理报告",
  "出院小节(出院记录)",
  "住院发票",
  "身份证、工会服务卡正反面",
  "专享基本保障给付申请审批表",
];

describe("seriousIllnessSubmission", () => {
  test.each([
    // 情形, 已知, 截止 (依据 2-5#3.3)
    ["6月30日确诊", { firstDiagnosedOn: "2023-06-30" }, "2023-12-31", "上半年确诊的，最晚2023年12月31日前递交材料。"],
    ["7月1日确诊", { firstDiagnosedOn: "2023-07-01" }, "2024-06-30", "下半年确诊的，最晚2024年6月30日前递交材料。"],
    ["只说上半年", { half: "first" }, "2023-12-31", "上半年确诊的，最晚2023年12月31日前递交材料。"],
    ["只说下半年", { half: "second" }, "2024-06-30", "下半年确诊的，最晚2024年6月30日前递交材料。"],
    [
      "日期胜过上下半年",
      { half: "second", firstDiagnosedOn: "2023-01-01" },
      "2023-12-31",
      "上半年确诊的，最晚2023年12月31日前递交材料。",
    ],
  ])("%s", (_, said, deadline, say) => {
    const decision = decisionOf(seriousIllnessSubmission, said);
    expect(decision.say).toBe(say);
    expect(decision.values).toEqual({
      deadline,
      half: deadline === "2023-12-31" ? "first" : "second",
      missing: papers,
    });
    expect(decision.lines).toEqual([
      `材料：${papers.join("、")}；前五项复印件即可。`,
      "交给所属单位工会，由区职工援助服务中心报市职保中心。",
    ]);
    expect(decision.window?.value.until).toBe(deadline);
  });

  test.each([
    // 确诊, 递交, 结论, 状态, 接受
    ["2023-06-30", "2023-12-30", "eligible", "onTime", true],
    ["2023-06-30", "2023-12-31", "eligible", "onTime", true],
    ["2023-06-30", "2024-01-01", "unsettled", "lateWithinTwoYears", null],
    ["2023-06-30", "2026-06-30", "unsettled", "lateWithinTwoYears", null],
    ["2023-06-30", "2026-07-01", "notEligible", "overTwoYears", false],
    ["2023-07-01", "2024-06-30", "eligible", "onTime", true],
    ["2023-07-01", "2024-07-01", "unsettled", "lateWithinTwoYears", null],
    ["2023-07-01", "2026-06-30", "unsettled", "lateWithinTwoYears", null],
    ["2023-07-01", "2026-07-01", "notEligible", "overTwoYears", false],
  ])("diagnosed %s, handed in %s: %s", (firstDiagnosedOn, submittedOn, verdict, lateStatus, accepted) => {
    const decision = decisionOf(seriousIllnessSubmission, { firstDiagnosedOn, submittedOn });
    expect(decision.verdict).toBe(verdict);
    expect(decision.values).toMatchObject({ lateStatus, accepted, inPeriod: true });
    if (verdict !== "eligible") expect(decision.open).toEqual(["A07"]);
    if (verdict === "eligible") expect(decision.say).toMatch(/^可以/);
    if (verdict === "notEligible") {
      expect(decision.say).toContain("不能");
      expect(decision.say).toContain("2026年6月30日");
      expect(decision.values).toMatchObject({ districtAmount: 0 });
    }
  });

  test("only on the last day itself is 「前」 remarked on", () => {
    const on = (submittedOn: string) =>
      textOf(decisionOf(seriousIllnessSubmission, { firstDiagnosedOn: "2023-06-30", submittedOn }));
    expect(on("2023-12-31")).toContain("含不含当天文件没有写");
    expect(on("2023-12-30")).not.toContain("含不含当天");
  });

  test.each(["2022-12-31", "2024-01-01"])("first diagnosed on %s is outside the year", (firstDiagnosedOn) => {
    const decision = decisionOf(seriousIllnessSubmission, { firstDiagnosedOn });
    expect(decision.verdict).toBe("notEligible");
    expect(decision.say).toContain("不能");
    expect(decision.values).toEqual({ inPeriod: false, districtAmount: 0 });
  });

  test("what is still missing is listed", () => {
    const some = decisionOf(seriousIllnessSubmission, { half: "first", materialsReady: [1, 2, 3, 4, 6] });
    expect(some.lines?.[0]).toBe("还缺：身份证、工会服务卡正反面；前五项复印件即可。");
    expect(some.values?.["missing"]).toEqual(["身份证、工会服务卡正反面"]);
    expect(decisionOf(seriousIllnessSubmission, { half: "first", materialsReady: [1, 2, 3, 4, 5, 6] }).lines?.[0]).toBe(
      "六项材料都齐了。",
    );
  });

  test("after a death a letter is needed too", () => {
    expect(decisionOf(seriousIllnessSubmission, { half: "first", applicantDied: true }).lines?.[0]).toBe(
      "申请人去世的，另交“划款申请书”。",
    );
  });

  test("asks for the day of diagnosis only", () => {
    const paths = explore(seriousIllnessSubmission);
    expect(announcementFaults(seriousIllnessSubmission, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual([
      "notEligible ← firstDiagnosedOn=2022-12-31",
      "eligible ← firstDiagnosedOn=2023-01-01",
      "eligible ← firstDiagnosedOn=2023-06-30",
      "eligible ← firstDiagnosedOn=2023-07-01",
      "eligible ← firstDiagnosedOn=2023-12-31",
      "notEligible ← firstDiagnosedOn=2024-01-01",
      "stuck ← firstDiagnosedOn=?",
    ]);
  });

  test("handing in later never turns a no into a yes", () => {
    const rank = { eligible: 0, upperBound: 0, unsettled: 1, notEligible: 2 } as const;
    const day = fc
      .date({ min: new Date("2023-01-01T00:00:00Z"), max: new Date("2028-12-31T00:00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom("first", "second"), day, day, (half, one, other) => {
        const [early, late] = [one, other].sort();
        const on = (submittedOn: string | undefined) =>
          rank[decisionOf(seriousIllnessSubmission, { half, submittedOn }).verdict];
        expect(on(early)).toBeLessThanOrEqual(on(late));
      }),
    );
  });
});
