/** K09 旧计划保到 6 月 30 日: how the second half of the year is covered. */
import { addDays, chineseDay } from "../common/calendar.ts";
import { lawOn } from "../editions/index.ts";
import { type AnyProvision, windowStatus } from "../engine/provision.ts";
import { type Decision, defineRule } from "../engine/rule.ts";
import { coverageEnd, oldPlanGroup, processedOn } from "./facts.ts";

export const bridgeHalfYear = defineRule({
  id: "K09",
  name: "bridgeHalfYear",
  title: "旧计划到期怎么衔接",
  project: "2-2",
  asks: [oldPlanGroup],
  uses: [processedOn, coverageEnd],
  decide({ know, given, cite }) {
    const { bridge, coverage } = lawOn("insurance", given(processedOn));
    const oldEnd = cite(bridge.oldEnd);
    const current = given(coverageEnd);
    if (current !== undefined && current !== oldEnd) {
      return refusal(`不属于这种衔接：只限现有保障期到${chineseDay(oldEnd)}的。`, bridge.oldEnd);
    }
    const member = current === oldEnd && given(oldPlanGroup) === undefined ? true : know(oldPlanGroup);
    if (member === false) {
      return refusal(`不属于这种衔接：只限旧计划${oldEnd.slice(0, 4)}年的${cite(bridge.audience)}。`, bridge.audience);
    }
    const day = given(processedOn);
    const { first, last } = cite(bridge.months);
    const inMonths = day !== undefined && Number(day.slice(5, 7)) >= first && Number(day.slice(5, 7)) <= last;
    if (day !== undefined && !inMonths && windowStatus(cite(coverage.centralWindow), day) !== "open") {
      return {
        verdict: "unsettled",
        say: `文件写的办理时间是${cite(bridge.window)}或${oldEnd.slice(0, 4)}年${first}-${last}月，${chineseDay(day)}不在其中，能不能办没有写。`,
        lines: ["请问区总基层工作部。"],
        by: [bridge.window],
        open: ["A56"],
      };
    }
    const [fee, until] = [cite(bridge.fee), cite(bridge.newEnd)];
    return {
      verdict: member === undefined ? "upperBound" : "eligible",
      say: `${member === undefined ? "是旧计划团体参保人员的，" : "可以，"}由区总统一办${cite(bridge.what)}，${fee}元/人，延长到${chineseDay(until)}。`,
      lines: [`${cite(bridge.window)}或${oldEnd.slice(0, 4)}年${first}-${last}月办理，个人不用自己办。`],
      yuan: { notStated: fee },
      values: { fee, coverageEnd: until, coverageStart: addDays(oldEnd, 1) },
      by: [bridge.fee, bridge.newEnd, bridge.audience],
    };
  },
});

const refusal = (say: string, by: AnyProvision): Decision => ({
  verdict: "notEligible",
  say,
  lines: ["可以看看即时参保或个人参保。"],
  by: [by],
});
