/** K10 保障期内换类别: from which day the new tier counts, and what is paid. */
import { chineseDay, firstOfNextMonth } from "../common/calendar.ts";
import { lawOn } from "../editions/index.ts";
import { type Context, defineRule } from "../engine/rule.ts";
import { benefitText, wan } from "./benefit-terms.ts";
import { benefit, changedOn, eventDate, fromTier, toTier } from "./facts.ts";
import type { Benefit, InsuranceProvisions, Tier } from "./provisions.ts";

type Reading = Pick<
  Context<never, typeof benefit | typeof eventDate | typeof fromTier | typeof toTier>,
  "given" | "cite" | "step"
>;

export const changePlan = defineRule({
  id: "K10",
  name: "changePlan",
  title: "保障期内换类别",
  project: "2-2",
  asks: [changedOn],
  uses: [fromTier, toTier, eventDate, benefit],
  decide({ know, given, cite, step }) {
    const insurance = lawOn("insurance", given(changedOn));
    const { change, coverage } = insurance;
    const day = know(changedOn);
    cite(change.higher);
    if (day === undefined) {
      return {
        verdict: "eligible",
        say: `可以变更，新的保障待遇从变更的${cite(change.start)}开始，就高给付、不叠加。`,
        values: { stacked: false },
        by: [change.start, change.higher, change.allowed],
      };
    }
    const { from, until } = cite(coverage.central);
    if (day < from) {
      return {
        verdict: "notEligible",
        say: `不能，变更要在保障期内，${chineseDay(from)}才开始保。`,
        by: [change.allowed, coverage.central],
      };
    }
    const start = firstOfNextMonth(day);
    const values = { newBenefitStart: start, stacked: false };
    if (start > until) {
      return {
        verdict: "notEligible",
        say: `不能生效：新待遇要从${chineseDay(start)}开始，保障期到${chineseDay(until)}就满了。`,
        values,
        by: [change.start, coverage.individualEnd],
      };
    }
    const paid = payment(start, insurance, { given, cite, step });
    return {
      verdict: "eligible",
      say: paid?.say ?? `新的保障待遇从${chineseDay(start)}开始，之后就高给付、不叠加。`,
      lines: [`${chineseDay(start)}前出险，只按原来的类别算。`, "怎么申请变更、差价怎么算，文件没有写。"],
      ...(paid && { yuan: { mutualAid: paid.amount } }),
      values: paid ? { ...values, amount: paid.amount, appliedTier: paid.applied } : values,
      by: [change.start, change.higher],
    };
  },
});

interface Payment {
  readonly say: string;
  readonly amount: number;
  readonly applied: Tier;
}

/** What a lump-sum benefit pays for an event beside the change; undefined where something was not said. */
function payment(start: string, { tiers }: InsuranceProvisions, { given, cite, step }: Reading): Payment | undefined {
  const [happened, what, before, after] = [given(eventDate), given(benefit), given(fromTier), given(toTier)];
  if (happened === undefined || what === undefined || what === "total" || !before || !after) return undefined;
  const lump = (of: Tier, event: Benefit): number | undefined => {
    const terms = tiers[of].benefits[event];
    if (terms === undefined) return 0;
    const law = cite(terms);
    return law.kind === "lump" ? law.amount : undefined;
  };
  const [old, fresh] = [lump(before, what), lump(after, what)];
  if (old === undefined || fresh === undefined) return undefined;
  if (happened < start) {
    return {
      say: `按原来的${before}类给${wan(old)}：${benefitText[what]}发生在${chineseDay(start)}之前。`,
      amount: old,
      applied: before,
    };
  }
  const amount = step({
    label: "就高给付",
    expression: `max(${old},${fresh})`,
    result: Math.max(old, fresh),
    unit: "元",
  });
  const applied = fresh >= old ? after : before;
  return { say: `就高按${applied}类给${wan(amount)}，不叠加。`, amount, applied };
}
