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
  /** The same for one person, where only the cost of one is known. */
  readonly mostEach: number | undefined;
  /** Undefined where the meals were not said or cannot be compared. */
  readonly within: boolean | undefined;
}

export function mealsOf(said: Said, tariff: TripTariff, { cite, step }: Reading): Meals {
  const share = cite(tariff.mealShare);
  const total = totalOf(said);
  const cost = costOf(said);
  const mostOf = (label: string, amount: number, unit: "元" | "元/人"): number => {
    const most = Math.floor((amount * share) / 100);
    if (most * 100 === amount * share) {
      step({ label, expression: `${amount}*${share}/100`, result: most, unit, by: tariff.mealShare });
    }
    return most;
  };
  const most = total === undefined ? undefined : mostOf("餐费最多", total, "元");
  const mostEach =
    total === undefined && said.each !== undefined ? mostOf("人均餐费最多", said.each, "元/人") : undefined;
  const limits = { most, mostEach };
  if (said.meals !== undefined && total !== undefined) return { ...limits, within: said.meals * 100 <= total * share };
  const each = mealsOfOne(said);
  if (each !== undefined && cost !== undefined) {
    return { ...limits, within: each * cost.times * 100 <= cost.amount * share };
  }
  return { ...limits, within: undefined };
}

/** Beside nothing but the cost of one person, meals that cost no more than it are those of one person. */
const mealsOfOne = ({ each, total, heads, meals, mealsEach }: Said): number | undefined =>
  mealsEach ??
  (heads === undefined && total === undefined && each !== undefined && meals !== undefined && meals <= each
    ? meals
    : undefined);

/** 「，最多6000元」, 「，每人最多320元」 or nothing. */
export const mostSaid = ({ most, mostEach }: Meals): string =>
  most !== undefined ? `最多${most}元` : mostEach !== undefined ? `每人最多${mostEach}元` : "";
