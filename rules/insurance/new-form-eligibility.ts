/** K05 新就业专享计划: may this person join, and which way. */
import { age } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { enrolment, occupation, unionMember } from "./facts.ts";
import type { InsuranceProvisions } from "./provisions.ts";

type Reading = Pick<Context<never, typeof enrolment | typeof unionMember>, "given" | "cite">;

export const newFormEligibility = defineRule({
  id: "K05",
  name: "newFormInsuranceEligibility",
  title: "新就业专享计划能不能参保",
  project: "2-2",
  asks: [age, occupation],
  uses: [enrolment, unionMember],
  decide({ know, given, cite }) {
    const insurance = law("insurance");
    const { audience } = insurance;
    const [limit, kinds] = [cite(audience.ageBelow), cite(audience.occupations)];
    const work = given(occupation);
    if (work === "other") {
      return {
        verdict: "notEligible",
        say: `不符合，对象是${kinds.length}类行业的劳动者，这份工作不在其中。`,
        lines: [`${kinds.length}类：${kinds.join("、")}。`],
        by: [audience.occupations],
      };
    }
    const years = know(age);
    if (years !== undefined && years >= limit) {
      return {
        verdict: "notEligible",
        say: `不能参加，要未满${limit}周岁，${years}岁不符合。`,
        by: [audience.ageBelow],
      };
    }
    const known = work ?? know(occupation);
    if (known === undefined || known === "unclear") {
      return {
        verdict: "unsettled",
        say: "说不准：文件只列了行业名称，没有写这份工作归哪一类，由工会认定。",
        lines: [`${kinds.length}类：${kinds.join("、")}；还要未满${limit}周岁。`],
        by: [audience.occupations, audience.review],
      };
    }
    const decision = admitted(known, insurance, { given, cite });
    const ageLine =
      years === undefined
        ? [`前提是未满${limit}周岁。`]
        : years === limit - 1
          ? [`快满${limit}周岁了，按哪一天算年龄文件没有写，请先确认。`]
          : [];
    return { ...decision, lines: [...ageLine, ...decision.lines] };
  },
});

function admitted(
  work: string,
  { audience, enrolment: ways }: InsuranceProvisions,
  { given, cite }: Reading,
): Decision & Required<Pick<Decision, "lines">> {
  const named = cite(ways.individualOccupations);
  // The print has 快递物流 in one list and 物流快递 in the other.
  const alone = named.includes(work) || (work === "快递物流" && named.includes("物流快递"));
  const online = alone ? `，也可以自己在“随申办”${cite(ways.individual)}里申请` : "";
  if (given(enrolment) === "individual" && !alone) {
    return {
      verdict: "unsettled",
      say: `${work}属于参保对象，但个人线上参保只列了${named.join("、")}“等”，能不能自己参保没有写清。`,
      lines: ["可以请单位工会或区总基层工作部走团体参保。"],
      by: [ways.individualOccupations, audience.occupations],
      open: ["A01"],
    };
  }
  const join = given(unionMember) === false ? [`先${cite(ways.join)}，进入会员库后才能被选取。`] : [];
  return {
    verdict: "eligible",
    say: `可以参加，${work}在参保行业之内。`,
    lines: [...join, `团体参保由区总在会员库里选取提交名单${online}。`],
    values: { individual: alone, group: true },
    by: [audience.occupations, audience.ageBelow, ways.group],
  };
}
