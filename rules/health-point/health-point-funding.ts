/** 健康服务点经费: the city's sum per point, and what district and town add at least. */
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { newPoints, point, upgradedPoints } from "./facts.ts";

type Ctx = Context<typeof point, typeof newPoints | typeof upgradedPoints>;

function counted({ given, need }: Ctx): { readonly created: number; readonly upgraded: number } {
  const created = given(newPoints) ?? 0;
  const upgraded = given(upgradedPoints) ?? 0;
  if (created + upgraded > 0) return { created, upgraded };
  return need(point) === "new" ? { created: 1, upgraded: 0 } : { created: 0, upgraded: 1 };
}

export const healthPointFunding = defineRule({
  id: "K21",
  name: "healthPointFunding",
  title: "健康服务点：市、区、街镇各补多少",
  project: "2-6",
  asks: [point],
  uses: [newPoints, upgradedPoints],
  decide(context: Ctx): Decision {
    const { cite, step } = context;
    const of = law("healthPoint");
    const { created, upgraded } = counted(context);
    const parts = [
      { heads: created, of: of.cityFunding.new, label: "新建" },
      { heads: upgraded, of: of.cityFunding.upgrade, label: "升级" },
    ].filter(({ heads }) => heads > 0);
    const cityTotal = step({
      label: "市总补助",
      expression: parts.map(({ heads, of: per }) => `${heads}*${cite(per)}`).join("+"),
      result: parts.reduce((sum, { heads, of: per }) => sum + heads * cite(per), 0),
      unit: "元",
      by: of.cityFunding[created > 0 ? "new" : "upgrade"],
    });
    const { district, town } = cite(of.matching);
    const match = (label: string, times: number) =>
      step({ label, expression: `${cityTotal}*${times}`, result: cityTotal * times, unit: "元", by: of.matching });
    const districtMin = match("区总至少", district);
    const townMin = match("街镇至少", town);
    const minTotal = step({
      label: "三方至少",
      expression: `${cityTotal}+${districtMin}+${townMin}`,
      result: cityTotal + districtMin + townMin,
      unit: "元",
      by: of.matching,
    });
    const quota = cite(of.quota);
    const over = created > quota.new || upgraded > quota.upgrade;
    const what = parts.map(({ heads, label }) => `${label}${heads}家`).join("、");
    return {
      verdict: over ? "unsettled" : "eligible",
      say: `${what}：市总一次性补${cityTotal}元，区总、街镇(园区、楼宇)工会各至少配${districtMin}元，三方合计至少${minTotal}元。`,
      lines: [
        ...(over ? [`超过了全区名额(新建${quota.new}家、升级${quota.upgrade}家)，名额外补不补文件没有写。`] : []),
        "要区总审核通过才有；1:1:1读作市、区、街镇三方，以区总核定为准。",
      ],
      yuan: { municipalUnion: cityTotal, districtUnion: { atLeast: districtMin }, townUnion: { atLeast: townMin } },
      values: { cityTotal, districtMin, townMin, minTotal },
      by: [of.cityFunding[created > 0 ? "new" : "upgrade"], of.matching],
      open: ["A27"],
    };
  },
});
