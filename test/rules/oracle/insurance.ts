/** Second formulation of annex 2-2: benefits, fees, coverage, change of tier, deadlines. Tables first. */
import type { Drawn, Expected, Oracle } from "./oracle.ts";
import { dayOf, firstOfNextMonth, monthsLater, numberOf, type Random } from "./random.ts";

const tiers = ["C", "D", "E"] as const;
type Tier = (typeof tiers)[number];

/** 2-2#1.2.1, 2-2#1.2.2, 2-2#1.2.3 in 元; a null is an item that the tier does not have. */
const daily: Readonly<Record<Tier, { rate: number; days: number; cap: number } | null>> = {
  C: null,
  D: { rate: 60, days: 180, cap: 10_800 },
  E: { rate: 300, days: 180, cap: 54_000 },
};
const condolence: Readonly<Record<Tier, { rate: number; cap: number }>> = {
  C: { rate: 500, cap: 2000 },
  D: { rate: 500, cap: 6000 },
  E: { rate: 500, cap: 6000 },
};
const fixed = {
  majorIllness: { C: null, D: 10_000, E: 20_000 },
  accidentDeath: { C: 20_000, D: 60_000, E: 150_000 },
  illnessDeath: { C: null, D: 10_000, E: 20_000 },
} as const;
const ceilings = {
  majorIllnessMedical: { C: null, D: null, E: 340_000 },
  accidentDisability: { C: 20_000, D: 60_000, E: 150_000 },
  total: { C: 20_000, D: 90_800, E: 720_000 },
} as const;
const fixedItems = ["majorIllness", "accidentDeath", "illnessDeath"] as const;
const ceilingItems = ["majorIllnessMedical", "accidentDisability", "total"] as const;

const lacking: Expected = { verdict: "notEligible", yuan: { mutualAid: 0 }, values: { amount: 0 } };
const paid = (amount: number): Expected => ({ verdict: "eligible", yuan: { mutualAid: amount }, values: { amount } });

function drawBenefit(random: Random): Drawn {
  const tier = random.pick(tiers);
  const kind = random.pick(["daily", "condolence", "fixed", "ceiling"] as const);
  if (kind === "daily") {
    const hospitalDays = random.near([0, 10, 180], 0, 400);
    const row = daily[tier];
    const amount = row ? Math.min(row.rate * Math.min(hospitalDays, row.days), row.cap) : 0;
    return { answers: { tier, benefit: "hospitalization", hospitalDays }, expected: row ? paid(amount) : lacking };
  }
  if (kind === "condolence") {
    const times = random.near([1, 4, 12], 1, 40);
    const { rate, cap } = condolence[tier];
    return { answers: { tier, benefit: "accidentCondolence", times }, expected: paid(Math.min(rate * times, cap)) };
  }
  if (kind === "fixed") {
    const benefit = random.pick(fixedItems);
    const amount = fixed[benefit][tier];
    return { answers: { tier, benefit }, expected: amount === null ? lacking : paid(amount) };
  }
  const benefit = random.pick(ceilingItems);
  const most = ceilings[benefit][tier];
  const key = benefit === "total" ? "maxTotal" : "maxAmount";
  return {
    answers: { tier, benefit, ...(benefit === "total" && { deathCause: "accident" }) },
    expected:
      most === null
        ? lacking
        : { verdict: "upperBound", yuan: { mutualAid: [0, most] }, values: { [key]: most }, open: ["amount"] },
  };
}

/** 2-2#1.5: a fee for the insured time; 2-2#1.4: never longer than a year. */
const feeFor = (months: number) => (months <= 6 ? 36 : 72);

function drawFee(random: Random): Drawn {
  const tier = random.pick(tiers);
  const people = random.chance(0.5) ? random.whole(1, 400) : undefined;
  const months = random.near([6, 12], 1, 24);
  const answers = { tier, coverageMonths: months, ...(people !== undefined && { people }) };
  if (months > 12) return { answers: { ...answers, tier: "E" }, expected: { verdict: "notEligible", open: ["fee"] } };
  if (tier === "C") return { answers, expected: { verdict: "eligible", values: { fee: 0 } } };
  if (tier === "D") {
    const dues = { fee: 0, unionDues: 120, ...(people !== undefined && { unionDuesTotal: 120 * people }) };
    return { answers, expected: { verdict: "eligible", values: dues, yuan: { notStated: 120 * (people ?? 1) } } };
  }
  const fee = feeFor(months);
  const values = { fee, ...(people !== undefined && { total: fee * people }) };
  return { answers, expected: { verdict: "eligible", values } };
}

/** 2-2#1.4.1 and 2-2#1.4.2: by the month of enrolment, the first day insured; null where nobody can be insured. */
const lastDay = "2023-12-31";
function coverageOf(enrolment: string, on: string): string | null {
  if (enrolment === "groupCentral") return on >= "2022-12-01" && on <= "2023-02-28" ? "2023-01-01" : null;
  // A list of a group handed in during the months of the central enrolment is a central one, whatever it was called.
  if (enrolment === "groupInstant" && on <= "2023-02-28") return coverageOf("groupCentral", on);
  if (enrolment === "groupInstant") return on >= "2023-03-01" && on <= "2023-11-30" ? firstOfNextMonth(on) : null;
  const start = firstOfNextMonth(on);
  return start > lastDay ? null : start;
}
const monthsUntilYearEnd = (start: string) => 13 - Number(start.slice(5, 7));

function drawEnrolment(random: Random): Omit<Drawn, "expected"> & { readonly start: string | null } {
  const enrolment = random.pick(["groupCentral", "groupInstant", "individual"] as const);
  // The document names no first day for individuals; those before the year are left out.
  const enrolledOn = random.day(enrolment === "individual" ? "2023-01-01" : "2022-12-01", lastDay);
  return { answers: { enrolment, enrolledOn }, start: coverageOf(enrolment, enrolledOn) };
}

function drawCoverage(random: Random): Drawn {
  const { answers, start } = drawEnrolment(random);
  if (start === null) return { answers, expected: { verdict: "notEligible", open: ["coverageStart"] } };
  return { answers, expected: { verdict: "eligible", values: { coverageStart: start } } };
}

function drawFeeByDay(random: Random): Drawn {
  const { answers, start } = drawEnrolment(random);
  const withTier = { ...answers, tier: "E" };
  if (start === null)
    return { answers: withTier, expected: { verdict: "notEligible", open: ["fee", "coverageStart"] } };
  const fee = feeFor(monthsUntilYearEnd(start));
  return { answers: withTier, expected: { verdict: "eligible", values: { fee, coverageStart: start } } };
}

/** 2-2#1.6: from the first of the next month, the higher of the two, never both. */
function drawChange(random: Random): Drawn {
  const fromTier = random.pick(tiers);
  const others = tiers.filter((tier) => tier !== fromTier);
  const toTier = random.pick([others[0] ?? "C", others[1] ?? "E"]);
  const benefit = random.pick(fixedItems);
  const changedOn = random.day("2023-01-01", "2023-12-31");
  const eventDate = random.day("2023-01-01", "2023-12-31");
  const start = firstOfNextMonth(changedOn);
  const answers = { fromTier, toTier, changedOn, eventDate, benefit };
  const newBenefitStart = { newBenefitStart: start, stacked: false };
  const old = fixed[benefit][fromTier] ?? 0;
  if (start > lastDay) return { answers, expected: { values: newBenefitStart } };
  const amount = eventDate < start ? old : Math.max(old, fixed[benefit][toTier] ?? 0);
  return { answers, expected: { values: { ...newBenefitStart, amount }, yuan: { mutualAid: amount } } };
}

/** 2-2#1.7.3: how long after what. */
const terms = {
  hospitalization: 24,
  majorIllness: 24,
  majorIllnessMedical: 24,
  accidentDeath: 24,
  illnessDeath: 6,
} as const;
const termItems = ["hospitalization", "majorIllness", "majorIllnessMedical", "accidentDeath", "illnessDeath"] as const;

function drawDeadline(random: Random): Drawn {
  if (random.chance(0.05)) {
    return {
      answers: { benefit: "accidentCondolence" },
      expected: { verdict: "unsettled", values: { deadline: null } },
    };
  }
  const disability = random.chance(0.3);
  const from = random.day("2023-01-01", lastDay);
  const benefit = disability ? "accidentDisability" : random.pick(termItems);
  const deadline = benefit === "accidentDisability" ? dayOf(numberOf(from) + 180) : monthsLater(from, terms[benefit]);
  const claimOn = dayOf(random.near([numberOf(deadline)], numberOf(from), numberOf(deadline) + 200));
  const answers = { benefit, claimOn, ...(disability ? { accidentOn: from } : { coverageEnd: from }) };
  const days = {
    deadline,
    safeDeadline: dayOf(numberOf(deadline) - 1),
    daysLeft: numberOf(deadline) - numberOf(claimOn),
  };
  // Whether the first day counts is not said, so that the last day itself is open.
  if (claimOn === deadline) return { answers, expected: { verdict: "unsettled", values: days, open: ["accepted"] } };
  const accepted = claimOn < deadline;
  return { answers, expected: { verdict: accepted ? "eligible" : "notEligible", values: { ...days, accepted } } };
}

export const insurance: readonly Oracle[] = [
  { rule: "K06", about: "保障金", draw: drawBenefit },
  { rule: "K07", about: "保障费用(按月数)", draw: drawFee },
  { rule: "K07", about: "保障费用(按参保日)", draw: drawFeeByDay },
  { rule: "K08", about: "保障起止", draw: drawCoverage },
  { rule: "K10", about: "换档", draw: drawChange },
  { rule: "K11", about: "申领截止", draw: drawDeadline },
];
