/** 企业职工体检: price, subsidy of the district union and the employer's share, by plan and heads. */
import { female, male, people, sex } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { plan, planGroups, sexDifference, townTopUp } from "./facts.ts";
import { more } from "./plan-difference.ts";
import type { CheckupProvisions, Plan, Sex } from "./provisions.ts";

type Asked = typeof plan;
type Given =
  | typeof planGroups
  | typeof male
  | typeof female
  | typeof people
  | typeof sex
  | typeof townTopUp
  | typeof sexDifference;
type Ctx = Context<Asked, Given>;
type Company = CheckupProvisions["company"];
interface Group {
  readonly plan: Plan;
  readonly male: number;
  readonly female: number;
}

const settled = "区总的钱年底前直接付体检中心，不经企业、不发个人；按实际参检人数算。";
const approvedFirst = "先经区总审批确认，申请表和名册要同步报。";
const headsOf = ({ male: men, female: women }: Group) => men + women;
const mix = ({ male: men, female: women }: Group) =>
  [men > 0 ? `男${men}` : "", women > 0 ? `女${women}` : ""].filter(Boolean).join("");

/** Who takes part: undefined when nobody was counted by sex. */
function counted(given: Ctx["given"], chosen: Plan): Group | undefined {
  const all = given(people);
  const only = given(sex);
  const men = given(male);
  const women = given(female);
  // The rest of the people said is of the other sex; without any count, all are of the sex said.
  const rest = Math.max(0, (all ?? 0) - (men ?? 0) - (women ?? 0));
  const none = men === undefined && women === undefined;
  if (none && only === undefined) return undefined;
  const group = {
    plan: chosen,
    male: men ?? (none && only === "female" ? 0 : rest),
    female: women ?? (none && only === "male" ? 0 : rest),
  };
  return headsOf(group) > 0 ? group : undefined;
}

function unitPrices({ cite, given }: Ctx, company: Company, chosen: Plan): Decision {
  const subsidy = cite(company.subsidy[chosen]);
  const only = given(sex);
  const unit = (of: Sex) => ({
    price: cite(company.price[chosen][of]),
    employer: cite(company.employerShare[chosen][of]),
  });
  if (only) {
    const { price, employer } = unit(only);
    return {
      verdict: "eligible",
      say: `${chosen}计划${only === "male" ? "男" : "女"}职工${price}元/人：区总补${subsidy}元，企业付${employer}元。`,
      lines: ["告诉我男、女各多少人，就能算总数。", settled],
      values: { pricePerPerson: price, subsidyPerPerson: subsidy, employerPerPerson: employer },
      by: [company.price[chosen][only]],
    };
  }
  const men = unit("male");
  const women = unit("female");
  return {
    verdict: "eligible",
    say: `${chosen}计划：男${men.price}元/人、女${women.price}元/人；区总补${subsidy}元/人，企业付男${men.employer}元、女${women.employer}元。`,
    lines: ["男、女各多少人？告诉我就能算总数。", settled],
    values: {
      pricePerPersonBySex: { male: men.price, female: women.price },
      subsidyPerPerson: subsidy,
      employerPerPersonBySex: { male: men.employer, female: women.employer },
    },
    by: [company.price[chosen].male],
  };
}

/** What a woman's check-up costs more than a man's, and who pays it: the subsidy is the same for both. */
function bySex({ cite, step }: Ctx, company: Company, chosen: Plan): Decision {
  const difference = (label: string, cells: Company["price"]) => {
    const men = cite(cells[chosen].male);
    const women = cite(cells[chosen].female);
    const by = cells[chosen].female;
    return { men, women, more: step({ label, expression: `${women}-${men}`, result: women - men, unit: "元/人", by }) };
  };
  const price = difference("女比男的价格差", company.price);
  const employer = difference("女比男的企业付差", company.employerShare);
  const subsidy = cite(company.subsidy[chosen]);
  return {
    verdict: "eligible",
    say: `${chosen}计划女职工比男职工每人${more(price.more)}元：女${price.women}元、男${price.men}元。`,
    lines: [`区总补贴男女都是${subsidy}元/人，企业付女${employer.women}元、男${employer.men}元。`],
    values: {
      differencePerPerson: price.more,
      employerDifferencePerPerson: employer.more,
      pricePerPersonBySex: { male: price.men, female: price.women },
      subsidyPerPerson: subsidy,
    },
    by: [company.price[chosen].female],
  };
}

/** Heads are known, their sexes are not: the subsidy is exact, the price lies between two figures. */
function headsOnly({ cite, step }: Ctx, company: Company, chosen: Plan, heads: number): Decision {
  const subsidy = cite(company.subsidy[chosen]);
  const total = (label: string, per: number, by = company.subsidy[chosen]) =>
    step({ label, expression: `${per}*${heads}`, result: per * heads, unit: "元", by });
  const subsidyTotal = total("区总补贴", subsidy);
  const range = (cells: Company["price"], label: string) => {
    const { male: low, female: high } = cells[chosen];
    return [total(`${label}(全是男)`, cite(low), low), total(`${label}(全是女)`, cite(high), high)] as const;
  };
  const price = range(company.price, "总价");
  const employer = range(company.employerShare, "企业付");
  return {
    verdict: "eligible",
    say: `${chosen}计划${heads}人：区总补${subsidyTotal}元；企业付${employer[0]}—${employer[1]}元，看男女各多少人。`,
    lines: ["男、女各多少人？告诉我就能算准。", settled],
    yuan: { districtUnion: subsidyTotal, employer },
    values: {
      people: heads,
      subsidyPerPerson: subsidy,
      subsidyTotal,
      priceTotalRange: price,
      employerTotalRange: employer,
    },
    by: [company.subsidy[chosen]],
  };
}

const term = (amount: number, heads: number) => (heads > 0 ? [`${heads}*${amount}`] : []);

function totals({ cite, step, given }: Ctx, company: Company, groups: readonly [Group, ...Group[]]): Decision {
  const sum = (label: string, cells: Company["price"]) => {
    const amounts = groups.map(({ plan: of, male: men, female: women }) => ({
      result: men * cite(cells[of].male) + women * cite(cells[of].female),
      terms: [...term(cite(cells[of].male), men), ...term(cite(cells[of].female), women)],
    }));
    const expression = amounts.flatMap(({ terms }) => terms).join("+");
    const result = amounts.reduce((partial, amount) => partial + amount.result, 0);
    return step({ label, expression, result, unit: "元", by: cells[groups[0].plan].male });
  };
  const priceTotal = sum("总价", company.price);
  const subsidyTotal = step({
    label: "区总补贴",
    expression: groups.flatMap((of) => term(cite(company.subsidy[of.plan]), headsOf(of))).join("+"),
    result: groups.reduce((partial, of) => partial + headsOf(of) * cite(company.subsidy[of.plan]), 0),
    unit: "元",
    by: company.subsidy[groups[0].plan],
  });
  const employerTotal = sum("企业付", company.employerShare);
  const heads = groups.reduce((partial, of) => partial + headsOf(of), 0);
  const topUp = given(townTopUp);
  const lines = [settled, approvedFirst];
  if (topUp) {
    const left = Math.max(0, employerTotal - topUp * heads);
    step({
      label: "街镇另补后企业付",
      expression: `max(0,${employerTotal}-${topUp}*${heads})`,
      result: left,
      unit: "元",
      by: company.townTopUp,
    });
    lines.unshift(`街镇另补${topUp}元/人(按您说的，金额文件没有写)，企业付${left}元。`);
  }
  return {
    verdict: "eligible",
    say: `${groups.map((of) => `${of.plan}计划${mix(of)}`).join("、")}人：总价${priceTotal}元，区总补${subsidyTotal}元，企业付${employerTotal}元。`,
    // The first three matter most; what is left out is said when asked.
    lines: [...(groups.length > 1 ? ["申请表没有写能否几个计划混选，请先问综合保障部。"] : []), ...lines].slice(0, 3),
    yuan: { districtUnion: subsidyTotal, employer: employerTotal },
    values: { priceTotal, subsidyTotal, employerTotal, people: heads },
    by: [company.price[groups[0].plan].male, company.settlement],
    form: "2-3-2",
  };
}

export const companyCheckup = defineRule<Asked, Given>({
  id: "K13",
  name: "companyCheckup",
  title: "企业职工体检：总价、区总补贴和企业付多少",
  project: "2-3",
  asks: [plan],
  uses: [male, female, people, sex, planGroups, townTopUp, sexDifference],
  decide(context) {
    const { need, given } = context;
    const { company } = law("checkup");
    const [first, ...others] = (given(planGroups) ?? []).filter((group) => headsOf(group) > 0);
    if (first) return totals(context, company, [first, ...others]);
    const chosen = need(plan);
    if (given(sexDifference)) return bySex(context, company, chosen);
    const group = counted(given, chosen);
    if (group) return totals(context, company, [group]);
    const heads = given(people);
    return heads === undefined ? unitPrices(context, company, chosen) : headsOnly(context, company, chosen, heads);
  },
});
