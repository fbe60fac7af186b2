/** 微心愿: who may wish, and whether its worth keeps to the guideline. */
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { inHardship, wishCount, wisher, wishValue } from "./facts.ts";
import type { WishProvisions } from "./provisions.ts";

type Ctx = Context<typeof inHardship, typeof wishValue | typeof wishCount | typeof wisher>;

const howTo = "由所在镇、街道、委、局、公司工会征集审核，没有个人申请表。";

function worth({ cite, given, step }: Ctx, of: WishProvisions, value: number): Decision {
  const guideline = cite(of.guideline);
  const quota = cite(of.quota);
  const count = given(wishCount);
  const withinGuideline = value <= guideline;
  const total =
    count === undefined
      ? undefined
      : step({
          label: "心愿合计",
          expression: `${value}*${count}`,
          result: value * count,
          unit: "元",
          by: of.guideline,
        });
  const values = { withinGuideline, ...(total === undefined ? {} : { total }) };
  const sum = total === undefined || count === 1 ? "" : `，${count}个一共${total}元`;
  const overQuota =
    count !== undefined && count > quota ? [`全区名额${quota}名，${count}个超过了，超过的怎么办文件没有写。`] : [];
  if (withinGuideline) {
    return {
      verdict: overQuota.length > 0 ? "unsettled" : "eligible",
      say: `可以，每个${value}元，没有超过${guideline}元的标准${sum}。`,
      lines: [...overQuota, howTo],
      values,
      by: [of.guideline],
    };
  }
  const overPerWish = step({
    label: "每个超出",
    expression: `${value}-${guideline}`,
    result: value - guideline,
    unit: "元",
    by: of.guideline,
  });
  return {
    verdict: "unsettled",
    say: `不符合标准：原则上不超过${guideline}元/个，${value}元超过${overPerWish}元。`,
    lines: ["“原则上”有没有例外，文件没有写；要破例请先问综合保障部。", ...overQuota],
    values: { ...values, overPerWish },
    by: [of.guideline],
  };
}

/** Many wishes without a worth: what the guideline allows them together. */
function mostFor({ cite, step }: Ctx, of: WishProvisions, count: number): Decision {
  const guideline = cite(of.guideline);
  const quota = cite(of.quota);
  const total = step({
    label: "心愿合计上限",
    expression: `${count}*${guideline}`,
    result: count * guideline,
    unit: "元",
    by: of.guideline,
  });
  return {
    verdict: count > quota ? "unsettled" : "upperBound",
    say: `${count}个按${guideline}元/个算，最多${total}元。`,
    lines: [
      ...(count > quota ? [`全区名额${quota}名，${count}个超过了，超过的怎么办文件没有写。`] : []),
      "“原则上”不超过这个标准；每个实际值多少，告诉我就能算合计。",
    ],
    values: { total },
    by: [of.guideline],
  };
}

export const microWish = defineRule({
  id: "K18",
  name: "microWish",
  title: "微心愿：谁能许、值多少合适",
  project: "2-4",
  asks: [inHardship],
  uses: [wishValue, wishCount, wisher],
  decide(context: Ctx): Decision {
    const { know, given, cite } = context;
    const of = law("wish");
    const value = given(wishValue);
    const refused = given(inHardship) === false;
    if (value !== undefined && !refused) return worth(context, of, value);
    const count = given(wishCount);
    // One wish is more often a person who asks whether they may, than a sum.
    if (count !== undefined && count > 1 && !refused) return mostFor(context, of, count);
    const group = given(wisher);
    const hard = know(inHardship);
    const audience = cite(of.audience);
    const worthLine = `心愿原则上不超过${cite(of.guideline)}元/个，全区${cite(of.quota)}名。`;
    if (hard === false) {
      return {
        verdict: "notEligible",
        say: `不符合：微心愿的对象是${audience}。`,
        lines: ["怎样算困难职工，文件没有写，请问所在单位工会。"],
        by: [of.audience],
      };
    }
    if (hard === undefined) {
      return {
        verdict: "unsettled",
        say: `微心愿的对象是${audience}；怎样算困难职工，文件没有写。`,
        lines: ["请问所在单位工会或街镇工会有没有给您建困难档案。", worthLine],
        by: [of.audience, of.focus],
      };
    }
    const focused = group !== undefined && group !== "other";
    cite(of.collection);
    return {
      verdict: "eligible",
      say: focused
        ? `可以：${audience}就是微心愿的对象，您这一类还是重点关注群体。`
        : `可以：${audience}就是微心愿的对象。`,
      lines: [howTo, worthLine],
      by: focused ? [of.focus, of.audience] : [of.audience],
    };
  },
});
