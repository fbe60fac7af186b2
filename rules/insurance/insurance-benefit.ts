/** K06 新就业专享计划: what is paid for an event, by tier. */

import { chineseDay } from "../common/calendar.ts";
import { law, lawOn } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { benefitText, type Measured, measure } from "./benefit-terms.ts";
import { totalDecision } from "./benefit-total.ts";
import { benefit, deathCause, eventDate, hospitalDays, tier, times } from "./facts.ts";
import type { Benefit, InsuranceProvisions, Tier } from "./provisions.ts";

type Reading = Pick<Context<never, typeof hospitalDays | typeof times | typeof deathCause>, "given" | "cite" | "step">;
const tiers: readonly Tier[] = ["C", "D", "E"];

export const insuranceBenefit = defineRule({
  id: "K06",
  name: "insuranceBenefit",
  title: "新就业专享计划能领多少",
  project: "2-2",
  asks: [benefit],
  uses: [tier, hospitalDays, times, deathCause, eventDate],
  decide({ know, given, cite, step }) {
    const insurance = lawOn("insurance", given(eventDate));
    const period = cite(insurance.coverage.central);
    const happened = given(eventDate);
    if (happened !== undefined && happened < period.from) {
      return {
        verdict: "notEligible",
        say: `不能，${chineseDay(happened)}早于保障期的第一天${chineseDay(period.from)}。`,
        by: [insurance.coverage.central],
      };
    }
    const asked = given(benefit) ?? impliedBy(given(hospitalDays), given(times)) ?? know(benefit) ?? "total";
    const of = given(tier);
    const reading = { given, cite, step };
    if (asked === "total") return totalDecision(of, insurance.tiers, reading);
    return of === undefined ? allTiers(asked, insurance.tiers, reading) : oneTier(asked, of, insurance.tiers, reading);
  },
});

/** 「住了10天」 is about staying in hospital without saying so. */
const impliedBy = (stay: number | undefined, count: number | undefined) =>
  stay !== undefined ? "hospitalization" : count !== undefined ? "accidentCondolence" : undefined;

const extent = (asked: Benefit, { given }: Reading): number | undefined =>
  asked === "hospitalization" ? given(hospitalDays) : asked === "accidentCondolence" ? given(times) : undefined;

function oneTier(asked: Benefit, of: Tier, tierLaw: InsuranceProvisions["tiers"], reading: Reading): Decision {
  const terms = tierLaw[of].benefits[asked];
  reading.cite(tierLaw[of].total);
  if (terms === undefined) {
    return {
      verdict: "notEligible",
      say: `不能，${of}类没有${benefitText[asked]}这一项。`,
      values: { amount: 0, ...(asked === "hospitalization" && { payableDays: 0 }) },
      yuan: { mutualAid: 0 },
      by: [tierLaw[of].total],
    };
  }
  const measured = measure(terms, extent(asked, reading), reading);
  const open = law("insurance").claim.limits[asked] === undefined ? ["申请截止时间文件没有写，建议尽快申请。"] : [];
  return {
    verdict: measured.exact ? "eligible" : "upperBound",
    say: `${of}类${benefitText[asked]}${measured.text}。`,
    lines: [...measured.notes, ...open],
    yuan: { mutualAid: measured.amount ?? [0, measured.most] },
    values: { ...measured.values },
    by: [terms],
  };
}

/** No tier was said: each tier in one line, which answers at once whichever it is. */
function allTiers(asked: Benefit, tierLaw: InsuranceProvisions["tiers"], reading: Reading): Decision {
  const found = tiers.flatMap((of) => {
    const terms = tierLaw[of].benefits[asked];
    return terms === undefined ? [] : [{ of, terms, measured: measure(terms, extent(asked, reading), reading) }];
  });
  const without = tiers.filter((of) => tierLaw[of].benefits[asked] === undefined);
  const lacking = without.length === 0 ? "" : `；${without.join("、")}类没有这一项`;
  const values = found.map(({ of, measured }): [Tier, Measured["values"]] => [of, measured.values]);
  return {
    verdict: "upperBound",
    say: `${benefitText[asked]}：${found.map(({ of, measured }) => `${of}类${measured.text}`).join("；")}${lacking}。`,
    lines: ["告诉我是哪一类，可以单算。"],
    values: { byTier: Object.fromEntries(values) },
    by: [tierLaw.E.total, ...found.map(({ terms }) => terms)],
  };
}
