/** 请劳模工匠: which units may ask, how, and that it costs them nothing. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { unitType } from "./facts.ts";

export const modelWorkerRequest = defineRule({
  id: "K26",
  name: "modelWorkerRequest",
  title: "请劳模工匠来企业、学校",
  project: "2-8",
  asks: [unitType],
  decide({ need, cite }) {
    const of = law("modelWorker");
    const unit = need(unitType);
    cite(of.application);
    const how = "填《劳模工匠服务队需求申请表》，区总分批、分次、分专业组织；交到哪里、截止日文件没有写。";
    if (unit === "private" || unit === "school") {
      return {
        verdict: "eligible",
        say: `可以，${unit === "school" ? "学校" : "非公企业"}属于服务对象，不收任何费用。`,
        lines: [how],
        yuan: { employer: 0 },
        values: { cost: 0 },
        by: [of.audience, of.free],
        form: "2-8-1",
      };
    }
    return {
      verdict: "unsettled",
      say: `方案写的服务对象是${cite(of.audience)}，申请表上却有“国有”“其他”；${unit === "state" ? "国有单位" : "其他单位"}能不能请，文件没有写清。`,
      lines: ["按方案不在对象里，按表可以填；请先问区总宣传教育部。", how],
      by: [of.audience, of.unitTypes],
      open: ["A17"],
      form: "2-8-1",
    };
  },
});
