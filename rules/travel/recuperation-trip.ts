/** K04 疗休养: the three kinds, how long and how dear they may be, and what the unions add. */
import { periodText } from "../common/calendar.ts";
import { costPerPerson, days, endDate, nights, people, startDate, totalCost } from "../common/facts.ts";
import { lawOn } from "../editions/index.ts";
import { type Grounds, type Provision, windowStatus } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { hasQuota, recuperation } from "./facts.ts";
import type { Length, TravelProvisions } from "./provisions.ts";
import { counterpartSubsidy, type Party, sanatoriumSubsidy, yangtzeSubsidy } from "./recuperation-subsidy.ts";

type Uses =
  | typeof people
  | typeof costPerPerson
  | typeof totalCost
  | typeof days
  | typeof nights
  | typeof startDate
  | typeof endDate
  | typeof hasQuota;
type Law = TravelProvisions["recuperation"];
type Reading = Pick<Context<never, Uses>, "given" | "cite" | "step">;

export const recuperationTrip = defineRule({
  id: "K04",
  name: "recuperation",
  title: "疗休养的天数、费用和补贴",
  project: "2-1",
  asks: [recuperation],
  uses: [people, costPerPerson, totalCost, days, nights, startDate, endDate, hasQuota],
  decide({ know, given, cite, step }) {
    const law = lawOn("travel", given(startDate)).recuperation;
    const { from, until } = cite(law.period);
    const said = [given(startDate), given(endDate)].filter((day) => day !== undefined);
    if (said.some((day) => windowStatus({ from, until }, day) !== "open")) {
      return {
        verdict: "notEligible",
        say: `不符合，疗休养的组织时间是${periodText({ from, until })}。`,
        by: [law.period],
      };
    }
    const kind = know(recuperation);
    if (kind === undefined) return { ...allKinds(law, cite), window: law.period };
    return { ...decided(kind, law, { given, cite, step }), window: law.period };
  },
});

/** The kind is not known: what each kind brings. */
function allKinds({ yangtzeDelta, counterpart, municipalSanatorium }: Law, cite: Reading["cite"]): Decision {
  const [city, district] = [cite(municipalSanatorium.city), cite(municipalSanatorium.district)];
  return {
    verdict: "upperBound",
    say: `长三角区域：区总补${cite(yangtzeDelta.district)}元/人；对口合作区域：市总${cite(counterpart.city)}元＋区总${cite(counterpart.district)}元/人；市总直管院所：市总${city.join("至")}元＋区总${district.join("至")}元/人。`,
    by: [yangtzeDelta.district, counterpart.city, municipalSanatorium.city],
  };
}

function decided(kind: "yangtzeDelta" | "counterpart" | "municipalSanatorium", law: Law, reading: Reading): Decision {
  const party = partyOf(reading);
  if (kind === "municipalSanatorium") return sanatoriumSubsidy(party, law.municipalSanatorium, reading);
  const rules = law[kind];
  const durationOk = fits(reading, rules.longest);
  const checked = durationOk === undefined ? {} : { durationOk };
  if (reading.given(hasQuota) === false) {
    return {
      verdict: "notEligible",
      say: `不能，这一类要${kind === "yangtzeDelta" ? "根据区总的分配名额" : "根据市总分配的指标数"}组织，没有名额不能走。`,
      by: [rules.quota],
    };
  }
  const subsidy =
    kind === "yangtzeDelta"
      ? yangtzeSubsidy(party, law.yangtzeDelta, reading)
      : counterpartSubsidy(party, law.counterpart, reading);
  if (durationOk !== false) return { ...subsidy, values: { ...checked, ...subsidy.values } };
  const within = subsidy.values?.withinCap;
  return tooLong(rules.longest, within === undefined ? checked : { ...checked, withinCap: within }, reading);
}

/** Days and nights against the longest; undefined where neither was said. */
function fits({ given, cite }: Reading, longest: Provision<Length>): boolean | undefined {
  const most = cite(longest);
  const [stay, overnight] = [given(days), given(nights)];
  if (stay === undefined && overnight === undefined) return undefined;
  return (stay ?? 0) <= most.days && (overnight ?? 0) <= most.nights;
}

function tooLong(longest: Provision<Length>, values: Decision["values"], { cite }: Reading): Decision {
  const most = cite(longest);
  const by: Grounds = [longest];
  return {
    verdict: "notEligible",
    say: `不符合，组织时间不超过${most.days}天${most.nights}晚。`,
    lines: ["超过天数后补贴怎么算，文件没有写。"],
    ...(values && { values }),
    by,
  };
}

function partyOf({ given }: Reading): Party {
  const [heads, each, total] = [given(people), given(costPerPerson), given(totalCost)];
  return { heads, each, total };
}
