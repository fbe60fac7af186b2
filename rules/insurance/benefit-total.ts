/** The ceiling of everything a tier pays together. */
import type { Context, Decision } from "../engine/rule.ts";
import { wan } from "./benefit-terms.ts";
import { deathCause } from "./facts.ts";
import type { Benefit, InsuranceProvisions, Terms, Tier, TierProvisions } from "./provisions.ts";

type Reading = Pick<Context<never, typeof deathCause>, "given" | "cite" | "step">;
type Tiers = InsuranceProvisions["tiers"];

export function totalDecision(of: Tier | undefined, tiers: Tiers, reading: Reading): Decision {
  const { cite, given } = reading;
  if (of === undefined) {
    const [c, d, e] = [tiers.C.total, tiers.D.total, tiers.E.total];
    return {
      verdict: "upperBound",
      say: `合计最高给付限额：C类${wan(cite(c))}，D类${wan(cite(d))}，E类${wan(cite(e))}。`,
      values: { byTier: { C: cite(c), D: cite(d), E: cite(e) } },
      by: [c, d, e],
    };
  }
  const law = tiers[of];
  const exclusive = law.exclusiveDeaths;
  if (exclusive && given(deathCause) === "illness") return byIllness(of, law, exclusive, reading);
  const total = cite(law.total);
  return {
    verdict: "upperBound",
    say: `${of}类合计最高给付限额${wan(total)}。`,
    lines: exclusive ? [`其中${cite(exclusive.rule)}，不能两样都领。`] : [],
    yuan: { mutualAid: [0, total] },
    values: { maxTotal: total },
    by: exclusive ? [law.total, exclusive.rule] : [law.total],
  };
}

const ceiling = (terms: Terms): number => (terms.kind === "lump" ? terms.amount : terms.most);

/** The most that one benefit pays; 0 where the tier does not list it. */
const mostOf = (benefit: Benefit, benefits: TierProvisions["benefits"], cite: Reading["cite"]): number =>
  Object.entries(benefits)
    .filter(([id]) => id === benefit)
    .reduce((sum, [, terms]) => sum + ceiling(cite(terms)), 0);

/** Dying of illness shuts out the sum for dying by accident: the parts add up to less than the printed total. */
function byIllness(
  of: Tier,
  { benefits, total }: TierProvisions,
  exclusive: NonNullable<TierProvisions["exclusiveDeaths"]>,
  { cite, step }: Reading,
): Decision {
  const hospital = mostOf("hospitalization", benefits, cite);
  const [illness, accident] = [cite(exclusive.illness), cite(exclusive.accident)];
  const [byAccident, ofIllness] = [mostOf("accidentDeath", benefits, cite), mostOf("illnessDeath", benefits, cite)];
  const most = step({
    label: "疾病身故时各分项限额相加",
    expression: `${hospital}+${illness}+${accident}-${byAccident}+${ofIllness}`,
    result: hospital + illness + accident - byAccident + ofIllness,
    unit: "元",
  });
  return {
    verdict: "upperBound",
    say: `疾病身故的，按分项限额推算最高${wan(most)}；文件只写${of}类合计最高${wan(cite(total))}。`,
    lines: [`${cite(exclusive.rule)}，不能两样都领。`],
    yuan: { mutualAid: [0, most] },
    values: { maxTotal: most, printedTotal: cite(total) },
    by: [exclusive.rule, total],
  };
}
