/** K01 看上海: is the cost within its limits, and what does the district union add. */
import { costPerPerson, days, endDate, mealTotal, nights, people, startDate, totalCost } from "../common/facts.ts";
import { lawOn } from "../editions/index.ts";
import type { Grounds } from "../engine/provision.ts";
import { type Decision, defineRule } from "../engine/rule.ts";
import { inShanghai, mealPerPerson, members, organisedByUnion, trip } from "./facts.ts";
import type { TravelProvisions, TripTariff } from "./provisions.ts";
import { tripRefusal } from "./trip-conditions.ts";
import { type Cost, costOf, type Meals, mealsOf, mostSaid, type Reading, type Said, totalOf } from "./trip-cost.ts";

export const kanShanghaiTrip = defineRule({
  id: "K01",
  name: "kanShanghaiTrip",
  title: "“看上海”费用和区总补贴",
  project: "2-1",
  asks: [trip, costPerPerson],
  uses: [
    people,
    totalCost,
    mealPerPerson,
    mealTotal,
    days,
    nights,
    startDate,
    endDate,
    inShanghai,
    members,
    organisedByUnion,
  ],
  decide({ know, given, cite, step }) {
    const law = lawOn("travel", given(startDate)).cityTrip;
    const refused = tripRefusal({ given, cite }, law);
    if (refused) return refused;
    const kind = know(trip);
    if (kind === undefined) return { ...bothKinds(law.tariff, cite), window: law.period };
    const tariff = law.tariff[kind];
    const heads = given(people);
    const total = given(totalCost);
    // Heads or the whole cost alone are answered by what they lead to; only a bare question is asked back.
    const each = heads === undefined && total === undefined ? know(costPerPerson) : given(costPerPerson);
    const said = { heads, each, total, meals: given(mealTotal), mealsEach: given(mealPerPerson) };
    const cost = costOf(said);
    const reading = { cite, step };
    const meals = mealsOf(said, tariff, reading);
    const decision = cost ? judged(said, cost, meals, tariff, reading) : conditional(said, meals, tariff, reading);
    return { ...decision, window: law.period };
  },
});

/** The kind is not known: what each kind brings. */
function bothKinds({ twoDay, oneDay }: TravelProvisions["cityTrip"]["tariff"], cite: Reading["cite"]): Decision {
  const line = (name: string, tariff: TripTariff) =>
    `${name}人均达到${cite(tariff.threshold)}元以上补${cite(tariff.subsidy)}元/人，上限${cite(tariff.cap)}元/人`;
  return {
    verdict: "upperBound",
    say: `${line("两天一晚", twoDay)}；${line("一日活动", oneDay)}。`,
    by: [twoDay.subsidy, oneDay.subsidy],
  };
}

/** The limits in one line; that of the meals in 元 where the whole cost is known. */
const limits = (tariff: TripTariff, meals: Meals, cite: Reading["cite"]): string => {
  const most = mostSaid(meals);
  return `费用不超过${cite(tariff.cap)}元/人，餐费不超过总支出的${cite(tariff.mealShare)}%${most && `，${most}`}。`;
};

const untilFull = "申报名额满后截止。";

/** The subsidy of all who go; undefined where their number was not said. */
const subsidyOf = ({ heads }: Said, { subsidy }: TripTariff, { cite, step }: Reading): number | undefined =>
  heads === undefined
    ? undefined
    : step({
        label: "区总补贴",
        expression: `${heads}*${cite(subsidy)}`,
        result: heads * cite(subsidy),
        unit: "元",
        by: subsidy,
      });

/** Too little is known of the cost: what may be expected if it reaches the threshold. */
function conditional(said: Said, meals: Meals, tariff: TripTariff, reading: Reading): Decision {
  const { cite } = reading;
  const [each, threshold] = [cite(tariff.subsidy), cite(tariff.threshold)];
  const sum = subsidyOf(said, tariff, reading);
  return {
    verdict: "upperBound",
    say: `人均费用达到${threshold}元以上，区总补${each}元/人${sum === undefined ? "" : `，${said.heads}人共${sum}元`}。`,
    lines: [
      ...(meals.within === false ? [`餐费超过了总支出的${cite(tariff.mealShare)}%，不符合。`] : []),
      limits(tariff, meals, cite),
      untilFull,
    ],
    ...(sum !== undefined && { yuan: { districtUnion: [0, sum] } }),
    values: valuesOf(tariff, meals, cite),
    by: [tariff.subsidy, tariff.threshold],
  };
}

const valuesOf = (tariff: TripTariff, meals: Meals, cite: Reading["cite"]) => ({
  capPerPerson: cite(tariff.cap),
  threshold: cite(tariff.threshold),
  ...(meals.most !== undefined && { mealMax: meals.most }),
  ...(meals.within !== undefined && { mealWithinLimit: meals.within }),
});

function judged(said: Said, cost: Cost, meals: Meals, tariff: TripTariff, reading: Reading): Decision {
  const { cite } = reading;
  const over = cost.amount - cite(tariff.cap) * cost.times;
  const short = cite(tariff.threshold) * cost.times - cost.amount;
  const values = {
    withinCap: over <= 0,
    ...(cost.times === 1 && { costPerPerson: cost.amount }),
    ...valuesOf(tariff, meals, cite),
  };
  const decision =
    short > 0
      ? belowThreshold(cost, meals, tariff, reading)
      : over > 0 || meals.within === false
        ? beyondLimits(said, cost, over, meals, tariff, reading)
        : granted(said, cost, short === 0, meals, tariff, reading);
  return { ...decision, values: { ...values, ...decision.values } };
}

function belowThreshold(cost: Cost, meals: Meals, tariff: TripTariff, { cite, step }: Reading): Decision {
  const threshold = cite(tariff.threshold);
  const short = step({
    label: "离门槛还差",
    expression: `${threshold}*${cost.times}-${cost.amount}`,
    result: threshold * cost.times - cost.amount,
    unit: "元",
    by: tariff.threshold,
  });
  const gap = cost.times === 1 ? `人均还差${short}元` : `总费用还差${short}元`;
  return {
    verdict: "notEligible",
    say: `不能申请区总补贴：${cost.named}，未达到${threshold}元/人，${gap}。`,
    lines: [
      ...(meals.within === false ? [`餐费也超过了总支出的${cite(tariff.mealShare)}%。`] : []),
      `活动仍可以办；达到${threshold}元/人以上，区总补${cite(tariff.subsidy)}元/人。`,
    ],
    yuan: { districtUnion: 0 },
    values: { subsidyPerPerson: 0, subsidyTotal: 0 },
    by: [tariff.threshold],
  };
}

/** The document does not say that a trip over its limits loses the subsidy, nor that it keeps it: no amount is promised. */
function beyondLimits(
  said: Said,
  cost: Cost,
  over: number,
  meals: Meals,
  tariff: TripTariff,
  reading: Reading,
): Decision {
  const { cite, step } = reading;
  const cap = cite(tariff.cap);
  if (over > 0) {
    step({
      label: "超过上限",
      expression: `${cost.amount}-${cap}*${cost.times}`,
      result: over,
      unit: "元",
      by: tariff.cap,
    });
  }
  const sum = subsidyOf(said, tariff, reading);
  const most = meals.most === undefined ? "" : `（最多${meals.most}元）`;
  const mostEach = meals.mostEach === undefined || meals.within !== false ? "" : `（餐费${mostSaid(meals)}）`;
  const faults = [
    ...(over > 0 ? [`${cost.named}，超过上限${cap}元/人，${cost.times === 1 ? "人均" : "总费用"}超了${over}元`] : []),
    ...(meals.within === false ? [`餐费超过总支出的${cite(tariff.mealShare)}%${most}`] : []),
  ];
  const amount =
    sum === undefined ? `${cite(tariff.subsidy)}元/人` : `${sum}元（${said.heads}人×${cite(tariff.subsidy)}元/人）`;
  const by: Grounds = over > 0 ? [tariff.cap] : [tariff.mealShare];
  return {
    verdict: "unsettled",
    say: `不符合费用标准：${faults.join("；")}。`,
    lines: [
      `超标后区总补贴还给不给，文件没有写：照给是${amount}，不给就一分没有。`,
      `压到标准以内${mostEach}最稳妥，或先问区总综合保障部。`,
    ],
    by,
  };
}

function granted(
  said: Said,
  cost: Cost,
  onBoundary: boolean,
  meals: Meals,
  tariff: TripTariff,
  reading: Reading,
): Decision {
  const { cite } = reading;
  const each = cite(tariff.subsidy);
  const sum = subsidyOf(said, tariff, reading);
  const total = totalOf(said);
  const own = sum === undefined || total === undefined ? undefined : total - sum;
  return {
    verdict: "eligible",
    say:
      sum === undefined
        ? `可以申请，区总补${each}元/人。`
        : `可以申请，区总一共补${sum}元（${said.heads}人×${each}元/人）。`,
    lines: [
      ...(onBoundary ? [`${cost.named}，正好在线上：“以上”按含本数算，申请前请先问区总。`] : []),
      limits(tariff, meals, cite),
      untilFull,
    ],
    yuan: {
      ...(sum !== undefined && { districtUnion: sum }),
      ...(own !== undefined && { grassrootsUnion: own }),
    },
    values: {
      subsidyPerPerson: each,
      ...(sum !== undefined && { subsidyTotal: sum }),
      ...(own !== undefined && { ownShare: own }),
    },
    by: [tariff.subsidy, tariff.threshold],
    ...(onBoundary && { open: ["A38"] }),
    form: "2-1-1",
  };
}
