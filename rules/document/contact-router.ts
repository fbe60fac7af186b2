/** 该找谁: department, person and phone of a project, as the document prints them. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { mobileWanted, project } from "./facts.ts";

export const contactRouter = defineRule({
  id: "K29",
  name: "contactRouter",
  title: "找谁、打什么电话",
  project: "0",
  asks: [project],
  uses: [mobileWanted],
  decide({ need, given, cite }) {
    const which = need(project);
    const by = law("document").contacts[which];
    const { project: name, department, person, phone, mobile } = cite(by);
    if (!phone) {
      return {
        verdict: "unsettled",
        say: `${name}的联系人和电话，文件没有写；由${department}负责。`,
        lines: ["可以先问所在单位工会或街镇总工会。"],
        values: { department, phone: null },
        by: [by],
      };
    }
    const withMobile = mobile !== undefined && given(mobileWanted) === true;
    return {
      verdict: "eligible",
      say: `${name}请找${department}${person}，电话${phone}${withMobile ? `，手机${mobile}` : ""}。`,
      lines: ["这是2023年公布的，可能已变更。"],
      values: { department, person, phone, ...(withMobile ? { mobile } : {}) },
      by: [by],
      open: person === "孙思佳" ? ["A13"] : [],
    };
  },
});
