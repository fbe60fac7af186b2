/** 附件 2-1-3: satisfaction survey of 看上海 and of recuperation. */
import { text } from "../common/fields.ts";
import { survey } from "../common/survey.ts";

export const travelSurvey = survey({
  id: "2-1-3",
  name: "travelSurvey",
  title: "2023年“看上海”和长三角及协作区域疗休养活动满意度测评表",
  short: "活动满意度测评表",
  heard: /(?:测评|满意度|评价|反馈|打分)|2-1-3/,
  topics: ["2-1.survey-fill", "0.survey", "0.fill-form"],
  who: "参加单位",
  handIn: "区总工会综合保障部",
  deadline: "活动结束一周内",
  organiser: text("agency", "承办旅行社：", "承办的是哪家旅行社？", { sample: "青浦示例旅行社" }),
  annex: "附件 2-1-3",
  printedTitle: ["2023 年“看上海”和长三角及协作区域疗休养活动", "满意度测评表"],
  note: "注：1.本表请参加单位如实填写，活动结束一周内交区总综合保障部。",
});
