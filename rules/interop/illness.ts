/** Other names for the calculators of annex 2-5: illness, with a day of handing in it is about being in time. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const flag = z.boolean().optional();
const day = z.string().optional();
const illness = z.looseObject({
  firstDiagnosedOn: day,
  otherConditionsMet: flag,
  submittedOn: day,
  claimOn: day,
  hasCard: flag,
  hasGuarantee: flag,
  firstTime: flag,
  cityConfirmed: flag,
});

export const translations: Readonly<Record<string, Translation>> = {
  illness: (given) => {
    const { claimOn, submittedOn = claimOn, ...rest } = illness.parse(given);
    return { rule: submittedOn === undefined ? "K19" : "K20", answers: said({ ...rest, submittedOn }) };
  },
};
