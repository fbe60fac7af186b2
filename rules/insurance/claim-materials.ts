/** K12 给付申请: where to hand in, and with what. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { benefit, enrolment } from "./facts.ts";

export const claimMaterials = defineRule({
  id: "K12",
  name: "claimMaterials",
  title: "保障金到哪里申请、带什么",
  project: "2-2",
  asks: [],
  uses: [benefit, enrolment],
  decide({ given, cite }) {
    const { claim } = law("insurance");
    const what = given(benefit);
    const way = given(enrolment);
    const channel = `通过区总向${cite(claim.channel)}提交，也可以自行就近办理。`;
    const group = `团体参保的，由参保单位工会提交确认盖章的${cite(claim.groupDeath)}`;
    const alone = `个人参保的，带${cite(claim.individualDeath)}`;
    if (what === "accidentDeath" || what === "illnessDeath") {
      const say = way === "individual" ? `${alone}。` : way === undefined ? `${group}；${alone}。` : `${group}。`;
      return {
        verdict: "eligible",
        say,
        lines: [
          ...(way === "individual" ? [] : ["团体的保障金转到参保单位工会，由其转交。"]),
          "其他材料见《专享保障计划》条款，本文件没有列。",
          channel,
        ],
        values: { incomplete: true },
        by: way === "individual" ? [claim.individualDeath, claim.channel] : [claim.groupDeath, claim.channel],
      };
    }
    cite(claim.materials);
    return {
      verdict: "unsettled",
      say: "要带的证明按申请内容不同，见《专享保障计划》条款；本文件没有列清单。",
      lines: [channel],
      values: { incomplete: true },
      by: [claim.materials, claim.channel],
    };
  },
});
