/** 满意度测评表: by when it is to be handed in. */
import { addDays, chineseDay } from "../common/calendar.ts";
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { activityEnd, surveyKind } from "./facts.ts";

export const surveyDue = defineRule({
  id: "K31",
  name: "surveyDue",
  title: "满意度测评表什么时候交",
  project: "0",
  asks: [surveyKind, activityEnd],
  decide({ need, know, cite }) {
    const { surveys } = law("document");
    const kind = need(surveyKind);
    const by = surveys[kind];
    const { days, to } = cite(by);
    if (days === null) {
      return {
        verdict: "unsettled",
        say: `活动结束后交${to}；多少天内交，文件没有写。`,
        values: { dueDate: null },
        by: [by],
      };
    }
    const end = know(activityEnd);
    if (end === undefined) return { verdict: "eligible", say: `活动结束一周内交${to}。`, by: [by] };
    const dueDate = addDays(end, days);
    return {
      verdict: "eligible",
      say: `最晚${chineseDay(dueDate)}交${to}(活动结束一周内)。`,
      lines: ["一周含不含第7天，文件没有写，这里按含算，请尽量提前交。"],
      values: { dueDate },
      by: [by],
    };
  },
});
