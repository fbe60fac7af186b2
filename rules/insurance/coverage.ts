/** From the way and the day of enrolment to the first and the last day of coverage. */
import { chineseDay, firstOfNextMonth, monthsText, wholeMonths } from "../common/calendar.ts";
import { type AnyProvision, type Provision, windowStatus } from "../engine/provision.ts";
import type { InsuranceProvisions } from "./provisions.ts";

export type Enrolment = "groupCentral" | "groupInstant" | "individual";

export type Coverage =
  | {
      readonly kind: "covered";
      readonly from: string;
      readonly until: string;
      /** False where the last day is only inferred (A02). */
      readonly untilStated: boolean;
      readonly months: number;
      readonly by: AnyProvision;
    }
  | { readonly kind: "refused"; readonly say: string; readonly by: AnyProvision; readonly from?: string };

type Cite = <T>(provision: Provision<T>) => T;
type Law = InsuranceProvisions["coverage"];

/** The central enrolment puts everyone on the same period, whatever the day within its months. */
export function centralCoverage(law: Law, cite: Cite): Coverage {
  const { from, until } = cite(law.central);
  return { kind: "covered", from, until, untilStated: true, months: wholeMonths(from, until), by: law.central };
}

/** On these days central enrolment and paying for oneself lead to different periods. */
export const isCentralDay = (day: string, law: Law): boolean => windowStatus(law.centralWindow.value, day) === "open";

/** Without a way of enrolment the day is taken as one of March to November, where both ways begin alike. */
export function coverageOf(way: Enrolment | undefined, day: string, law: Law, cite: Cite): Coverage {
  const last = cite(law.individualEnd);
  if (way === "groupCentral") {
    return isCentralDay(day, law)
      ? centralCoverage(law, cite)
      : refused(`集中参保只在${monthsText(law.centralWindow.value)}办理，这一天不在期间内。`, law.centralWindow, cite);
  }
  if (way === "groupInstant" && isCentralDay(day, law)) return centralCoverage(law, cite);
  if (way === "groupInstant" && windowStatus(cite(law.instantWindow), day) !== "open") {
    return refused(
      `即时参保只在${monthsText(law.instantWindow.value)}办理，这一天不在期间内。`,
      law.instantWindow,
      cite,
    );
  }
  const from = firstOfNextMonth(day);
  if (from > last) {
    cite(law.individualStart);
    const say = `不能，次月1日是${chineseDay(from)}，已过满期日${chineseDay(last)}，没有保障期可保。`;
    return { ...refused(say, law.individualEnd, cite), from };
  }
  if (from < cite(law.central).from) {
    return refused(`不能，新计划的保障期从${chineseDay(law.central.value.from)}开始，这一天太早。`, law.central, cite);
  }
  const by = way === "groupInstant" ? law.instantStart : law.individualStart;
  cite(by);
  const months = wholeMonths(from, last);
  return { kind: "covered", from, until: last, untilStated: way === "individual", months, by };
}

function refused(say: string, by: AnyProvision, cite: Cite): Extract<Coverage, { kind: "refused" }> {
  cite(by);
  return { kind: "refused", say: /^不/.test(say) ? say : `不符合，${say}`, by };
}

/** Dates for programs: the inferred end is left out. */
export const coverageValues = (coverage: Extract<Coverage, { kind: "covered" }>) => ({
  coverageStart: coverage.from,
  ...(coverage.untilStated && { coverageEnd: coverage.until }),
  coverageMonths: coverage.months,
});

/** The first day that would have been insured, where there was one to speak of. */
export const refusedValues = ({ from }: Extract<Coverage, { kind: "refused" }>) =>
  from === undefined ? {} : { values: { wouldStart: from } };

/** Said where the last day of coverage is only inferred. */
export const inferredEnd = ({ until }: { readonly until: string }): string =>
  `即时参保的满期日文件没有单独写，按${chineseDay(until)}推算。`;
