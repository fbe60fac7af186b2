/** 指导服务补贴: the municipal union's sum by persons and days. */
import { people } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { advisers, claimant, daysByPerson, daysEach } from "./facts.ts";

type Ctx = Context<typeof advisers | typeof daysEach, typeof daysByPerson | typeof claimant | typeof people>;

/** Person-days, and how they came about. */
function personDays({ given, need }: Ctx): {
  readonly expression: string;
  readonly total: number;
  readonly who: string;
} {
  const each = given(daysByPerson);
  if (each) {
    return {
      expression: `(${each.join("+")})`,
      total: each.reduce((sum, one) => sum + one, 0),
      who: `${each.length}人共${each.reduce((sum, one) => sum + one, 0)}个人天`,
    };
  }
  const heads = given(advisers) ?? given(people) ?? need(advisers);
  const span = need(daysEach);
  return { expression: `${heads}*${span}`, total: heads * span, who: `${heads}人各${span}天` };
}

export const harmonyAllowance = defineRule({
  id: "K25",
  name: "harmonyAllowance",
  title: "和谐劳动关系指导服务补贴",
  project: "2-7",
  asks: [advisers, daysEach],
  uses: [people, daysByPerson, claimant],
  decide(context: Ctx): Decision {
    const { given, cite, step } = context;
    const of = law("harmony");
    const daily = cite(of.dailyAllowance);
    const who = given(claimant);
    if (who === "enterprise" || who === "worker") {
      return {
        verdict: "notEligible",
        say: `不能：${daily}元/天是给入户指导服务人员的，企业和职工不领。`,
        lines: [`人员包括${cite(of.recipients)}。`],
        yuan: { municipalUnion: 0 },
        by: [of.dailyAllowance, of.recipients],
      };
    }
    const counted = personDays(context);
    const subsidyTotal = step({
      label: "市总补贴",
      expression: `${counted.expression}*${daily}`,
      result: counted.total * daily,
      unit: "元",
      by: of.dailyAllowance,
    });
    cite(of.monthly);
    return {
      verdict: "eligible",
      say: `${counted.who}，市总补贴${subsidyTotal}元(${daily}元/天，按每人每天读)。`,
      lines: ["每月底报汇总和补贴申报表，同步交票据。", "街镇可以配套，金额文件没有写；不到整天怎么算也没有写。"],
      yuan: { municipalUnion: subsidyTotal },
      values: { subsidyTotal, personDays: counted.total },
      by: [of.dailyAllowance],
      open: ["A71"],
    };
  },
});
