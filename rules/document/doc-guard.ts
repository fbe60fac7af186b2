/** 时效: is the window of a matter still open today, as far as the document says? */
import { chineseDay, daysBetween } from "../common/calendar.ts";
import { law } from "../editions/index.ts";
import { windowStatus } from "../engine/provision.ts";
import { defineRule } from "../engine/rule.ts";
import { matter } from "./facts.ts";

const written = (from: string | null, until: string): string =>
  `${from ? `${chineseDay(from)}起` : ""}到${chineseDay(until)}`;

export const docGuard = defineRule({
  id: "K34",
  name: "docGuard",
  title: "办理时间过了没有",
  project: "0",
  asks: [matter],
  decide({ need, cite, step, today }) {
    const { windows, year } = law("document");
    const by = windows[need(matter)];
    const period = cite(by);
    const { name, from, until } = period;
    const status = windowStatus(period, today);
    const values = { status, from, until };
    const ask = "现在有没有同类项目，请问所在单位工会或区总工会。";
    if (until === null) {
      return {
        verdict: "unsettled",
        say: `${name}的起止日期，文件没有写；这是${cite(year)}年的方案。`,
        lines: [ask],
        values,
        by: [by, year],
      };
    }
    const when = `${name}${written(from, until)}`;
    if (status === "closed") {
      return {
        verdict: "notEligible",
        say: `按2023年方案不能再办：${when}，已经过了。`,
        lines: [ask],
        values,
        by: [by],
        window: by,
      };
    }
    if (status === "before") {
      return { verdict: "notEligible", say: `还不能办：${when}。`, values, by: [by], window: by };
    }
    const daysLeft = daysBetween(today, until);
    step({ label: "剩余天数", expression: `${daysLeft}`, result: daysLeft, unit: "天", by });
    return {
      verdict: "eligible",
      say: `在办理期内：${when}，还有${daysLeft}天。`,
      values: { ...values, daysLeft },
      by: [by],
      window: by,
    };
  },
});
