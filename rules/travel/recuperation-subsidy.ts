/** What the unions add to a recuperation trip of each kind. */
import type { Decision } from "../engine/rule.ts";
import type { TravelProvisions } from "./provisions.ts";
import { costOf, type Reading, totalOf } from "./trip-cost.ts";

export interface Party {
  readonly heads: number | undefined;
  readonly each: number | undefined;
  readonly total: number | undefined;
}

type Law = TravelProvisions["recuperation"];

const totalFor = (label: string, heads: number, each: number, { step }: Reading): number =>
  step({ label, expression: `${heads}*${each}`, result: heads * each, unit: "元" });

/** What the unit itself bears; unsaid where the subsidy would exceed the cost. */
function ownShare(party: Party, subsidy: number | undefined, { step }: Reading): number | undefined {
  const total = totalOf({ ...party, meals: undefined, mealsEach: undefined });
  if (total === undefined || subsidy === undefined || total < subsidy) return undefined;
  return step({ label: "单位自己列支", expression: `${total}-${subsidy}`, result: total - subsidy, unit: "元" });
}

export function yangtzeSubsidy(party: Party, law: Law["yangtzeDelta"], reading: Reading): Decision {
  const { cite } = reading;
  const { heads } = party;
  const [cap, each] = [cite(law.cap), cite(law.district)];
  const cost = costOf({ ...party, meals: undefined, mealsEach: undefined });
  const over = cost === undefined ? 0 : cost.amount - cap * cost.times;
  const checked = cost === undefined ? {} : { withinCap: over <= 0 };
  const sum = heads === undefined ? undefined : totalFor("区总补贴", heads, each, reading);
  if (cost !== undefined && over > 0) {
    const expression = `${cost.amount}-${cap}*${cost.times}`;
    reading.step({ label: "超过上限", expression, result: over, unit: "元", by: law.cap });
    return {
      verdict: "unsettled",
      say: `不符合费用标准：${cost.named}，超过上限${cap}元/人，${cost.times === 1 ? "人均" : "总费用"}超了${over}元。`,
      lines: [
        `超标后区总补贴还给不给，文件没有写：照给是${sum === undefined ? `${each}元/人` : `${sum}元`}，不给就一分没有。`,
      ],
      values: checked,
      by: [law.cap, law.district],
    };
  }
  const own = ownShare(party, sum, reading);
  return {
    verdict: "eligible",
    say: sum === undefined ? `可以，区总定额补${each}元/人。` : `可以，区总一共补${sum}元（${heads}人×${each}元/人）。`,
    lines: [
      `不超过${cite(law.longest).days}天${cite(law.longest).nights}晚、${cap}元/人，${cite(law.quota)}组织。`,
      `其余${own === undefined ? "" : `${own}元`}在${cite(law.fundSource)}中列支。`,
    ],
    yuan: {
      ...(sum !== undefined && { districtUnion: sum }),
      ...(own !== undefined && { grassrootsUnion: own }),
    },
    values: {
      ...checked,
      districtPerPerson: each,
      subsidyPerPerson: each,
      ...(sum !== undefined && { districtTotal: sum, subsidyTotal: sum }),
    },
    by: [law.district, law.cap],
    form: "2-1-2",
  };
}

export function counterpartSubsidy(party: Party, law: Law["counterpart"], reading: Reading): Decision {
  const { cite, step } = reading;
  const { heads } = party;
  const [city, district] = [cite(law.city), cite(law.district)];
  const each = step({
    label: "每人补贴",
    expression: `${city}+${district}`,
    result: city + district,
    unit: "元/人",
    by: law.city,
  });
  const sum = heads === undefined ? undefined : totalFor("市总和区总补贴", heads, each, reading);
  const own = ownShare(party, sum, reading);
  return {
    verdict: "eligible",
    say:
      heads === undefined || sum === undefined
        ? `可以，市总定额补${city}元/人，区总再补${district}元/人，合计${each}元/人。`
        : `可以，一共补${sum}元：市总${heads * city}元，区总${heads * district}元（每人${city}＋${district}元）。`,
    lines: [
      `不超过${cite(law.longest).days}天${cite(law.longest).nights}晚；费用上限文件没有写。`,
      `其余${own === undefined ? "" : `${own}元`}在${cite(law.fundSource)}中列支。`,
    ],
    yuan: {
      ...(heads !== undefined && { municipalUnion: heads * city, districtUnion: heads * district }),
      ...(own !== undefined && { grassrootsUnion: own }),
    },
    values: {
      cityPerPerson: city,
      districtPerPerson: district,
      subsidyPerPerson: each,
      ...(heads !== undefined && {
        cityTotal: heads * city,
        districtTotal: heads * district,
        subsidyTotal: heads * each,
      }),
    },
    by: [law.city, law.district],
    form: "2-1-2",
  };
}

export function sanatoriumSubsidy({ heads }: Party, law: Law["municipalSanatorium"], reading: Reading): Decision {
  const { cite, step } = reading;
  const [[cityLeast, cityMost], [districtLeast, districtMost]] = [cite(law.city), cite(law.district)];
  const sum = (label: string, city: number, district: number) =>
    step({ label, expression: `${city}+${district}`, result: city + district, unit: "元/人", by: law.city });
  const least = sum("每人最少", cityLeast, districtLeast);
  const most = sum("每人最多", cityMost, districtMost);
  const range = (low: number, high: number, count: number) => [low * count, high * count] as const;
  const totals =
    heads === undefined
      ? undefined
      : ([totalFor("合计最少", heads, least, reading), totalFor("合计最多", heads, most, reading)] as const);
  const shares = `市总${cityLeast}至${cityMost}元/人，区总${districtLeast}至${districtMost}元/人`;
  return {
    verdict: "upperBound",
    say: totals
      ? `${heads}人合计${totals[0]}元到${totals[1]}元：${shares}。`
      : `${shares}，合计每人最少${least}元、最多${most}元。`,
    lines: [
      "具体档位看工作提示，本文件没有附。",
      `在“申工通”等平台${cite(law.booking)}，费用在${cite(law.fundSource)}中列支。`,
    ],
    ...(heads !== undefined && {
      yuan: {
        municipalUnion: range(cityLeast, cityMost, heads),
        districtUnion: range(districtLeast, districtMost, heads),
      },
    }),
    values: {
      cityPerPersonRange: [cityLeast, cityMost],
      districtPerPersonRange: [districtLeast, districtMost],
      subsidyPerPersonRange: [least, most],
      ...(heads !== undefined &&
        totals && {
          cityTotalRange: range(cityLeast, cityMost, heads),
          districtTotalRange: range(districtLeast, districtMost, heads),
          subsidyTotalRange: totals,
        }),
    },
    by: [law.city, law.district],
    open: ["A10"],
  };
}
