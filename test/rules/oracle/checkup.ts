/** Second formulation of annex 2-3: plans, batches, 送健康, 新就业. Tables first. */
import type { Drawn, Oracle } from "./oracle.ts";
import type { Random } from "./random.ts";

/** 2-3-1 (prices), 2-3#1.2 (subsidy), in 元 a head. */
const plans = {
  A: { male: 434, female: 457, subsidy: 120 },
  B: { male: 503, female: 526, subsidy: 150 },
  C: { male: 603, female: 626, subsidy: 180 },
} as const;
const letters = ["A", "B", "C"] as const;

interface Group {
  readonly plan: keyof typeof plans;
  readonly male: number;
  readonly female: number;
}

const group = (random: Random): Group => ({
  plan: random.pick(letters),
  male: random.near([0, 1, 30], 0, 300),
  female: random.near([0, 1, 30], 0, 300),
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function drawCompany(random: Random): Drawn {
  const first = group(random);
  const groups = random.chance(0.3) ? [first, group(random)] : [first];
  const filled = groups.map((each) => (each.male + each.female === 0 ? { ...each, male: 1 } : each));
  const price = sum(filled.map(({ plan, male, female }) => plans[plan].male * male + plans[plan].female * female));
  const subsidy = sum(filled.map(({ plan, male, female }) => plans[plan].subsidy * (male + female)));
  const [only] = filled;
  return {
    answers: filled.length === 1 && only ? { ...only } : { planGroups: filled },
    expected: {
      verdict: "eligible",
      values: {
        priceTotal: price,
        subsidyTotal: subsidy,
        employerTotal: price - subsidy,
        people: sum(filled.map(({ male, female }) => male + female)),
      },
      yuan: { districtUnion: subsidy, employer: price - subsidy },
      unpaid: ["individual"],
    },
  };
}

/** 2-3#1.3.4: 30 to 120 a batch; dealt out like cards, one head at a time. */
function drawBatches(random: Random): Drawn {
  const people = random.near([30, 120, 240, 360], 1, 3000);
  if (people < 30) return { answers: { people }, expected: { verdict: "unsettled", open: ["batches", "minBatches"] } };
  let count = 1;
  while (count * 120 < people) count += 1;
  const batches = Array.from({ length: count }, () => 0);
  for (let head = 0; head < people; head += 1) batches[head % count] = (batches[head % count] ?? 0) + 1;
  return { answers: { people }, expected: { verdict: "eligible", values: { minBatches: count, batches } } };
}

/** 2-3#2.1 heads, 2-3#2.5 元 a head. */
const free = { difficult: 2000, sanitation: 500, each: 300 } as const;

function drawFree(random: Random): Drawn {
  const difficult = random.chance(0.7) ? random.near([1, 45, free.difficult], 1, 2500) : undefined;
  const sanitation =
    difficult === undefined || random.chance(0.5) ? random.near([1, 20, free.sanitation], 1, 800) : undefined;
  const people = (difficult ?? 0) + (sanitation ?? 0);
  const over = (difficult ?? 0) > free.difficult || (sanitation ?? 0) > free.sanitation;
  return {
    answers: {
      ...(difficult !== undefined && { hardshipPeople: difficult }),
      ...(sanitation !== undefined && { sanitationPeople: sanitation }),
    },
    expected: {
      verdict: over ? "unsettled" : "eligible",
      values: { people, costTotal: free.each * people },
      yuan: { districtUnion: free.each * people },
    },
  };
}

/** 2-3#2.2: all three; 2-3#2.3: two conditions, and whether one is enough is not said. */
function drawFreeConditions(random: Random): Drawn {
  const yes = () => random.chance(0.7);
  const people = random.whole(1, 300);
  if (random.chance(0.5)) {
    const conditions = { hasUnion: yes(), temporaryDifficulty: yes(), financesStrained: yes() };
    const all = Object.values(conditions).every(Boolean);
    const yuan = { districtUnion: free.each * people };
    return {
      answers: { company: "difficult", people, ...conditions },
      expected: all ? { verdict: "eligible", yuan } : { verdict: "notEligible" },
    };
  }
  const conditions = { governmentArranged: random.chance(0.2), contributed: yes(), neverArranged: yes() };
  const met = [conditions.contributed && !conditions.governmentArranged, conditions.neverArranged];
  const count = met.filter(Boolean).length;
  return {
    answers: { company: "sanitation", people, ...conditions },
    expected: { verdict: count === 2 ? "eligible" : count === 1 ? "unsettled" : "notEligible" },
  };
}

/** 2-3#3.3: 180 to start from, made up to 300; 「实际补贴120元」. */
function drawGig(random: Random): Drawn {
  const gigWork = random.pick(["courier", "foodCourier", "rideHailing", "truckDriver", "otherNewForm"] as const);
  const price = random.near([180, 300], 100, 500);
  const people = random.whole(1, 300);
  const answers = { gigWork, pricePerPerson: price, people };
  if (gigWork === "otherNewForm") {
    return { answers, expected: { verdict: "unsettled", open: ["subsidyTotal"], unpaid: ["districtUnion"] } };
  }
  if (price < 300) {
    const readings = [Math.max(0, price - 180), 120];
    const values = { topUpPerPersonReadings: readings };
    return { answers, expected: { verdict: "unsettled", values, open: ["subsidyTotal"], unpaid: ["districtUnion"] } };
  }
  return {
    answers,
    expected: {
      verdict: "eligible",
      values: {
        topUpPerPerson: 120,
        subsidyTotal: 120 * people,
        ...(price > 300 && { overTotal: (price - 300) * people }),
      },
      yuan: { districtUnion: 120 * people, notStated: (price - 120) * people },
    },
  };
}

export const checkup: readonly Oracle[] = [
  { rule: "K13", about: "企业体检", draw: drawCompany },
  { rule: "K14", about: "分批", draw: drawBatches },
  { rule: "K15", about: "送健康(人数)", draw: drawFree },
  { rule: "K15", about: "送健康(条件)", draw: drawFreeConditions },
  { rule: "K16", about: "新就业体检", draw: drawGig },
];
