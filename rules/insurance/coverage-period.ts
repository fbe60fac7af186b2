/** K08 新就业专享计划: from which day to which day one is covered. */
import { chineseDay } from "../common/calendar.ts";
import { lawOn } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { centralCoverage, coverageOf, coverageValues, inferredEnd, isCentralDay, refusedValues } from "./coverage.ts";
import { enrolledOn, enrolment } from "./facts.ts";

export const coveragePeriod = defineRule({
  id: "K08",
  name: "coveragePeriod",
  title: "新就业专享计划哪天起保、保到哪天",
  project: "2-2",
  asks: [enrolledOn, enrolment],
  decide({ know, given, cite }) {
    const { coverage: law } = lawOn("insurance", given(enrolledOn));
    const central = given(enrolledOn) === undefined && given(enrolment) === "groupCentral";
    const day = central ? undefined : know(enrolledOn);
    if (day === undefined && !central) {
      const { from, until } = cite(law.central);
      return {
        verdict: "upperBound",
        say: `集中参保从${chineseDay(from)}起保，即时参保和个人参保从次月1日起保；个人保到${chineseDay(until)}。`,
        by: [law.central, law.instantStart, law.individualStart, law.individualEnd],
      };
    }
    const way = day !== undefined && isCentralDay(day, law) ? know(enrolment) : given(enrolment);
    const found = day === undefined ? centralCoverage(law, cite) : coverageOf(way, day, law, cite);
    if (found.kind === "refused") {
      return { verdict: "notEligible", say: found.say, ...refusedValues(found), by: [found.by] };
    }
    return {
      verdict: "eligible",
      say: `从${chineseDay(found.from)}起保，保到${chineseDay(found.until)}，共${found.months}个月。`,
      lines: [...(found.untilStated ? [] : [inferredEnd(found)]), `${cite(law.noWaiting)}，起保当天就有保障。`],
      values: coverageValues(found),
      by: [found.by, law.individualEnd],
      ...(!found.untilStated && { open: ["A02"] }),
    };
  },
});
