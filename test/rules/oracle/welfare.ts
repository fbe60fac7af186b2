/** Second formulation of annexes 2-4 to 2-7: 微心愿, 大病慰问, 健康服务点, 指导服务补贴. */
import type { Drawn, Oracle } from "./oracle.ts";
import type { Random } from "./random.ts";

/** 2-4#1. */
const wish = { each: 500, quota: 100 } as const;

function drawWish(random: Random): Drawn {
  const value = random.near([wish.each], 0, 1000);
  const count = random.near([1, wish.quota], 1, 300);
  const within = value <= wish.each;
  return {
    answers: { wishValue: value, wishCount: count },
    expected: {
      // 「原则上」 leaves room above the guideline; what happens beyond the quota is not said.
      verdict: within && count <= wish.quota ? "eligible" : "unsettled",
      values: { withinGuideline: within, total: value * count },
    },
  };
}

/** 2-5#1 to 2-5#3. */
const diseases = {
  malignantTumour: "listed",
  kidneyFailure: "listed",
  benignBrainTumour: "listed",
  transplant: "listed",
  bloodCancer: "notSaid",
  inSituCancer: "notSaid",
  other: "elsewhere",
} as const;
const diseaseNames = [
  "malignantTumour",
  "kidneyFailure",
  "benignBrainTumour",
  "transplant",
  "bloodCancer",
  "inSituCancer",
  "other",
] as const;

function drawIllness(random: Random): Drawn {
  const yes = () => random.chance(0.85);
  const disease = random.pick(diseaseNames);
  const hospital = random.pick(["shanghai", "shanghai", "otherThird", "recognised", "other"] as const);
  const firstDiagnosedOn = random.day("2022-12-20", "2024-01-10");
  const conditions = { hasCard: yes(), hasGuarantee: yes(), firstTime: yes(), cityConfirmed: yes() };
  const answers = { firstDiagnosedOn, disease, hospital, ...conditions };
  const inPeriod = firstDiagnosedOn.startsWith("2023-");
  const refused =
    !inPeriod || hospital === "other" || diseases[disease] === "elsewhere" || Object.values(conditions).includes(false);
  if (refused) return { answers, expected: { verdict: "notEligible", yuan: { districtUnion: 0 } } };
  if (diseases[disease] === "notSaid") {
    return {
      answers,
      expected: { verdict: "unsettled", open: ["districtAmount", "total"], unpaid: ["districtUnion"] },
    };
  }
  const deadline = firstDiagnosedOn <= "2023-06-30" ? "2023-12-31" : "2024-06-30";
  return {
    answers,
    expected: {
      verdict: "eligible",
      values: { inPeriod: true, cityAmount: 10_000, districtAmount: 3000, total: 13_000, deadline },
      yuan: { districtUnion: 3000, mutualAid: 10_000 },
    },
  };
}

/** 2-6#4.4 and 2-6#1.1: by the city, matched at least one to one by district and town. */
const points = { new: { each: 15_000, quota: 1 }, upgrade: { each: 10_000, quota: 3 } } as const;

function drawPoints(random: Random): Drawn {
  const newPoints = random.near([0, 1], 0, 6);
  const upgradedPoints = newPoints === 0 ? random.near([1, 3], 1, 9) : random.near([0, 3], 0, 9);
  const city = points.new.each * newPoints + points.upgrade.each * upgradedPoints;
  const over = newPoints > points.new.quota || upgradedPoints > points.upgrade.quota;
  return {
    answers: { newPoints, upgradedPoints },
    expected: {
      verdict: over ? "unsettled" : "eligible",
      values: { cityTotal: city, districtMin: city, townMin: city, minTotal: 3 * city },
      yuan: { municipalUnion: city, districtUnion: { atLeast: city }, townUnion: { atLeast: city } },
    },
  };
}

/** 2-7#4: 元 for each person and day. */
const guidance = 150;

function drawGuidance(random: Random): Drawn {
  const byPerson = random.chance(0.4);
  const days = Array.from({ length: random.whole(1, 12) }, () => random.whole(1, 30));
  const each = days[0] ?? 1;
  const personDays = byPerson ? days.reduce((total, one) => total + one, 0) : days.length * each;
  const claimant = random.chance(0.2) ? random.pick(["enterprise", "worker"] as const) : undefined;
  const said = byPerson ? { daysByPerson: days } : { advisers: days.length, daysEach: each };
  if (claimant) {
    return { answers: { ...said, claimant }, expected: { verdict: "notEligible", yuan: { municipalUnion: 0 } } };
  }
  const amount = guidance * personDays;
  return {
    answers: said,
    expected: {
      verdict: "eligible",
      values: { subsidyTotal: amount, personDays },
      yuan: { municipalUnion: amount },
      unpaid: ["employer", "districtUnion"],
    },
  };
}

export const welfare: readonly Oracle[] = [
  { rule: "K18", about: "微心愿", draw: drawWish },
  { rule: "K19", about: "大病慰问", draw: drawIllness },
  { rule: "K21", about: "健康服务点", draw: drawPoints },
  { rule: "K25", about: "指导服务补贴", draw: drawGuidance },
];
