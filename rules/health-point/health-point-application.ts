/** 想建或升级健康服务点: who may report it, where to, and how many are chosen. */
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { applicant, existingPoint, point } from "./facts.ts";

export const healthPointApplication = defineRule({
  id: "K23",
  name: "healthPointApply",
  title: "健康服务点：怎么申报",
  project: "2-6",
  asks: [applicant, point, existingPoint],
  decide({ need, given, cite }: Context<typeof applicant | typeof point | typeof existingPoint, never>): Decision {
    const of = law("healthPoint");
    const quota = cite(of.quota);
    const { existing, chosen } = cite(of.existing);
    const who = need(applicant);
    const table = "申报表和截止日，文件没有写。";
    if (given(point) === "upgrade" && given(existingPoint) === false) {
      return {
        verdict: "notEligible",
        say: `不能报升级：升级是在现有${existing}家健康服务点里挑${chosen}家。`,
        lines: ["还不是健康服务点的，可以报新建。"],
        by: [of.existing],
      };
    }
    if (who === "enterprise" || who === "individual") {
      return {
        verdict: "notEligible",
        say: `不能直接申报：由${cite(of.applicants)}统一推荐申报，报区总基层工作部。`,
        lines: [
          "先找所在街镇总工会或园区工会，请他们推荐。",
          `全区新建${quota.new}家、升级${quota.upgrade}家，区总审核通过才能挂牌。`,
        ],
        by: [of.applicants, of.approval],
      };
    }
    if (need(point) === "new") {
      const least = cite(of.atLeastOne);
      return {
        verdict: "eligible",
        say: `可以申报：推荐后报区总基层工作部，每个街镇、园区工会至少报${least}家拟新建站点。`,
        lines: [`全区只新建${quota.new}家，区总审核通过才能挂牌。`, table],
        by: [of.applicants, of.atLeastOne],
        open: ["A28"],
      };
    }
    // A 「no」 starts the rule again and is refused above.
    need(existingPoint);
    return {
      verdict: "eligible",
      say: `可以申报升级：报区总基层工作部，在现有${existing}家里挑${chosen}家。`,
      lines: ["区总审核通过才能挂牌。", table],
      by: [of.applicants, of.existing],
    };
  },
});
