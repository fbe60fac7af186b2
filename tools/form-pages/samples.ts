/** What the pictured sheets are filled with: invented throughout, and in agreement with itself. */
import { type Form, fieldsOf } from "../../flows/engine/form.ts";
import type { Answers } from "../../rules/engine/fact.ts";

/** No place has the area code 990000, so that these numbers are nobody's. */
const rows = [
  { name: "甲示例", sex: "男", marital: "已婚", age: 35, idNumber: "990000198801010010" },
  { name: "乙示例", sex: "女", marital: "未婚", age: 33, idNumber: "990000199005200029" },
  { name: "丙示例", sex: "男", marital: "已婚", age: 45, idNumber: "990000197707070039" },
].map((line) => ({ unit: "上海示例有限公司", ...line }));

/** The samples of the fields are offices of the document; a picture shows nobody's number. */
const phones = Object.fromEntries(
  ["phone", "leaderPhone", "fillerPhone", "x_contactPhone"].map((id) => [id, "59000000"]),
);

const told: Readonly<Record<string, unknown>> = {
  rows,
  ...phones,
  mobile: "13800000000",
  period: { from: "2023-06-10", to: "2023-06-11" },
  route: "朱家角—金泽（2天1晚）",
  fillDate: "2023-05-20",
  examTime: "2023-06-15",
  countModel: 5,
  countCraftsman: 10,
  countAntiEpidemic: 5,
  countIndustrial: 15,
  countOther: 5,
  totalCount: 40,
  maleCount: 25,
  femaleCount: 15,
  unitType: "非公 ( 民营、外资等)",
  industry: ["机械与动力电气", "综合"],
  needType: ["技术培训", "技术交流"],
  needDetail: "希望请劳模工匠到车间讲一次数控加工课，约 40 名职工参加。",
  comments: "路线安排合理，希望早一点公布名额。",
  guaranteeUntil: "2023-12-31",
};

/** After the activity, not before it. */
const surveyDay = "2023-06-14";

export function sample(form: Form): Answers {
  const own = form.id === "2-1-3" || form.id === "2-3-5" ? { ...told, fillDate: surveyDay } : told;
  return Object.fromEntries(
    fieldsOf(form).map(({ fact }) => {
      const wanted = own[fact.id];
      return [fact.id, fact.schema.safeParse(wanted).success ? wanted : fact.samples[0]];
    }),
  );
}
