/** 附件 2-1-3: satisfaction survey of 看上海 and of recuperation. */
import { date, text } from "../common/fields.ts";
import { survey } from "../common/survey.ts";

/** Not on the sheet: the week in which it is to be handed in is counted from it. */
const ended = date("endedOn", "活动结束日期", "活动哪天结束的？（核对一周内交表用，不印在表上）", {
  required: "optional",
  offSheet: true,
  known: ({ endDate }) => endDate,
});

export const travelSurvey = survey({
  id: "2-1-3",
  name: "travelSurvey",
  title: "2023年“看上海”和长三角及协作区域疗休养活动满意度测评表",
  short: "看上海疗休养满意度测评表",
  heard: /(?:测评|满意度|评价|反馈|打分)|2-1-3/,
  topics: ["2-1.survey-fill", "0.survey", "0.fill-form"],
  who: "参加单位",
  handIn: "区总工会综合保障部",
  deadline: "活动结束一周内",
  window: "judgedByRule",
  rule: {
    id: "K31",
    facts: (given) => ({ surveyKind: "travel", ...(given(ended.fact) && { activityEnd: given(ended.fact) }) }),
  },
  ended,
  organiser: text("agency", "承办旅行社：", "承办的是哪家旅行社？", { sample: "青浦示例旅行社" }),
  annex: "附件 2-1-3",
  printedTitle: ["2023 年“看上海”和长三角及协作区域疗休养活动", "满意度测评表"],
  note: "注：1.本表请参加单位如实填写，活动结束一周内交区总综合保障部。",
});
