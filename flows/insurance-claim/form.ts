/** Claim under the mutual insurance of new-form workers (附件2-2): cover and what the document names of the papers. */
import { coverSheet } from "../common/cover.ts";
import { choice, date, phone, text } from "../common/fields.ts";
import { keyOf } from "../common/key-of.ts";

const keys = {
  hospitalization: "住院天数补助金",
  majorIllness: "特种重病保障金",
  majorIllnessMedical: "重大疾病住院医疗补助金",
  accidentDeath: "意外身故保障金",
  accidentDisability: "意外伤残保障金",
  illnessDeath: "疾病身故保障金",
  accidentCondolence: "意外慰问金",
} as const;
const name = text("name", "参保人姓名", "参保人叫什么名字？", { most: 12, sample: "张三" });
const joined = choice("joined", "参保方式", "是团体参保还是个人参保？", [
  { value: "团体参保", heard: /团体|单位|集体/ },
  { value: "个人参保", heard: /个人|自己/ },
]);
const benefit = choice("benefit", "申请项目", "申请的是哪一项？", Object.values(keys), {
  known: ({ benefit: heard }) => Object.entries(keys).find(([key]) => key === heard)?.[1],
});
const happenedOn = date("happenedOn", "发生日期", "住院、确诊、事故或身故是哪天？");
const guaranteeUntil = date("guaranteeUntil", "保障期满日", "保障期到哪天满？", { why: "申请期限从这天算起。" });
const applicant = text("applicant", "申请人", "由谁来申请？", { most: 12, sample: "李四" });
const telephone = phone("phone", "联系电话", "申请人的联系电话是多少？");

export const insuranceClaim = coverSheet({
  id: "insurance-claim",
  name: "insuranceClaim",
  title: "互助保障给付申请材料封面",
  short: "互助保障给付材料",
  heard: /理赔|赔付|给付|保障金|补助金?|互助保障/,
  topics: ["2-2.claim-channel"],
  by: "person",
  medical: true,
  clause: "2023/2-2#1.7",
  who: "参保人员（身故的由参保单位工会或继承人）",
  handIn: "通过区总工会向区职工服务中心或市职保会提交，也可自行就近前往办理",
  deadline:
    "住院天数补助金、特种重病保障金、重大疾病住院医疗补助金、意外身故保障金：保障期满之日起两年内；疾病身故保障金：保障期满之日起6个月内；意外伤残保障金：意外事故发生之日起180天内；逾期不予受理",
  window: "judgedByRule",
  seals: [],
  fields: [name, joined, benefit, happenedOn, guaranteeUntil, applicant, telephone],
  materials: [
    "根据申请内容不同提供其他所需的有关证明和材料",
    "参保单位工会提交确认盖章的划款申请书(团体参保身故)",
    "继承人身份证(个人参保身故)",
    "可证明合法继承权的相关权利文件(个人参保身故)",
  ],
  rule: {
    id: "K11",
    facts: (given) => {
      const key = keyOf(keys, given(benefit.fact));
      if (key === undefined) return {};
      return { benefit: key, accidentOn: given(happenedOn.fact), coverageEnd: given(guaranteeUntil.fact) };
    },
  },
  notes: ["具体材料见《上海工会新就业形态劳动者(灵活就业人员)专享保障计划》条款，本文件没有附。"],
});
