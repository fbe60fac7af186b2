import { describe, expect, test } from "vitest";
import { purpose } from "../../../rules/document/facts.ts";
import { formRouter } from "../../../rules/document/form-router.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

describe("formRouter", () => {
  test.each([
    // 事, 表, 去处, 份数
    ["kanShanghai", "2-1-1", "交承办单位", null],
    ["recuperation", "2-1-2", "交承办单位", null],
    ["travelSurvey", "2-1-3", "交区总综合保障部", null],
    ["companyCheckup", "2-3-2", "交体检中心", 2],
    ["sendHealth", "2-3-3", "交承检中心", null],
    ["newFormCheckup", "2-3-4", "交承检中心", null],
    ["checkupSurvey", "2-3-5", "交区总综合保障部", null],
    ["checkupRoster", "2-3-6", "Excel", null],
    ["modelWorker", "2-8-1", "交到哪里文件没有写", null],
  ])("%s uses %s", (which, form, to, copies) => {
    const decision = decisionOf(formRouter, { purpose: which });
    expect(decision.verdict).toBe("eligible");
    expect(decision.form).toBe(form);
    expect(decision.say).toContain(`附件${form}`);
    expect(decision.say).toContain(to);
    expect(decision.values).toMatchObject({ form, copies });
    expect(textOf(decision)).toContain(copies === null ? "份数文件没有写" : "一式二份");
  });

  test("the check-up form is sealed in order and comes with the roster", () => {
    const decision = decisionOf(formRouter, { purpose: "companyCheckup" });
    expect(decision.lines).toEqual([
      "盖章次序：体检单位工会→镇、街道总工会→区总工会→承办单位；一式二份。",
      "同时要交：名册(附件2-3-6)同步发综合保障部，未发不盖章。",
      "注意：委、局、区属公司系统没有对应盖章栏，请先问综合保障部。",
    ]);
  });

  test("a survey needs no seal", () => {
    expect(textOf(decisionOf(formRouter, { purpose: "travelSurvey" }))).toContain("不用盖章");
  });

  test.each([
    "illness",
    "insuranceClaim",
    "insuranceIndividual",
    "microWish",
    "healthPoint",
    "newYearMeal",
    "springCouplets",
    "harmony",
  ])("%s has no form in the document, and the way is told instead", (which) => {
    const decision = decisionOf(formRouter, { purpose: which });
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toContain("文件没有附这张表");
    expect(textOf(decision)).toContain("去处：");
    expect(decision.form).toBeUndefined();
  });

  test("a serious illness goes through three offices with five copies", () => {
    expect(decisionOf(formRouter, { purpose: "illness" }).lines).toEqual([
      "去处：所属单位工会。",
      "经过：所属单位工会→区职工援助服务中心→市职保中心。",
      "同时要交：病理报告、发票等五项复印件。",
    ]);
  });

  test("answers for everything that can be asked, in three lines at most", () => {
    const paths = explore(formRouter);
    expect(announcementFaults(formRouter, paths)).toEqual([]);
    expect(paths).toHaveLength(purpose.samples.length + 1);
    for (const which of purpose.samples) {
      expect(decisionOf(formRouter, { purpose: which }).lines?.length).toBeLessThanOrEqual(3);
    }
  });
});
