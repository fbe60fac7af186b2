/** Two plans side by side: what the dearer one costs more, who pays that, and what it examines more. */
import { female, male, people, sex } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Context, defineRule } from "../engine/rule.ts";
import { fromPlan, toPlan } from "./facts.ts";
import { type Figures, more, perHead } from "./plan-difference.ts";
import type { CheckupProvisions, Plan, Sex } from "./provisions.ts";

/** Printed rows whose ticks differ, by what becomes of them. */
function itemChanges(items: CheckupProvisions["items"]["company"], from: Plan, to: Plan) {
  const rows = new Map(
    Object.values(items)
      .filter(({ value }) => value.kind === "row")
      .map((row) => [row.value.name, row]),
  );
  const changed = [...rows.values()].filter(({ value: { ticks } }) => ticks[from] !== ticks[to]);
  return {
    changed,
    added: changed.filter(({ value: { ticks } }) => ticks[from] === "none").map(({ value }) => value.name),
    dropped: changed.filter(({ value: { ticks } }) => ticks[to] === "none").map(({ value }) => value.name),
    other: changed
      .filter(({ value: { ticks } }) => ticks[from] !== "none" && ticks[to] !== "none")
      .map(({ value }) => value.name),
  };
}

type Changes = ReturnType<typeof itemChanges>;

function itemLines({ added, dropped, other }: Changes, from: Plan, to: Plan): readonly string[] {
  const swapped = added.length > 0 && dropped.length > 0;
  const lines: string[] = [];
  if (swapped) lines.push(`${to}计划做${added.join("、")}，${from}计划是${dropped.join("、")}。`);
  else if (added.length > 0) lines.push(`${to}计划多做：${added.join("、")}。`);
  else if (dropped.length > 0) lines.push(`${to}计划不做：${dropped.join("、")}。`);
  if (other.length > 0) {
    lines.push(`${other.join("、")}：A计划原文只有一个勾，看不出男女；B、C计划男女都做。`);
  }
  return lines;
}

type Ctx = Context<Asked, Given>;
type Asked = typeof fromPlan | typeof toPlan;
type Given = typeof sex | typeof male | typeof female | typeof people;

function figures({ cite, step }: Ctx, of: CheckupProvisions["company"], from: Plan, to: Plan, who: Sex): Figures {
  const label = who === "male" ? "男" : "女";
  const difference = (name: string, cells: CheckupProvisions["company"]["price"]) => {
    const before = cite(cells[from][who]);
    const after = cite(cells[to][who]);
    return step({
      label: `${label}${name}`,
      expression: `${after}-${before}`,
      result: after - before,
      unit: "元/人",
      by: cells[to][who],
    });
  };
  return { price: difference("价格差", of.price), employer: difference("企业多付", of.employerShare) };
}

/** What all heads together cost the employer more; nothing where nobody was counted. */
function altogether({ given, step }: Ctx, men: Figures, women: Figures) {
  const heads = { male: given(male) ?? 0, female: given(female) ?? 0 };
  const together = given(people);
  if (heads.male + heads.female === 0) {
    // Where both sexes differ by the same sum, their number does not matter.
    return together === undefined || men.employer !== women.employer
      ? { lines: [], values: {} }
      : said(together, step({ ...label, expression: `${together}*${men.employer}`, result: together * men.employer }));
  }
  const counted = step({
    label: "人数",
    expression: `${heads.male}+${heads.female}`,
    result: heads.male + heads.female,
    unit: "人",
  });
  const expression = `${heads.male}*${men.employer}+${heads.female}*${women.employer}`;
  const result = heads.male * men.employer + heads.female * women.employer;
  return said(counted, step({ ...label, expression, result }));
}

const label = { label: "企业一共多付", unit: "元" } as const;
const said = (heads: number, total: number) => ({
  lines: [`${heads}人一共，企业付${more(total)}元。`],
  values: { employerTotalDifference: total },
});

export const planComparison = defineRule<Asked, Given>({
  id: "K36",
  name: "planComparison",
  title: "两个体检计划差多少钱、差哪些项目",
  project: "2-3",
  asks: [fromPlan, toPlan],
  uses: [sex, male, female, people],
  decide(context) {
    const { need, given, cite, step } = context;
    const { company, items } = law("checkup");
    const from = need(fromPlan);
    const to = need(toPlan);
    const changes = itemChanges(items.company, from, to);
    for (const row of changes.changed) cite(row);
    const before = cite(company.subsidy[from]);
    const after = cite(company.subsidy[to]);
    const subsidy = step({
      label: "区总补贴差",
      expression: `${after}-${before}`,
      result: after - before,
      unit: "元/人",
      by: company.subsidy[to],
    });
    const men = figures(context, company, from, to, "male");
    const women = figures(context, company, from, to, "female");
    const total = altogether(context, men, women);
    const shown = given(sex) === "female" ? women : men;
    return {
      verdict: "eligible",
      say:
        from === to
          ? `都是${to}计划，价格和项目一样，没有差别。`
          : `${from}换${to}，每人${perHead(men, women, subsidy, given(sex))}。`,
      lines: [...total.lines, ...itemLines(changes, from, to)],
      values: {
        pricePerPerson: shown.price,
        subsidyPerPerson: subsidy,
        employerPerPerson: shown.employer,
        added: changes.added,
        dropped: changes.dropped,
        ...total.values,
      },
      by: [company.price[to].male],
      open: changes.other.length > 0 ? ["A04"] : [],
    };
  },
});
