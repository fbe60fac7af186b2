/** Other names for the calculators of annex 2-6: service_point, service_frequency. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const number = z.number().optional();
const funding = z.looseObject({ newPoints: number, upgradedPoints: number });
const frequency = z.looseObject({ months: number });

export const translations: Readonly<Record<string, Translation>> = {
  service_point: (given) => {
    const { newPoints, upgradedPoints } = funding.parse(given);
    return { rule: "K21", answers: said({ newPoints, upgradedPoints }) };
  },
  service_frequency: (given) => {
    const { months } = frequency.parse(given);
    return { rule: "K22", answers: said({ months }) };
  },
};
