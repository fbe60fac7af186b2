/** Other names for the calculators of annex 2-3: checkup_plan, checkup_gig, checkup_free. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const number = z.number().optional();
const planName = z
  .string()
  .transform((name) => name.replace(/(计划|套餐)$/, "").toUpperCase())
  .pipe(z.enum(["A", "B", "C"]));
const sexName = z.string().transform((name) => (/^(女|f)/i.test(name) ? "female" : "male"));

const group = z
  .looseObject({ plan: planName, male: number, female: number })
  .transform(({ plan, male = 0, female = 0 }) => ({ plan, male, female }));

const plans = z.looseObject({
  plan: planName.optional(),
  male: number,
  female: number,
  people: number,
  sex: sexName.optional(),
  groups: z.array(group).optional(),
  plans: z.array(group).optional(),
});

const gig = z.looseObject({ pricePerPerson: number, price: number, people: number, count: number });
const free = z.looseObject({
  hardship: number,
  difficult: number,
  sanitation: number,
  people: number,
  company: z.enum(["difficult", "sanitation"]).optional(),
});
const comparison = z.looseObject({ from: planName, to: planName, male: number, female: number });

export const translations: Readonly<Record<string, Translation>> = {
  checkup_plan: (given) => {
    const { groups, plans: mixed = groups, ...rest } = plans.parse(given);
    return { rule: "K13", answers: said({ ...rest, planGroups: mixed }) };
  },
  checkup_compare: (given) => {
    const { from, to, ...rest } = comparison.parse(given);
    return { rule: "K36", answers: said({ ...rest, fromPlan: from, toPlan: to }) };
  },
  checkup_gig: (given) => {
    const { price, count, pricePerPerson = price, people = count } = gig.parse(given);
    return { rule: "K16", answers: said({ pricePerPerson, people }) };
  },
  checkup_free: (given) => {
    const { difficult, hardship = difficult, sanitation, ...rest } = free.parse(given);
    return { rule: "K15", answers: said({ ...rest, hardshipPeople: hardship, sanitationPeople: sanitation }) };
  },
};
