import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimMaterials } from "../../../rules/insurance/claim-materials.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "什么都没说",
    依据: "2-2#1.7.2.1",
    given: {},
    verdict: "unsettled",
    says: "见《专享保障计划》条款；本文件没有列清单",
    values: { incomplete: true },
  },
  {
    情形: "住院",
    依据: "2-2#1.7.1",
    given: { benefit: "hospitalization" },
    verdict: "unsettled",
    says: "区职工服务中心或市职保会",
    values: {},
  },
  {
    情形: "个人意外身故",
    依据: "2-2#1.7.2.2",
    given: { benefit: "accidentDeath", enrolment: "individual" },
    verdict: "eligible",
    says: "个人参保的，带继承人身份证、可证明合法继承权的相关权利文件",
    values: {},
  },
  {
    情形: "团体疾病身故",
    依据: "2-2#1.7.2.2",
    given: { benefit: "illnessDeath", enrolment: "groupCentral" },
    verdict: "eligible",
    says: "团体参保的，由参保单位工会提交确认盖章的划款申请书",
    values: {},
  },
  {
    情形: "身故没说方式",
    依据: "2-2#1.7.2.2",
    given: { benefit: "illnessDeath" },
    verdict: "eligible",
    says: "划款申请书；个人参保的，带继承人身份证",
    values: {},
  },
];

describe("申领材料", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(claimMaterials, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(claimMaterials);
    expect(announcementFaults(claimMaterials, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "unsettled ←",
      ]
    `);
  });

  it("tells who hands the money on only where a union does", () => {
    const line = "团体的保障金转到参保单位工会，由其转交。";
    expect(decide(claimMaterials, { benefit: "accidentDeath", enrolment: "individual" }).decision.lines).not.toContain(
      line,
    );
    expect(decide(claimMaterials, { benefit: "accidentDeath", enrolment: "groupInstant" }).decision.lines).toContain(
      line,
    );
  });

  it("always names where to go, whatever was said", () => {
    fc.assert(
      fc.property(fc.constantFrom("hospitalization", "accidentDeath", "illnessDeath"), (benefit) => {
        expect(textOf(decide(claimMaterials, { benefit }))).toContain("也可以自行就近办理");
      }),
    );
  });
});
