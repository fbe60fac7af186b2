/** 送春联: how to come by one, online or from one's union. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { couplets } from "./facts.ts";

export const springCouplets = defineRule({
  id: "K28",
  name: "springCouplets",
  title: "送春联：怎么拿到",
  project: "2-10",
  asks: [couplets],
  decide({ know, cite }) {
    const { couplets: of } = law("springFestival");
    const way = know(couplets);
    const online = "关注“青浦工会”微信公众号“抢春联”，抢到的统一快递";
    const offline = "由街镇总工会、委、办、局、区属公司工会、行业工会发放";
    const quota = cite(of.quota);
    const rest = ["开始时间、每人几份文件没有写，请留意公众号或问单位工会。"];
    if (way === "online")
      return {
        verdict: "eligible",
        say: `可以：${online}。`,
        lines: rest,
        values: { quota },
        by: [of.online],
        open: ["A18"],
      };
    if (way === "offline")
      return {
        verdict: "eligible",
        say: `可以，线下${offline}。`,
        lines: rest,
        values: { quota },
        by: [of.offline],
        open: ["A18"],
      };
    return {
      verdict: "eligible",
      say: `线上：${online}；线下：${offline}。`,
      lines: rest,
      values: { quota },
      by: [of.online, of.offline],
      open: ["A18"],
    };
  },
});
