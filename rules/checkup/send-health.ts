/** “送健康”体检: may a difficult or a sanitation enterprise take part, and what does it cost the district union? */
import { people } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { windowStatus } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import {
  company,
  contributed,
  examDate,
  financesStrained,
  governmentArranged,
  hardshipPeople,
  hasUnion,
  neverArranged,
  sanitationPeople,
  temporaryDifficulty,
  wholeQuota,
} from "./facts.ts";
import type { CheckupProvisions } from "./provisions.ts";

type Asked =
  | typeof company
  | typeof hasUnion
  | typeof financesStrained
  | typeof temporaryDifficulty
  | typeof governmentArranged
  | typeof contributed
  | typeof neverArranged;
type Given = typeof people | typeof hardshipPeople | typeof sanitationPeople | typeof wholeQuota | typeof examDate;
type Ctx = Context<Asked, Given>;
type Law = CheckupProvisions["sendHealth"];

const next = "由企业工会统一组织，填申请表报区总审核；名单电子版发综合保障部。";
const form = "2-3-3";

const difficultConditions = (of: Law) =>
  [
    { met: hasUnion, by: of.union, missing: "要有工会组织并依法履职" },
    { met: financesStrained, by: of.finances, missing: "要利润同比下滑、资金不足且融资困难、工资支付压力大" },
    { met: temporaryDifficulty, by: of.temporary, missing: "要是受疫情影响的周期性困难，正在自救、恢复有望" },
  ] as const;

/** One negative condition decides without the rest. */
function difficultRefusal({ given, cite }: Ctx, of: Law): Decision | undefined {
  const failed = difficultConditions(of).find(({ met }) => given(met) === false);
  if (!failed) return undefined;
  cite(of.allThree);
  return {
    verdict: "notEligible",
    say: `不能：困难企业三个条件要同时符合，其中一条就是${failed.missing}。`,
    lines: failed.met === hasUnion ? ["可以先联系所在街镇总工会建会。"] : [],
    values: { inTarget: false },
    by: [of.allThree, failed.by],
  };
}

function difficult({ need, cite }: Ctx, of: Law): Decision {
  cite(of.allThree);
  for (const { met, by } of difficultConditions(of)) {
    need(met);
    cite(by);
  }
  const standard = cite(of.standard);
  return {
    verdict: "eligible",
    say: `可以申请：困难企业三个条件都符合，标准${standard}元/人，由区总负责。`,
    lines: [next, "体检5月开始，12月10日结束。"],
    values: { inTarget: true },
    by: [of.allThree, of.standard],
    window: of.season,
    form,
  };
}

function sanitation({ need, given, cite }: Ctx, of: Law): Decision {
  const never = given(neverArranged);
  // Without a contribution the first condition fails, whoever arranged the check-ups.
  const arranged = given(governmentArranged) ?? (given(contributed) !== false && need(governmentArranged));
  if (arranged && never !== true) {
    return {
      verdict: "notEligible",
      say: "不能：政府计划安排体检的环卫企业除外，也不属于历年不安排体检。",
      values: { inTarget: false },
      by: [of.contribution, of.neverArranged],
    };
  }
  const first = !arranged && need(contributed);
  const second = need(neverArranged);
  if (!first && !second) {
    return {
      verdict: "notEligible",
      say: "不符合：既没有抗疫和服务进博会的贡献，也不属于历年不安排体检。",
      values: { inTarget: false },
      by: [of.contribution, of.neverArranged],
    };
  }
  if (!(first && second)) {
    return {
      verdict: "unsettled",
      say: `环卫企业两个条件只满足“${first ? cite(of.contribution) : cite(of.neverArranged)}”一条：文件没有写要同时满足还是满足一条就行。`,
      lines: ["若满足一条即可，就能报；若要同时满足，就不能报。请先问综合保障部。"],
      by: [of.contribution, of.neverArranged],
      open: ["A05"],
    };
  }
  const standard = cite(of.standard);
  return {
    verdict: "eligible",
    say: `可以申请：环卫企业两个条件都满足，标准${standard}元/人，由区总负责。`,
    lines: [next, "体检5月开始，12月10日结束。"],
    values: { inTarget: true },
    by: [of.contribution, of.neverArranged, of.standard],
    window: of.season,
    form,
  };
}

interface Heads {
  readonly difficult: number;
  readonly sanitation: number;
}

function heads({ given, cite }: Ctx, of: Law): Heads | undefined {
  const hard = given(hardshipPeople);
  const clean = given(sanitationPeople);
  if (hard !== undefined || clean !== undefined) return { difficult: hard ?? 0, sanitation: clean ?? 0 };
  const kind = given(company);
  const all = given(people);
  if (all !== undefined)
    return kind === "sanitation" ? { difficult: 0, sanitation: all } : { difficult: all, sanitation: 0 };
  if (!given(wholeQuota)) return undefined;
  const quota = cite(of.quota);
  return {
    difficult: kind === "sanitation" ? 0 : quota.difficult,
    sanitation: kind === "difficult" ? 0 : quota.sanitation,
  };
}

function cost({ cite, step, given }: Ctx, of: Law, counted: Heads): Decision {
  const standard = cite(of.standard);
  const quota = cite(of.quota);
  cite(of.payer);
  const total = step({
    label: "人数",
    expression: `${counted.difficult}+${counted.sanitation}`,
    result: counted.difficult + counted.sanitation,
    unit: "人",
    by: of.quota,
  });
  const costTotal = step({
    label: "体检费用",
    expression: `${total}*${standard}`,
    result: total * standard,
    unit: "元",
    by: of.standard,
  });
  // A bare head count does not say which quota it belongs to.
  const known = given(company) !== undefined || given(people) === undefined;
  const over = known && (counted.difficult > quota.difficult || counted.sanitation > quota.sanitation);
  return {
    verdict: over ? "unsettled" : "eligible",
    say: `${total}人按${standard}元/人，一共${costTotal}元，由区总负责。`,
    lines: [
      over
        ? `超过了名额(困难企业${quota.difficult}名、环卫${quota.sanitation}名)，超过的怎么办文件没有写。`
        : `名额：困难企业${quota.difficult}名、环卫${quota.sanitation}名。`,
      "企业要符合送健康的条件；超过标准的部分谁付，文件没有写。",
    ],
    yuan: { districtUnion: costTotal },
    values: { people: total, costTotal },
    by: [of.standard, of.payer],
    window: of.season,
    form,
  };
}

export const sendHealth = defineRule<Asked, Given>({
  id: "K15",
  name: "sendHealth",
  title: "“送健康”体检：能不能报、一共多少钱",
  project: "2-3",
  asks: [company, hasUnion, financesStrained, temporaryDifficulty, governmentArranged, contributed, neverArranged],
  uses: [people, hardshipPeople, sanitationPeople, wholeQuota, examDate],
  decide(context) {
    const { need, given, cite } = context;
    const { sendHealth: of } = law("checkup");
    const planned = given(examDate);
    const season = cite(of.season);
    if (planned !== undefined && windowStatus(season, planned) !== "open") {
      return {
        verdict: "notEligible",
        say: "不能：送健康体检2023年5月开始，12月10日结束，这一天不在里面。",
        by: [of.season],
        window: of.season,
      };
    }
    const kind = given(company);
    // A condition of difficult enterprises that fails tells of itself which enterprise it is.
    const refusal = kind === "sanitation" ? undefined : difficultRefusal(context, of);
    if (refusal) return refusal;
    const doubtful =
      kind === "sanitation" &&
      (given(governmentArranged) === true || given(contributed) === false || given(neverArranged) === false);
    const counted = heads(context, of);
    if (counted && !doubtful) return cost(context, of, counted);
    return need(company) === "difficult" ? difficult(context, of) : sanitation(context, of);
  },
});
