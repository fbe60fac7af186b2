/** 体检中心: where it is, and whether a check-up project sends people there. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { centre, checkup } from "./facts.ts";

export const examCentreCheck = defineRule({
  id: "K33",
  name: "examCenterCheck",
  title: "去哪家体检中心",
  project: "2-3",
  asks: [centre],
  uses: [checkup],
  decide({ need, given, cite }) {
    const { centres, company } = law("checkup");
    const chosen = need(centre);
    const place = centres[chosen];
    const project = given(checkup);
    const named = cite(company.centres);
    const { name, address } = cite(place);
    const where = `地址：${address}。`;
    const values = { centre: chosen, name, address };
    if (named.includes(chosen)) {
      return {
        verdict: "eligible",
        say: `可以，${name}是列明的体检地点，${where}`,
        lines: ["电话、营业时间、做不做全部计划，文件没有写。"],
        values,
        by: [place, company.centres],
      };
    }
    if (project === "sendHealth" || project === "newForm") {
      return {
        verdict: "eligible",
        say: `可以，${name}列在体检地点里，${where}`,
        lines: ["这项体检没有点名中心；去哪家由区总业务部门通知承检中心。"],
        values,
        by: [place],
      };
    }
    return {
      verdict: "unsettled",
      say: `${name}列在体检地点里，但企业体检申请表只写交青浦分院、华医、淀山湖、瑞慈，没有它；能不能做请先确认。`,
      lines: [where, "请向综合保障部或体检中心确认。"],
      values,
      by: [place, company.centres],
      open: ["A11"],
    };
  },
});
