/** A benefit's terms and what was said of the event → amount, wording and values. */
import type { Provision } from "../engine/provision.ts";
import type { Context, Plain } from "../engine/rule.ts";
import type { Benefit, Terms } from "./provisions.ts";

export const benefitText: Readonly<Record<Benefit, string>> = {
  hospitalization: "住院",
  majorIllness: "重大疾病",
  majorIllnessMedical: "重大疾病医疗补助金",
  accidentDeath: "意外身故",
  accidentDisability: "意外伤残",
  accidentCondolence: "意外慰问金",
  illnessDeath: "疾病身故",
};

export interface Measured {
  /** Follows the name of tier and benefit: 「60元/天，最多180天，最高1.08万元」. */
  readonly text: string;
  /** The amount to be paid; undefined where only a ceiling is known. */
  readonly amount?: number;
  readonly most: number;
  readonly exact: boolean;
  readonly notes: readonly string[];
  readonly values: Readonly<Record<string, Plain>>;
}

/** As the document writes large amounts: 1.08万元, 2000元. */
export const wan = (amount: number): string => (amount >= 10_000 ? `${amount / 10_000}万元` : `${amount}元`);

/** `extent`: days in hospital, or number of times. */
export function measure(
  terms: Provision<Terms>,
  extent: number | undefined,
  { cite, step }: Pick<Context<never, never>, "cite" | "step">,
): Measured {
  const law = cite(terms);
  switch (law.kind) {
    case "lump":
      return {
        text: wan(law.amount),
        amount: law.amount,
        most: law.amount,
        exact: true,
        notes: [],
        values: { amount: law.amount },
      };
    case "upTo":
      return {
        text: `最高${wan(law.most)}`,
        most: law.most,
        exact: false,
        notes: ["按伤残程度定多少，文件没有附等级表。"],
        values: { maxAmount: law.most },
      };
    case "range":
      return {
        text: `${law.least}元到${law.highest}元不等，累计最高${wan(law.most)}`,
        most: law.most,
        exact: false,
        notes: ["怎么分档，文件没有写。"],
        values: { minAmount: law.least, maxEach: law.highest, maxAmount: law.most },
      };
    case "perDay":
    case "perTime":
      return counted(law, terms, extent, step);
  }
}

function counted(
  law: Extract<Terms, { kind: "perDay" | "perTime" }>,
  by: Provision<Terms>,
  extent: number | undefined,
  step: Context<never, never>["step"],
): Measured {
  const daily = law.kind === "perDay";
  const unit = daily ? "天" : "次";
  const atMost = daily ? law.days : law.most / law.each;
  const bounds = { dailyRate: law.each, maxAmount: law.most };
  if (extent === undefined) {
    const span = daily ? `最多${law.days}天，` : "";
    return {
      text: `${law.each}元/${unit}，${span}最高${wan(law.most)}`,
      most: law.most,
      exact: true,
      notes: [],
      values: { ...bounds, ...(daily && { maxDays: law.days }) },
    };
  }
  const paid = Math.min(extent, atMost);
  const amount = step({
    label: daily ? "住院保障" : "意外慰问金",
    expression: `${law.each}*min(${extent},${atMost})`,
    result: law.each * paid,
    unit: "元",
    by,
  });
  const capped = extent > atMost;
  return {
    text: capped
      ? `${extent}${unit}只按${paid}${unit}算，给${amount}元（最高限额）`
      : `${extent}${unit}给${amount}元（${law.each}元/${unit}）`,
    amount,
    most: law.most,
    exact: true,
    notes: capped ? [] : [`最高${wan(law.most)}${daily ? `，最多${law.days}天` : ""}。`],
    values: { ...bounds, amount, ...(daily ? { payableDays: paid } : { payableTimes: paid }) },
  };
}
