/** K11 给付申请: the last day to claim. */
import { addDays, addMonths, chineseDay, daysBetween } from "../common/calendar.ts";
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { benefitText } from "./benefit-terms.ts";
import { accidentOn, benefit, claimOn, coverageEnd } from "./facts.ts";
import type { Benefit, ClaimLimit, InsuranceProvisions } from "./provisions.ts";

type Reading = Pick<Context<never, typeof claimOn>, "given" | "cite" | "today">;

export const claimDeadline = defineRule({
  id: "K11",
  name: "claimDeadline",
  title: "保障金最晚哪天申请",
  project: "2-2",
  asks: [benefit, accidentOn],
  uses: [coverageEnd, claimOn],
  decide({ know, given, cite, today }) {
    const { claim, coverage } = law("insurance");
    const asked = know(benefit);
    if (asked === undefined || asked === "total") return allLimits(claim, cite);
    const limit = claim.limits[asked];
    if (limit === undefined) {
      cite(claim.overdue);
      return {
        verdict: "unsettled",
        say: `文件没有写${benefitText[asked]}的申请截止时间。`,
        lines: ["不能说已过期，也不能说还能领；请尽快向区职工服务中心确认。"],
        values: { accepted: null, deadline: null },
        by: [claim.overdue],
        open: ["A03"],
      };
    }
    const span = cite(limit);
    const start = span.from === "accident" ? know(accidentOn) : (given(coverageEnd) ?? cite(coverage.individualEnd));
    cite(claim.overdue);
    if (start === undefined) {
      return {
        verdict: "upperBound",
        say: `${benefitText[asked]}要在${spanText(span)}申请，逾期不予受理。`,
        by: [limit, claim.overdue],
      };
    }
    return judged(asked, span, start, { given, cite, today }, claim, limit);
  },
});

const spanText = (span: ClaimLimit): string =>
  span.from === "accident"
    ? `意外事故发生之日起${span.days}天内`
    : `保障期满之日起${"years" in span ? `${span.years}年` : `${span.months}个月`}内`;

const lastDay = (span: ClaimLimit, start: string): string =>
  span.from === "accident"
    ? addDays(start, span.days)
    : addMonths(start, "years" in span ? span.years * 12 : span.months);

function judged(
  asked: Benefit,
  span: ClaimLimit,
  start: string,
  { given, today }: Reading,
  claim: InsuranceProvisions["claim"],
  limit: Decision["by"][number],
): Decision {
  const last = lastDay(span, start);
  const said = given(claimOn);
  const day = said ?? today;
  const values = { deadline: last, safeDeadline: addDays(last, -1), daysLeft: daysBetween(day, last) };
  const basis = `${spanText(span)}（从${chineseDay(start)}起算）`;
  const by: Decision["by"] = [limit, claim.overdue];
  if (day > last) {
    return {
      verdict: "notEligible",
      say: `不能申请了：${benefitText[asked]}最晚${chineseDay(last)}，${said === undefined ? "现在" : chineseDay(said)}已经过了，逾期不予受理。`,
      lines: [`期限是${basis}。`],
      values: { ...values, accepted: false },
      by,
    };
  }
  if (day === last) {
    return {
      verdict: "unsettled",
      say: `${chineseDay(last)}正好在线上：起算那天算不算在内，文件没有写。`,
      lines: [`期限是${basis}；算在内就已经过期，不算就还来得及。`],
      values,
      by,
    };
  }
  return {
    verdict: "eligible",
    say: `可以申请，${benefitText[asked]}最晚${chineseDay(last)}，最好提前。`,
    lines: [`期限是${basis}，逾期不予受理。`],
    values: { ...values, accepted: true },
    by,
  };
}

/** No benefit was named: all limits at once. */
function allLimits(claim: InsuranceProvisions["claim"], cite: Reading["cite"]): Decision {
  const limits = benefits.flatMap((each) => {
    const limit = claim.limits[each];
    return limit === undefined ? [] : [{ each, limit, span: spanText(cite(limit)) }];
  });
  const spans = [...new Set(limits.map(({ span }) => span))];
  const without = benefits.filter((each) => claim.limits[each] === undefined).map((each) => benefitText[each]);
  const named = (span: string) => limits.filter((limit) => limit.span === span).map(({ each }) => benefitText[each]);
  return {
    verdict: "upperBound",
    say: `${spans.map((span) => `${named(span).join("、")}：${span}`).join("；")}。`,
    lines: [`${cite(claim.overdue)}；${without.join("、")}的截止时间文件没有写。`],
    by: [claim.overdue, ...limits.map(({ limit }) => limit)],
  };
}

const benefits: readonly Benefit[] = [
  "hospitalization",
  "majorIllness",
  "majorIllnessMedical",
  "accidentDeath",
  "illnessDeath",
  "accidentDisability",
  "accidentCondolence",
];
