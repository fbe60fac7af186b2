/** Other names for the calculators of annex 2-2: mutual_fee, mutual_start, mutual_hospital and so on. */
import { z } from "zod";
import { said, type Translation } from "./translation.ts";

const number = z.number().optional();
const text = z.string().optional();
const tier = z.string().transform((name) => name.replace(/类$/, "").trim().toUpperCase());

const mode = z
  .string()
  .transform((name) =>
    /衔接/.test(name)
      ? "bridge"
      : /即时/.test(name)
        ? "groupInstant"
        : /个人/.test(name)
          ? "individual"
          : "groupCentral",
  );

const enrolling = z.looseObject({
  tier: tier.optional(),
  mode: mode.optional(),
  listSubmitted: text,
  listSubmittedOn: text,
  paidOn: text,
  processedOn: text,
  handledOn: text,
  currentCoverageEnd: text,
  coverageMonths: number,
  months: number,
  people: number,
});

/** Names of the claim clause, of the list of benefits, and ours. */
const benefitNames: readonly (readonly [string, RegExp])[] = [
  ["majorIllnessMedical", /医疗补助|majorIllnessMedical/],
  ["hospitalization", /住院|hospitalization/],
  ["majorIllness", /重病|重大疾病|重疾|majorIllness/],
  ["accidentDeath", /意外身故|accidentDeath/],
  ["accidentDisability", /伤残|accidentDisability/],
  ["accidentCondolence", /慰问|accidentCondolence/],
  ["illnessDeath", /疾病身故|illnessDeath/],
];
const benefit = z.string().transform((name) => benefitNames.find(([, pattern]) => pattern.test(name))?.[0] ?? name);

const extent = z.looseObject({ tier, days: number, hospitalDays: number, times: number, benefit: benefit.optional() });
const limit = z.looseObject({ tier, deathType: text });
const claim = z.looseObject({ benefit, coverageEnd: text, accidentOn: text, claimOn: text });
const change = z.looseObject({
  fromTier: tier.optional(),
  toTier: tier.optional(),
  changedOn: text,
  eventOn: text,
  benefit: benefit.optional(),
});

const enrolled: Translation = (given) => {
  const told = enrolling.parse(given);
  if (told.mode === "bridge") {
    const { currentCoverageEnd: coverageEnd, processedOn = told.handledOn } = told;
    return { rule: "K09", answers: said({ coverageEnd, processedOn, oldPlanGroup: true }) };
  }
  const enrolledOn = told.listSubmitted ?? told.listSubmittedOn ?? told.paidOn;
  return {
    rule: "K07",
    answers: said({
      tier: told.tier,
      enrolment: told.mode,
      enrolledOn,
      coverageMonths: told.coverageMonths ?? told.months,
      people: told.people,
    }),
  };
};

export const translations: Readonly<Record<string, Translation>> = {
  mutual_fee: enrolled,
  mutual_start: (given) => {
    const { rule, answers } = enrolled(given);
    return rule === "K09" ? { rule, answers } : { rule: "K08", answers };
  },
  mutual_hospital: (given) => {
    const { tier: of, days, hospitalDays = days } = extent.parse(given);
    return { rule: "K06", answers: said({ tier: of, benefit: "hospitalization", hospitalDays }) };
  },
  mutual_consolation: (given) => {
    const { tier: of, times } = extent.parse(given);
    return { rule: "K06", answers: said({ tier: of, benefit: "accidentCondolence", times }) };
  },
  mutual_benefit: (given) => {
    const { tier: of, days, hospitalDays = days, times, benefit: what } = extent.parse(given);
    return { rule: "K06", answers: said({ tier: of, benefit: what, hospitalDays, times }) };
  },
  mutual_limit: (given) => {
    const { tier: of, deathType } = limit.parse(given);
    const deathCause = deathType === undefined ? undefined : /疾病|病/.test(deathType) ? "illness" : "accident";
    return { rule: "K06", answers: said({ tier: of, benefit: "total", deathCause }) };
  },
  mutual_claim: (given) => ({ rule: "K11", answers: said(claim.parse(given)) }),
  mutual_change: (given) => {
    const { eventOn, ...rest } = change.parse(given);
    return { rule: "K10", answers: said({ ...rest, eventDate: eventOn }) };
  },
};
