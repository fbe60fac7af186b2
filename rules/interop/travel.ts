/** Other names for the calculators of annex 2-1: kanshanghai, pinshanghai, liaoxiuyang. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const number = z.number().optional();
const text = z.string().optional();

const trips = z
  .enum(["2天1晚", "两天一晚", "2日游", "twoDay", "1日游", "1日", "1日活动", "一日游", "1天", "oneDay"])
  .transform((name) => (/^(1|一|one)/.test(name) ? "oneDay" : "twoDay"));

const cityTrip = z.looseObject({
  type: trips,
  people: number,
  costPerPerson: number,
  totalCost: number,
  costTotal: number,
  mealTotal: number,
  mealPerPerson: number,
  days: number,
  nights: number,
  startDate: text,
  startOn: text,
  endDate: text,
  endOn: text,
  inShanghai: z.boolean().optional(),
});

const brands = z.looseObject({
  spendsPerPersonInYear: z.array(z.number()).optional(),
  usedPerPerson: number,
  spentPerPerson: number,
  plannedPerPerson: number,
  people: number,
});

const routes = z
  .string()
  .transform((name) =>
    /长三角|yangtze/i.test(name)
      ? "yangtzeDelta"
      : /对口|协作|六安|三明|宜春|counterpart/i.test(name)
        ? "counterpart"
        : "municipalSanatorium",
  );

const retreat = z.looseObject({
  route: routes,
  people: number,
  days: number,
  nights: number,
  costPerPerson: number,
  totalCost: number,
  costTotal: number,
  startDate: text,
  startOn: text,
  endDate: text,
  endOn: text,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const translations: Readonly<Record<string, Translation>> = {
  kanshanghai: (given) => {
    const { type, costTotal, startOn, endOn, ...rest } = cityTrip.parse(given);
    const { totalCost = costTotal, startDate = startOn, endDate = endOn } = rest;
    return { rule: "K01", answers: said({ ...rest, trip: type, totalCost, startDate, endDate }) };
  },
  pinshanghai: (given) => {
    const { spendsPerPersonInYear: spends, spentPerPerson, ...rest } = brands.parse(given);
    const { usedPerPerson = spentPerPerson } = rest;
    return {
      rule: "K02",
      answers: said({
        ...rest,
        usedPerPerson: spends ? sum(spends.slice(0, -1)) : usedPerPerson,
        plannedPerPerson: spends ? (spends.at(-1) ?? 0) : rest.plannedPerPerson,
      }),
    };
  },
  liaoxiuyang: (given) => {
    const { route, costTotal, startOn, endOn, ...rest } = retreat.parse(given);
    const { totalCost = costTotal, startDate = startOn, endDate = endOn } = rest;
    return { rule: "K04", answers: said({ ...rest, recuperation: route, totalCost, startDate, endDate }) };
  },
};
