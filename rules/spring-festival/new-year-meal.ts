/** 年夜饭礼包: is a person among those who are given one? Nobody applies for it alone. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { festivalRole } from "./facts.ts";

const names = {
  staying: "留青过年的非公企业职工代表",
  antiepidemic: "抗疫一线职工",
  onDuty: "春节坚守岗位的职工",
  newForm: "新就业形态劳动者",
} as const;

export const newYearMeal = defineRule({
  id: "K27",
  name: "newYearMeal",
  title: "年夜饭礼包：有没有我的份",
  project: "2-9",
  asks: [festivalRole],
  decide({ need, cite }) {
    const { meal } = law("springFestival");
    const role = need(festivalRole);
    const quota = cite(meal.quota);
    if (role === "other") {
      return {
        verdict: "notEligible",
        say: `不属于：礼包送给${cite(meal.audience)}。`,
        values: { inTargetGroup: false, canSelfApply: false },
        by: [meal.audience],
      };
    }
    cite(meal.distribution);
    cite(meal.delivery);
    const twoReadings = role === "antiepidemic" || role === "newForm";
    const condition = role === "antiepidemic" ? "要不要留青过年" : "要不要春节坚守岗位";
    return {
      verdict: "eligible",
      say: `属于赠送对象：${names[role]}列在里面，一共${quota}名职工代表，有礼包送上门。`,
      lines: [
        ...(twoReadings ? [`${condition}，原文两种读法都通，以工会发放为准。`] : []),
        "没有个人申请，由街镇总工会、委、局、公司工会、行业工会发放；请问所在单位工会。",
        "发放日期文件没有写。",
      ],
      yuan: { individual: 0 },
      values: { inTargetGroup: true, canSelfApply: false, quota },
      by: [meal.audience, meal.quota],
      open: twoReadings ? ["A74", "A18"] : ["A18"],
    };
  },
});
