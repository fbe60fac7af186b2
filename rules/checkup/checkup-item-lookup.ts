/** Is something examined, and in which plan? Looked up in the printed item tables, never guessed. */
import { sex } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import type { Grounds, Provision } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { checkup, item, plan } from "./facts.ts";
import { itemCatalogue, itemOf } from "./items.ts";
import type { CheckupProvisions, CompanyItem, Plan, SendHealthItem, Sex } from "./provisions.ts";

type Ctx = Context<typeof item, typeof sex | typeof plan | typeof checkup>;
type Tables = CheckupProvisions["items"];
interface Found {
  readonly id: string;
  readonly label: string;
  readonly company: Provision<CompanyItem> | undefined;
  readonly sendHealth: Provision<SendHealthItem> | undefined;
}

const plans: readonly Plan[] = ["A", "B", "C"];
const sexName: Readonly<Record<Sex, string>> = { male: "男", female: "女" };
const listing = (of: Found): readonly Plan[] => plans.filter((p) => of.company && of.company.value.ticks[p] !== "none");
const planNames = (of: Found) => `${listing(of).join("、")}计划`;
const grounds = ({ company, sendHealth }: Found, tables: Tables): Grounds => [
  tables.companyTable,
  ...[company, sendHealth].filter((row) => row !== undefined),
];

/** What one tick in place of two leaves open. */
function singleTick(row: CompanyItem, asked: Sex | undefined): string {
  if (!row.likely) return "原文只有一个勾，看不出是男、女还是都做，请向体检中心确认。";
  const common = `原文只有一个勾，按常理是${sexName[row.likely]}职工的项目`;
  return asked && asked !== row.likely ? `${common}，${sexName[asked]}职工一般不做。` : `${common}。`;
}

const values = (of: Found) => ({
  item: of.id,
  plans: listing(of),
  inSendHealth: of.sendHealth !== undefined,
  listed: of.company !== undefined || of.sendHealth !== undefined,
});

const inSendHealthToo = ({ sendHealth }: Found) =>
  sendHealth ? [`送健康(新就业体检参照)列有${sendHealth.value.name}。`] : [];

function inSendHealth(of: Found, tables: Tables): Decision {
  const found = of.sendHealth;
  if (!found) {
    return {
      verdict: "notEligible",
      say: `没有：送健康体检的项目表没有列${of.label}。`,
      lines: [`企业体检${planNames(of)}列有${of.label}。`],
      values: values(of),
      by: [tables.sendHealthTable],
    };
  }
  const { category, name, note } = found.value;
  return {
    verdict: "eligible",
    say: `有，送健康体检的${category}列有${name}${note ? `(${note})` : ""}。`,
    values: values(of),
    by: [found],
  };
}

function inPlan({ given }: Ctx, of: Found, tables: Tables, chosen: Plan): Decision {
  const row = of.company?.value;
  const tick = row?.ticks[chosen] ?? "none";
  if (!row || tick === "none") {
    const others = listing(of).length > 0 ? `，${planNames(of)}有` : "";
    return {
      verdict: "notEligible",
      say: `没有：${chosen}计划不含${row?.name ?? of.label}${others}。`,
      lines: inSendHealthToo(of),
      values: values(of),
      by: grounds(of, tables),
    };
  }
  const note = row.note ? `(${row.note})` : "";
  if (tick === "both") {
    return {
      verdict: "eligible",
      say: `有，${chosen}计划包括${row.name}${note}，男女都做。`,
      values: values(of),
      by: grounds(of, tables),
    };
  }
  return {
    verdict: row.likely ? "eligible" : "unsettled",
    say: `${chosen}计划列有${row.name}${note}，${singleTick(row, given(sex))}`,
    values: values(of),
    by: grounds(of, tables),
    open: ["A04"],
  };
}

function anywhere({ given }: Ctx, of: Found, tables: Tables): Decision {
  const row = of.company?.value;
  const some = listing(of);
  const without = plans.filter((p) => !some.includes(p));
  const inPlans =
    some.length === 0
      ? "A、B、C计划都没有"
      : without.length === 0
        ? "A、B、C计划都有"
        : `${some.join("、")}计划有，${without.join("、")}计划没有`;
  const send = of.sendHealth ? "送健康也有" : "送健康没有列";
  const alone = of.sendHealth ? `只有送健康列了${of.sendHealth.value.name}` : "";
  const lines: string[] = [];
  if (row?.note) lines.push(`${row.note}。`);
  if (row && some.some((p) => row.ticks[p] === "one")) {
    const single = some.filter((p) => row.ticks[p] === "one");
    lines.push(`${single.join("、")}计划${singleTick(row, given(sex))}`);
  }
  return {
    verdict: "eligible",
    say: row ? `${row.name.replace(/。$/, "")}：${inPlans}；${send}。` : `${of.label}：${inPlans}；${alone}。`,
    lines,
    values: values(of),
    by: grounds(of, tables),
    open: lines.some((line) => line.includes("勾")) ? ["A04"] : [],
  };
}

export const checkupItemLookup = defineRule({
  id: "K17",
  name: "checkupItemLookup",
  title: "体检有没有某一项",
  project: "2-3",
  asks: [item],
  uses: [plan, checkup, sex],
  decide(context: Ctx): Decision {
    const { need, given } = context;
    const { items: tables } = law("checkup");
    const said = need(item);
    const known = itemOf(said);
    const id = known?.id ?? said;
    const of: Found = {
      id,
      label: known?.label ?? said,
      company: tables.company[id],
      sendHealth: tables.sendHealth[id],
    };
    const near = itemCatalogue.find((other) => other.id === known?.related);
    const nearPlaces = near
      ? [tables.company[near.id] ? "企业体检套餐" : "", tables.sendHealth[near.id] ? "送健康" : ""]
          .filter(Boolean)
          .join("、")
      : "";
    const related = near ? [`表里列有的相近项目：${near.label}(${nearPlaces})。`] : [];
    if (!of.company && !of.sendHealth) {
      return {
        verdict: "notEligible",
        say: `文件的套餐表里没有列${of.label}，A、B、C计划和送健康都没有。`,
        lines: [...related, "能不能加项、换项，文件没有写，请问体检中心。"],
        values: values(of),
        by: [tables.companyTable, tables.sendHealthTable],
      };
    }
    const chosen = given(plan);
    if (chosen) return inPlan(context, of, tables, chosen);
    const kind = given(checkup);
    if (kind === "sendHealth" || kind === "newForm") return inSendHealth(of, tables);
    return anywhere(context, of, tables);
  },
});
