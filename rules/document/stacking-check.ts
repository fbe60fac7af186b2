/** 几样能不能一起拿: only what the document itself says about two benefits together. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { combination } from "./facts.ts";

export const stackingCheck = defineRule({
  id: "K35",
  name: "stackingCheck",
  title: "几样补贴能不能一起拿",
  project: "0",
  asks: [combination],
  decide({ need, cite }) {
    const of = law("document");
    const which = need(combination);
    if (which === "other") {
      return {
        verdict: "unsettled",
        say: "这几样能不能兼得，文件没有写。",
        lines: ["能兼得就各拿各的，不能就只拿一样；请先问区总工会。"],
        by: [of.year],
      };
    }
    const by = of.combinations[which];
    const { answer, say } = cite(by);
    return answer === "together"
      ? { verdict: "eligible", say: `可以：${say}。`, values: { together: true }, by: [by] }
      : { verdict: "notEligible", say: `不能叠加：${say}。`, values: { together: false }, by: [by] };
  },
});
