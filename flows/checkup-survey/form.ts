/** 附件 2-3-5: satisfaction survey of the check-up; the print keeps 「行程」 and 「餐饮」 of the travel survey. */
import { text } from "../common/fields.ts";
import { survey } from "../common/survey.ts";

export const checkupSurvey = survey({
  id: "2-3-5",
  name: "checkupSurvey",
  title: "2023年青浦工会职工健康体检活动满意度测评表",
  short: "体检满意度测评表",
  heard: /(?:测评|满意度|评价|反馈|打分)|2-3-5/,
  topics: ["2-3.survey-apply", "0.survey", "0.fill-form"],
  who: "参加体检单位",
  handIn: "区总工会综合保障部",
  deadline: "活动结束后（文件没有写几日内）",
  organiser: text("center", "承办体检中心：", "承办的是哪家体检中心？", { sample: "上海瑞慈瑞青门诊部有限公司" }),
  annex: "附件 2-3-5",
  printedTitle: ["2023 年青浦工会职工健康体检活动", "满意度测评表"],
  note: "注：1.本表请参加体检单位如实填写，活动结束后交区总综合保障部。",
});
