/** 和谐劳动关系: is an enterprise among the kinds that the service is centred on? One match decides. */
import { law } from "../editions/index.ts";
import type { Provision } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { certified, companyType, dispute, employees, reform } from "./facts.ts";
import type { HarmonyProvisions } from "./provisions.ts";

type Asked = typeof companyType | typeof employees | typeof reform | typeof dispute | typeof certified;
type Ctx = Context<Asked, never>;
interface Match {
  readonly by: Provision<string | number>;
  readonly name: string;
  readonly atBoundary?: boolean;
}

/** Asks one thing after another and stops at the first match; things already said are looked at first. */
function match({ know, given, cite }: Ctx, of: HarmonyProvisions, ask: boolean): Match | undefined {
  const read = <F extends Asked>(fact: F) => (ask ? know(fact) : given(fact));
  const type = read(companyType);
  if (type === "express") return { by: of.express, name: "快递物流企业" };
  if (type === "startup") return { by: of.startup, name: "新创业期间的小微企业" };
  if (type === "districtOwned") return { by: of.districtOwned, name: "区属企业" };
  const heads = read(employees);
  const least = cite(of.headcount);
  if (heads !== undefined && heads >= least)
    return { by: of.headcount, name: "百人以上企业", atBoundary: heads === least };
  if (read(reform) === "both") return { by: of.reform, name: "有重大改革调整任务、要修订规章制度的企业" };
  if (read(dispute)) return { by: of.dispute, name: "有纠纷或矛盾隐患的企业" };
  if (read(certified)) return { by: of.certified, name: "和谐劳动关系达标企业" };
  return undefined;
}

export const harmonyTarget = defineRule<Asked>({
  id: "K24",
  name: "harmonyTarget",
  title: "和谐劳动关系：我们企业是不是重点服务对象",
  project: "2-7",
  asks: [companyType, employees, reform, dispute, certified],
  decide(context): Decision {
    const { given, cite } = context;
    const of = law("harmony");
    const found = match(context, of, false) ?? match(context, of, true);
    const how = "由街镇总工会安排人上门，一企一策；企业怎么主动报名，文件没有写。";
    if (found) {
      cite(of.service);
      return {
        verdict: "eligible",
        say: `属于重点服务对象：${found.name}单列其中。`,
        lines: [...(found.atBoundary ? ["“百人以上”含不含正好100人，文件没有写，这里按含算。"] : []), how],
        values: { matched: found.name },
        by: [found.by, of.focus],
        open: found.atBoundary ? ["A38"] : [],
      };
    }
    const half = given(reform);
    if (half === "reformOnly" || half === "rulesOnly") {
      return {
        verdict: "unsettled",
        say: `七类里的“${cite(of.reform)}”：只有其中一样算不算，文件没有写清。`,
        lines: ["两样都要，就不属于；有一样就行，就属于。请问街镇总工会。", how],
        values: { matched: null },
        by: [of.reform, of.focus],
        open: ["A63"],
      };
    }
    return {
      verdict: "unsettled",
      say: "七类重点对象没有对上；但文件写的是“重点聚焦”，没有写其他企业不能参加。",
      lines: ["可以请街镇总工会看能否纳入。", how],
      values: { matched: null },
      by: [of.focus],
    };
  },
});
