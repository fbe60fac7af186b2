/** Cost of a city trip against its tariff: cap, threshold and meals, compared without dividing. */
import type { Provision } from "../engine/provision.ts";
import type { Step } from "../engine/rule.ts";
import type { TripTariff } from "./provisions.ts";

/** What was said of the cost, in whole 元. */
export interface Said {
  readonly heads: number | undefined;
  readonly each: number | undefined;
  readonly total: number | undefined;
  readonly meals: number | undefined;
  readonly mealsEach: number | undefined;
}

/** Enough to compare: `amount` stands for `heads` people (1 where it is the cost of one). */
export interface Cost {
  readonly amount: number;
  readonly times: number;
  /** 「人均750元」 or, where that does not come out even, 「30人总费用22999元」. */
  readonly named: string;
}

export interface Reading {
  readonly cite: <T>(provision: Provision<T>) => T;
  readonly step: (step: Step) => number;
}

/** The cost per person where it is whole; else the whole cost beside the heads. */
export function costOf({ heads, each, total }: Said): Cost | undefined {
  if (each !== undefined) return { amount: each, times: 1, named: `人均${each}元` };
  if (heads === undefined || total === undefined) return undefined;
  return total % heads === 0
    ? { amount: total / heads, times: 1, named: `人均${total / heads}元` }
    : { amount: total, times: heads, named: `${heads}人总费用${total}元` };
}

/** The whole cost, where it was said or follows. */
export const totalOf = ({ heads, each, total }: Said): number | undefined =>
  total ?? (heads === undefined || each === undefined ? undefined : heads * each);

export interface Meals {
  /** The most that meals may cost in all, rounded down to whole 元. */
  readonly most: number | undefined;
  /** Undefined where the meals were not said or cannot be compared. */
  readonly within: boolean | undefined;
}

export function mealsOf(said: Said, tariff: TripTariff, { cite, step }: Reading): Meals {
  const share = cite(tariff.mealShare);
  const total = totalOf(said);
  const cost = costOf(said);
  const most = total === undefined ? undefined : Math.floor((total * share) / 100);
  if (total !== undefined && most === (total * share) / 100) {
    step({ label: "餐费最多", expression: `${total}*${share}/100`, result: most, unit: "元", by: tariff.mealShare });
  }
  if (said.meals !== undefined && total !== undefined) return { most, within: said.meals * 100 <= total * share };
  if (said.mealsEach !== undefined && cost !== undefined) {
    return { most, within: said.mealsEach * cost.times * 100 <= cost.amount * share };
  }
  return { most, within: undefined };
}
