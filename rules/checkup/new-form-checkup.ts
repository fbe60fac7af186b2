/** 新就业形态劳动者体检: made up to a full price by a fixed subsidy per head. */
import { people } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { gigWork, pricePerPerson } from "./facts.ts";
import type { CheckupProvisions } from "./provisions.ts";

type Asked = typeof gigWork;
type Given = typeof people | typeof pricePerPerson;
type Ctx = Context<Asked, Given>;
type Law = CheckupProvisions["newForm"];

const form = "2-3-4";
const organised = "由企业或街镇工会统一组织，不是个人申请。";
const printed = {
  courier: "快递员",
  foodCourier: "外卖配送员",
  rideHailing: "网约车司机",
  truckDriver: "货车司机",
} as const;

/** Below the full price 「补足」 and 「实际补贴」 give two sums. */
function belowFull({ cite, step, given }: Ctx, of: Law, price: number): Decision {
  const { base, full, paid } = cite(of.subsidy);
  const topUp = step({
    label: "按“补足”算",
    expression: `max(0,${price}-${base})`,
    result: Math.max(0, price - base),
    unit: "元/人",
    by: of.subsidy,
  });
  const heads = given(people);
  const values = { topUpPerPersonReadings: [topUp, paid], ...(heads === undefined ? {} : { people: heads }) };
  return {
    verdict: "unsettled",
    say: `每人${price}元，不到${full}元：文件没有写怎么补。按“补足”是${topUp}元/人，按“实际补贴”是${paid}元/人。`,
    lines: ["请先问区总确认。", organised],
    values,
    by: [of.subsidy],
    open: ["A06"],
    form,
  };
}

function subsidised({ cite, step, given }: Ctx, of: Law, who: string): Decision {
  const { base, full, paid } = cite(of.subsidy);
  const price = given(pricePerPerson);
  const heads = given(people);
  const over = price === undefined ? 0 : price - full;
  const perPerson = step({
    label: "每人实际补贴",
    expression: `${full}-${base}`,
    result: full - base,
    unit: "元/人",
    by: of.subsidy,
  });
  const lines = [`${base}元/人的基础由谁出，文件没有写。`, organised];
  if (over > 0) {
    const overPerPerson = step({
      label: "每人超出",
      expression: `${price}-${full}`,
      result: over,
      unit: "元/人",
      by: of.subsidy,
    });
    lines.unshift(`超过${full}元的${overPerPerson}元/人不予补贴，谁付文件没有写。`);
  }
  const opening = over > 0 ? `超过${full}元/人的部分不予补贴；` : who;
  const values = { topUpPerPerson: paid, ...(over > 0 ? { overPerPerson: over } : {}) };
  const rest = { lines, by: [of.subsidy] as const, open: ["A06"], form };
  if (heads === undefined) {
    return {
      verdict: "eligible",
      say: `${opening}区总实际补贴${perPerson}元/人(${base}元基础上补足到${full}元)。`,
      values,
      ...rest,
    };
  }
  const subsidyTotal = step({
    label: "补贴合计",
    expression: `${heads}*${paid}`,
    result: heads * paid,
    unit: "元",
    by: of.subsidy,
  });
  const overTotal =
    over > 0 ? step({ label: "超出合计", expression: `${heads}*${over}`, result: heads * over, unit: "元" }) : 0;
  return {
    verdict: "eligible",
    say: `${opening}${heads}人区总一共补${subsidyTotal}元，每人${perPerson}元。`,
    yuan: { districtUnion: subsidyTotal, notStated: heads * (base + Math.max(0, over)) },
    values: { ...values, people: heads, subsidyTotal, ...(over > 0 ? { overTotal } : {}) },
    ...rest,
  };
}

export const newFormCheckup = defineRule<Asked, Given>({
  id: "K16",
  name: "newFormCheckup",
  title: "新就业形态劳动者体检：补多少",
  project: "2-3",
  asks: [gigWork],
  uses: [people, pricePerPerson],
  decide(context) {
    const { need, given, cite } = context;
    const { newForm: of } = law("checkup");
    const price = given(pricePerPerson);
    const money = price !== undefined || given(people) !== undefined;
    const job = money ? given(gigWork) : need(gigWork);
    if (job === "notNewForm") {
      return {
        verdict: "notEligible",
        say: "不属于：这项体检补贴面向新就业形态劳动者。",
        lines: ["企业职工可以由单位申报企业职工体检补贴。"],
        by: [of.audience],
      };
    }
    if (job === "otherNewForm") {
      return {
        verdict: "unsettled",
        say: `文件写面向新就业形态劳动者，重点聚焦${cite(of.audience)}；其他人能不能享受，没有写。`,
        lines: ["请所在单位或街镇工会先问区总基层工作部。"],
        by: [of.audience],
        open: ["A73"],
      };
    }
    if (job) cite(of.audience);
    if (price !== undefined && price < cite(of.subsidy).full) return belowFull(context, of, price);
    return subsidised(context, of, job ? `可以，${printed[job]}属于重点对象，` : "");
  },
});
