/** 大病慰问: may this person have it, and how much is it together with the city's benefit? */
import { people } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Provision, windowStatus } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import {
  applicantDied,
  cityConfirmed,
  disease,
  firstDiagnosedOn,
  firstTime,
  guaranteeFrom,
  guaranteeUntil,
  hasCard,
  hasGuarantee,
  hospital,
  otherConditionsMet,
} from "./facts.ts";
import { halfOf } from "./halves.ts";
import type { IllnessProvisions } from "./provisions.ts";

type Asked = typeof firstDiagnosedOn | typeof hasCard | typeof disease | typeof hospital | typeof hasGuarantee;
type Given =
  | typeof firstTime
  | typeof cityConfirmed
  | typeof guaranteeFrom
  | typeof guaranteeUntil
  | typeof otherConditionsMet
  | typeof applicantDied
  | typeof people;
type Ctx = Context<Asked, Given>;

const listed = "四种病：恶性肿瘤、终末期肾病、良性脑肿瘤、重大器官移植或造干细胞移植术。";
const no = (
  say: string,
  by: Provision<unknown>,
  inPeriod: boolean | undefined,
  lines: readonly string[] = [],
): Decision => ({
  verdict: "notEligible",
  say,
  lines,
  yuan: { districtUnion: 0 },
  values: { ...(inPeriod === undefined ? {} : { inPeriod }), districtAmount: 0 },
  by: [by],
});
const open = (
  say: string,
  by: Provision<unknown>,
  lines: readonly string[],
  notes: readonly string[] = [],
): Decision => ({
  verdict: "unsettled",
  say,
  lines,
  by: [by],
  open: notes,
});

/** What one fact alone decides, in the order in which it is said to the person. */
function decisive({ given, cite }: Ctx, of: IllnessProvisions): Decision | undefined {
  const day = given(firstDiagnosedOn);
  const period = cite(of.diagnosed);
  const inPeriod = day === undefined ? undefined : windowStatus(period, day) === "open";
  if (inPeriod === false) {
    return no("不能：要在2023年1月1日至12月31日首次确诊，这个日期不在里面。", of.diagnosed, false);
  }
  if (given(firstTime) === false)
    return no("不能：要在2023年内首次确诊，复发、转移不是首次确诊。", of.diagnosed, inPeriod);
  if (given(hasCard) === false) {
    return no("不能：要持青浦工会会员服务卡，并享有工会会员专享基本保障。", of.membership, inPeriod);
  }
  if (given(hasGuarantee) === false) {
    return no("不能：要享有工会会员专享基本保障，首次确诊日要在保障有效期内。", of.membership, inPeriod);
  }
  const start = given(guaranteeFrom);
  const end = given(guaranteeUntil);
  if (day !== undefined && ((start !== undefined && day < start) || (end !== undefined && day > end))) {
    return no("不能：首次确诊日不在工会会员专享基本保障有效期内。", of.withinGuarantee, inPeriod);
  }
  if (given(disease) === "other") return no("不能：这个病不在慰问的四种病里。", of.diseases, inPeriod, [listed]);
  const elsewhere = byHospital(given(hospital), of, inPeriod);
  if (elsewhere) return elsewhere;
  if (given(otherConditionsMet) === false) {
    return no("不能：各项条件要同时符合，有一条不符合就不能领。", of.allOf, inPeriod);
  }
  if (given(cityConfirmed) === false) {
    return no(
      `还不能：区总的${cite(of.amount)}元以市职保中心确认${cite(of.cityBenefit)}元专项保障金为前提。`,
      of.cityBenefit,
      inPeriod,
    );
  }
  // Only after every refusal: what is open does not matter where something else fails.
  return unsettledIllness(given(disease), of);
}

function unsettledIllness(kind: string | undefined, of: IllnessProvisions): Decision | undefined {
  if (kind === "inSituCancer") {
    return open("原位癌算不算恶性肿瘤，文件没有写。", of.diseases, [
      "若算，其他条件符合就能领；若不算，就不能领。请先问综合保障部。",
      listed,
    ]);
  }
  if (kind === "bloodCancer") {
    return open("白血病、淋巴瘤是否按恶性肿瘤认定，文件没有写，由市职保中心认定。", of.diseases, [
      "认定为恶性肿瘤，其他条件符合就能领；不认定就不能领。",
      listed,
    ]);
  }
  return undefined;
}

function byHospital(
  kind: string | undefined,
  of: IllnessProvisions,
  inPeriod: boolean | undefined,
): Decision | undefined {
  if (kind !== "other") return undefined;
  return no("不符合：要在本市二三级医院、外省市三级医院首次确诊；其它医院须区总工会认可。", of.hospitals, inPeriod, [
    "区总认可哪些医院，文件没有列，可问综合保障部。",
  ]);
}

function granted({ cite, step, given }: Ctx, of: IllnessProvisions): Decision {
  const city = cite(of.cityBenefit);
  const district = cite(of.amount);
  const total = step({
    label: "合计",
    expression: `${city}+${district}`,
    result: city + district,
    unit: "元",
    by: of.cityBenefit,
  });
  const day = given(firstDiagnosedOn);
  const deadline = day === undefined ? undefined : of.deadline[halfOf(day)];
  const lines = [
    given(applicantDied)
      ? "申请人去世的，凭“划款申请书”划到指定账户。"
      : `每年${cite(of.paidIn)}月统一打入本人工会会员服务卡。`,
    "材料交所属单位工会，市职保中心确认后区总再给。",
  ];
  if (given(applicantDied)) cite(of.afterDeath);
  if (day === undefined) lines.unshift("前提：2023年内首次确诊，其他条件同时符合。");
  return {
    verdict: "eligible",
    say: `可以领：区总慰问${district}元，加上市职保中心的专项保障金${city}元，一共${total}元。`,
    lines,
    yuan: { districtUnion: district, mutualAid: city },
    values: {
      ...(day === undefined ? {} : { inPeriod: true }),
      cityAmount: city,
      districtAmount: district,
      total,
      ...(deadline ? { deadline: cite(deadline).until } : {}),
    },
    by: [of.amount, of.cityBenefit],
    ...(deadline ? { window: deadline } : {}),
  };
}

/** A union asks for its members together: each who fulfils the conditions gets the same. */
function forSeveral({ cite, step }: Ctx, of: IllnessProvisions, heads: number): Decision {
  const each = cite(of.amount);
  const districtTotal = step({
    label: "区总慰问",
    expression: `${heads}*${each}`,
    result: heads * each,
    unit: "元",
    by: of.amount,
  });
  return {
    verdict: "eligible",
    say: `${heads}人都符合条件的，区总一共慰问${districtTotal}元，每人${each}元。`,
    lines: ["打入各人自己的工会会员服务卡，不经单位。"],
    yuan: { districtUnion: districtTotal },
    values: { people: heads, districtAmount: each, districtTotal },
    by: [of.amount],
  };
}

export const seriousIllnessEligibility = defineRule<Asked, Given>({
  id: "K19",
  name: "seriousIllnessEligibility",
  title: "大病慰问：能不能领、领多少",
  project: "2-5",
  asks: [firstDiagnosedOn, hasCard, disease, hospital, hasGuarantee],
  uses: [firstTime, cityConfirmed, guaranteeFrom, guaranteeUntil, otherConditionsMet, applicantDied, people],
  decide(context) {
    const { need, know, given } = context;
    const of = law("illness");
    const first = decisive(context, of);
    if (first) return first;
    const heads = given(people);
    if (heads !== undefined && heads > 1) return forSeveral(context, of, heads);
    if (given(otherConditionsMet) === true) return granted(context, of);
    // Each answer starts the rule again, so that a decisive one is seen above before the next question.
    for (const condition of [firstDiagnosedOn, hasCard, disease, hospital] as const) need(condition);
    if (know(hasGuarantee) === undefined) {
      return open(
        "要看您是否享有工会会员专享基本保障：有效期内确诊就能领，没有就不能领。",
        of.membership,
        ["新就业专享计划算不算，文件没有写；请问单位工会或综合保障部。"],
        ["A60"],
      );
    }
    return granted(context, of);
  },
});
