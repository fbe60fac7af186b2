/** K02 品上海: what is left of the yearly limit, and is the purchase in order. */
import { people } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Decision, defineRule } from "../engine/rule.ts";
import { democraticProcess, forbiddenGoods, plannedPerPerson, usedPerPerson } from "./facts.ts";
import type { TravelProvisions } from "./provisions.ts";
import type { Reading } from "./trip-cost.ts";

export const localBrandsCap = defineRule({
  id: "K02",
  name: "pinShanghaiCap",
  title: "“品上海”还能花多少",
  project: "2-1",
  asks: [usedPerPerson],
  uses: [plannedPerPerson, people, democraticProcess, forbiddenGoods],
  decide({ know, given, cite, step }) {
    const brands = law("travel").localBrands;
    const fundSource = law("travel").cityTrip.fundSource;
    if (given(forbiddenGoods) === true) {
      return {
        verdict: "notEligible",
        say: `不可以，不得购买发放党风廉政建设有关规定${cite(brands.forbidden)}。`,
        by: [brands.forbidden],
      };
    }
    if (given(democraticProcess) === false) {
      return {
        verdict: "notEligible",
        say: `不符合，“品上海”应通过${cite(brands.procedure)}后再购买发放。`,
        by: [brands.procedure],
      };
    }
    const planned = given(plannedPerPerson);
    const used = planned === undefined ? know(usedPerPerson) : given(usedPerPerson);
    const decision = withinYear({ used, planned, heads: given(people) }, brands, { cite, step });
    return { ...decision, by: [brands.yearlyCap, fundSource], window: law("travel").cityTrip.period };
  },
});

interface Spending {
  readonly used: number | undefined;
  readonly planned: number | undefined;
  readonly heads: number | undefined;
}

function withinYear(
  spending: Spending,
  brands: TravelProvisions["localBrands"],
  { cite, step }: Reading,
): Omit<Decision, "by"> {
  const { used = 0, planned = 0 } = spending;
  const cap = cite(brands.yearlyCap);
  cite(brands.split);
  const spent = step({
    label: "全年人均",
    expression: `${used}+${planned}`,
    result: used + planned,
    unit: "元/人",
    by: brands.yearlyCap,
  });
  const values = {
    capPerPersonYear: cap,
    yearTotal: spent,
    withinCap: spent <= cap,
    remainingPerPerson: Math.max(0, cap - spent),
    overPerPerson: Math.max(0, spent - cap),
  };
  if (spent > cap) {
    step({
      label: "超过上限",
      expression: `${spent}-${cap}`,
      result: spent - cap,
      unit: "元/人",
      by: brands.yearlyCap,
    });
    const left = step({
      label: "这次最多",
      expression: `max(0,${cap}-${used})`,
      result: Math.max(0, cap - used),
      unit: "元/人",
      by: brands.yearlyCap,
    });
    return {
      verdict: "notEligible",
      say: `不符合，全年人均${spent}元，超过上限${cap}元/人，超了${spent - cap}元。`,
      lines: [`这次最多还能用${left}元/人。`],
      values,
    };
  }
  const total = costOfAll(spending, step);
  const left = spent === cap ? "，正好用完" : `，还剩${cap - spent}元`;
  return {
    verdict: "eligible",
    say:
      spending.planned === undefined
        ? `全年还能用${cap - spent}元/人（上限${cap}元/人，可以分段使用）。`
        : `可以，全年人均${spent}元，没有超过上限${cap}元/人${left}。`,
    lines: [
      ...(spending.used === undefined ? ["今年之前用过的要合并计算。"] : []),
      `应通过${cite(brands.procedure)}，在基层工会经费中列支。`,
      "区总对“品上海”有没有补贴，文件没有写。",
    ],
    values: { ...values, ...(total !== undefined && { costTotal: total }) },
    ...(total !== undefined && { yuan: { grassrootsUnion: total } }),
  };
}

const costOfAll = ({ planned, heads }: Spending, step: Reading["step"]): number | undefined =>
  planned === undefined || heads === undefined
    ? undefined
    : step({ label: "这次合计", expression: `${heads}*${planned}`, result: heads * planned, unit: "元" });
