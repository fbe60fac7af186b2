/** Second formulation of annex 2-1: 看上海, 品上海, 疗休养. Tables first, written from the document. */
import type { Drawn, Expected, Oracle } from "./oracle.ts";
import type { Random } from "./random.ts";

/** 2-1#1.4.1, 2-1#1.4.2: 元 a head, and the share of meals in percent. */
const cityTrips = {
  twoDay: { cap: 800, from: 700, meals: 40, subsidy: 200, days: 2 },
  oneDay: { cap: 300, from: 250, meals: 50, subsidy: 100, days: 1 },
} as const;

/** 2-1#1.2, 2-1#2.2. */
const season = { first: "2023-05-01", last: "2023-11-30" };
const outOfSeason = (day: string | undefined) => day !== undefined && (day < season.first || day > season.last);

function drawCityTrip(random: Random): Drawn {
  const trip = random.pick(["twoDay", "oneDay"] as const);
  const row = cityTrips[trip];
  const people = random.whole(1, 60);
  const perHead = random.near([row.from, row.cap], 1, 1000);
  const asTotal = random.chance(0.5);
  const total = asTotal ? Math.max(1, people * perHead + random.whole(-2, 2)) : people * perHead;
  const mostMeals = Math.floor((total * row.meals) / 100);
  const meals = random.chance(0.5) ? random.near([mostMeals], 0, total) : undefined;
  const startDate = random.chance(0.2) ? random.day("2023-04-28", "2023-12-03") : undefined;
  const abroad = random.chance(0.1);
  return {
    answers: {
      trip,
      people,
      ...(asTotal ? { totalCost: total } : { costPerPerson: perHead }),
      ...(meals !== undefined && { mealTotal: meals }),
      ...(startDate !== undefined && { startDate }),
      ...(abroad && { inShanghai: false }),
    },
    expected: abroad || outOfSeason(startDate) ? { verdict: "notEligible" } : judgeCityTrip(row, people, total, meals),
  };
}

function judgeCityTrip(
  row: (typeof cityTrips)[keyof typeof cityTrips],
  people: number,
  total: number,
  meals: number | undefined,
): Expected {
  const overCap = total > row.cap * people;
  const overMeals = meals !== undefined && meals * 100 > row.meals * total;
  const reached = total >= row.from * people;
  const checks = { withinCap: !overCap, ...(meals !== undefined && { mealWithinLimit: !overMeals }) };
  const noSum = { open: ["subsidyTotal", "subsidyPerPerson"], unpaid: ["districtUnion"] } as const;
  if (overCap) return { verdict: "unsettled", values: checks, ...noSum };
  if (!reached) return { verdict: "notEligible", values: { ...checks, subsidyPerPerson: 0, subsidyTotal: 0 } };
  if (overMeals) return { verdict: "unsettled", values: checks, ...noSum };
  const subsidy = row.subsidy * people;
  return {
    verdict: "eligible",
    values: {
      ...checks,
      mealMax: Math.floor((total * row.meals) / 100),
      subsidyPerPerson: row.subsidy,
      subsidyTotal: subsidy,
      ownShare: total - subsidy,
    },
    yuan: { districtUnion: subsidy, grassrootsUnion: total - subsidy },
  };
}

/** 2-1#1.4.3: 元 a head in the year. */
const brandsCap = 500;

function drawBrands(random: Random): Drawn {
  const used = random.near([0, 300, brandsCap], 0, 700);
  const planned = random.near([0, brandsCap, Math.max(0, brandsCap - used)], 0, 700);
  const people = random.chance(0.4) ? random.whole(1, 300) : undefined;
  const forbidden = random.chance(0.1);
  const undecided = random.chance(0.1);
  const year = used + planned;
  const barred = forbidden || undecided;
  return {
    answers: {
      usedPerPerson: used,
      plannedPerPerson: planned,
      ...(people !== undefined && { people }),
      ...(forbidden && { forbiddenGoods: true }),
      ...(undecided && { democraticProcess: false }),
    },
    expected: barred
      ? { verdict: "notEligible" }
      : {
          verdict: year > brandsCap ? "notEligible" : "eligible",
          values: {
            yearTotal: year,
            withinCap: year <= brandsCap,
            overPerPerson: Math.max(0, year - brandsCap),
            remainingPerPerson: Math.max(0, brandsCap - year),
          },
          // The document says nothing of a subsidy by the district for 品上海.
          unpaid: ["districtUnion", "municipalUnion"],
        },
  };
}

/** 2-1#2.3 and 2-1#2.4. A null is what the document does not say. */
const retreats = {
  yangtzeDelta: { days: 3, nights: 2, cap: 1500, city: [0, 0], district: [300, 300] },
  counterpart: { days: 4, nights: 3, cap: null, city: [200, 200], district: [200, 200] },
  municipalSanatorium: { days: null, nights: null, cap: null, city: [200, 400], district: [100, 300] },
} as const;

function drawRetreat(random: Random): Drawn {
  const recuperation = random.pick(["yangtzeDelta", "counterpart", "municipalSanatorium"] as const);
  const row = retreats[recuperation];
  const people = random.whole(1, 60);
  const length = random.whole(2, 5);
  const said = random.chance(0.6);
  const total = random.chance(0.6) ? people * random.near([1500, 300, 400], 1, 2000) + random.whole(-1, 1) : undefined;
  const tooLong = said && row.days !== null && (length > row.days || length - 1 > row.nights);
  const overCap = total !== undefined && row.cap !== null && total > row.cap * people;
  const answers = {
    recuperation,
    people,
    ...(said && { days: length, nights: length - 1 }),
    ...(total !== undefined && { totalCost: total }),
  };
  const checks = {
    ...(said && row.days !== null && { durationOk: !tooLong }),
    ...(total !== undefined && row.cap !== null && { withinCap: !overCap }),
  };
  if (tooLong) return { answers, expected: { verdict: "notEligible", values: { durationOk: false } } };
  if (overCap) {
    return { answers, expected: { verdict: "unsettled", values: checks, open: ["districtTotal", "subsidyTotal"] } };
  }
  return { answers, expected: judgeRetreat(row, people, total, checks) };
}

function judgeRetreat(
  { city, district }: (typeof retreats)[keyof typeof retreats],
  people: number,
  total: number | undefined,
  checks: Readonly<Record<string, boolean>>,
): Expected {
  const [cityLeast, cityMost] = city;
  const [districtLeast, districtMost] = district;
  if (cityLeast !== cityMost) {
    const range = [(cityLeast + districtLeast) * people, (cityMost + districtMost) * people];
    const yuan = {
      municipalUnion: [cityLeast * people, cityMost * people],
      districtUnion: [districtLeast * people, districtMost * people],
    };
    const values = { subsidyTotalRange: range, subsidyPerPersonRange: [300, 700] };
    return { verdict: "upperBound", yuan, values, open: ["durationOk", "withinCap"] };
  }
  const subsidy = (cityLeast + districtLeast) * people;
  return {
    verdict: "eligible",
    values: { ...checks, subsidyTotal: subsidy, districtTotal: districtLeast * people },
    yuan: {
      districtUnion: districtLeast * people,
      ...(cityLeast > 0 && { municipalUnion: cityLeast * people }),
      ...(total !== undefined && total >= subsidy && { grassrootsUnion: total - subsidy }),
    },
    // What becomes of a fixed subsidy above the cost is not said.
    unpaid: [
      ...(cityLeast > 0 ? [] : ["municipalUnion" as const]),
      ...(total !== undefined && total < subsidy ? ["grassrootsUnion" as const] : []),
    ],
  };
}

export const travel: readonly Oracle[] = [
  { rule: "K01", about: "看上海", draw: drawCityTrip },
  { rule: "K02", about: "品上海", draw: drawBrands },
  { rule: "K04", about: "疗休养", draw: drawRetreat },
];
