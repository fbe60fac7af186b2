import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../rules/engine/evaluate.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { newFormEligibility } from "../../../rules/insurance/new-form-eligibility.ts";
import { clausesOf, decide, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const cases = [
  {
    情形: "62岁跑快递",
    依据: "2-2#1.1",
    given: { age: 62, occupation: "快递物流" },
    verdict: "notEligible",
    says: "不能参加，要未满60周岁，62岁不符合",
    values: {},
  },
  {
    情形: "60岁整，没说工作",
    依据: "2-2#1.1",
    given: { age: 60 },
    verdict: "notEligible",
    says: "不能参加",
    values: {},
  },
  {
    情形: "59岁送外卖",
    依据: "2-2#1.1",
    given: { age: 59, occupation: "网约送餐" },
    verdict: "eligible",
    says: "快满60周岁了，按哪一天算年龄文件没有写",
    values: { individual: true, group: true },
  },
  {
    情形: "58岁送外卖",
    依据: "2-2#1.3.2",
    given: { age: 58, occupation: "网约送餐" },
    verdict: "eligible",
    says: "也可以自己在“随申办”“工会事项”中的“新就业劳动者参保申请”里申请",
    values: {},
  },
  {
    情形: "50岁家政",
    依据: "2-2#1.1",
    given: { age: 50, occupation: "家政服务" },
    verdict: "eligible",
    says: "可以参加，家政服务在参保行业之内",
    values: { individual: false },
  },
  {
    情形: "快递可以自己参保",
    依据: "2-2#1.3.2",
    given: { age: 30, occupation: "快递物流", enrolment: "individual" },
    verdict: "eligible",
    says: "可以参加",
    values: { individual: true },
  },
  {
    情形: "家政想自己参保",
    依据: "2-2#1.3.2",
    given: { age: 30, occupation: "家政服务", enrolment: "individual" },
    verdict: "unsettled",
    says: "个人线上参保只列了网约送餐、货运驾驶、物流快递、网约车司机“等”",
    values: {},
  },
  {
    情形: "没入会",
    依据: "2-2#1.3.1",
    given: { age: 30, occupation: "物业管理", unionMember: false },
    verdict: "eligible",
    says: "先扫码入会",
    values: {},
  },
  {
    情形: "会计",
    依据: "2-2#1.1",
    given: { occupation: "other" },
    verdict: "notEligible",
    says: "不符合，对象是13类行业的劳动者",
    values: {},
  },
  {
    情形: "问到工作才说是会计",
    依据: "2-2#1.1",
    given: { age: 30, occupation: "other" },
    verdict: "notEligible",
    says: "这份工作不在其中",
    values: {},
  },
  {
    情形: "代驾",
    依据: "2-2#3.2",
    given: { age: 30, occupation: "unclear" },
    verdict: "unsettled",
    says: "由工会认定",
    values: {},
  },
  {
    情形: "不清楚归哪类",
    依据: "2-2#3.2",
    given: { age: 30, occupation: unsure },
    verdict: "unsettled",
    says: "还要未满60周岁",
    values: {},
  },
  {
    情形: "不清楚年龄",
    依据: "2-2#1.1",
    given: { age: unsure, occupation: "物业管理" },
    verdict: "eligible",
    says: "前提是未满60周岁",
    values: {},
  },
];

describe("新就业专享计划参保资格", () => {
  it.each(cases)("$情形", ({ 依据, given, verdict, says, values }) => {
    const outcome = decide(newFormEligibility, given);
    expect(outcome.decision.verdict).toBe(verdict);
    expect(textOf(outcome)).toContain(says);
    expect(outcome.decision.values ?? {}).toMatchObject(values ?? {});
    expect(clausesOf(outcome)).toContain(`2023/${依据}`);
  });

  it("asks what it announces, and no more", () => {
    const paths = explore(newFormEligibility, {
      samples: { occupation: ["网约送餐", "家政服务", "other", "unclear"] },
    });
    expect(announcementFaults(newFormEligibility, paths)).toEqual([]);
    expect(pathLines(paths)).toMatchInlineSnapshot(`
      [
        "eligible ← age=35 occupation=网约送餐",
        "eligible ← age=35 occupation=家政服务",
        "notEligible ← age=35 occupation=other",
        "unsettled ← age=35 occupation=unclear",
        "unsettled ← age=35 occupation=?",
        "eligible ← age=59 occupation=网约送餐",
        "eligible ← age=59 occupation=家政服务",
        "notEligible ← age=59 occupation=other",
        "unsettled ← age=59 occupation=unclear",
        "unsettled ← age=59 occupation=?",
        "notEligible ← age=60",
        "eligible ← age=? occupation=网约送餐",
        "eligible ← age=? occupation=家政服务",
        "notEligible ← age=? occupation=other",
        "unsettled ← age=? occupation=unclear",
        "unsettled ← age=? occupation=?",
      ]
    `);
  });

  it("refuses everyone who is sixty or older before asking for the work", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (age) => {
        const outcome = evaluate(newFormEligibility, { age }, "2023-06-15");
        expect(outcome.status).toBe(age >= 60 ? "done" : "asking");
      }),
    );
  });

  it("says nothing of the age of someone well below sixty, and nothing of joining to a member", () => {
    const { decision } = decide(newFormEligibility, { age: 58, occupation: "物业管理", unionMember: true });
    expect(decision.lines).toEqual(["团体参保由区总在会员库里选取提交名单。"]);
  });
});
