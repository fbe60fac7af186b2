/** Other names for the calculator of annex 2-7: guidance. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const number = z.number().optional();
const guidance = z.looseObject({
  people: number,
  daysEach: z.union([z.number(), z.array(z.number())]).optional(),
  days: z.union([z.number(), z.array(z.number())]).optional(),
  groups: z.array(z.looseObject({ people: z.number(), daysEach: number, days: number })).optional(),
});

export const translations: Readonly<Record<string, Translation>> = {
  guidance: (given) => {
    const { people, days, daysEach = days, groups } = guidance.parse(given);
    const each = groups?.flatMap((one) => Array.from({ length: one.people }, () => one.daysEach ?? one.days ?? 0));
    const list = each ?? (Array.isArray(daysEach) ? daysEach : undefined);
    return {
      rule: "K25",
      answers: said({ advisers: people, daysEach: Array.isArray(daysEach) ? undefined : daysEach, daysByPerson: list }),
    };
  },
};
