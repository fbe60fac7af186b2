/** Other names for the calculator of annex 2-4: wish. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const wish = z.looseObject({
  valueEach: z.number().optional(),
  value: z.number().optional(),
  count: z.number().optional(),
});

export const translations: Readonly<Record<string, Translation>> = {
  wish: (given) => {
    const { value, valueEach = value, count } = wish.parse(given);
    return { rule: "K18", answers: said({ wishValue: valueEach, wishCount: count }) };
  },
};
