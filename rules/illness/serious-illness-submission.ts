/** 大病慰问: by when to hand in which papers, and what being late means. */
import { addMonths, chineseDay } from "../common/calendar.ts";
import { law } from "../editions/index.ts";
import { type Provision, windowStatus } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { applicantDied, firstDiagnosedOn, half, materialsReady, submittedOn } from "./facts.ts";
import { halfOf } from "./halves.ts";
import type { Deadline, Half, IllnessProvisions } from "./provisions.ts";

type Asked = typeof firstDiagnosedOn;
type Given = typeof half | typeof submittedOn | typeof materialsReady | typeof applicantDied;
type Ctx = Context<Asked, Given>;

const halfName: Readonly<Record<Half, string>> = { first: "上半年", second: "下半年" };
const route = "交给所属单位工会，由区职工援助服务中心报市职保中心。";

interface Papers {
  readonly line: string;
  readonly missing: readonly string[];
}

function paperLine(
  { given, cite }: Ctx,
  of: IllnessProvisions,
): { readonly line: string; readonly missing: readonly string[] } {
  const all = cite(of.materials);
  const ready = given(materialsReady);
  const missing = ready === undefined ? all : all.filter((_, index) => !ready.includes(index + 1));
  if (missing.length === 0) return { line: "六项材料都齐了。", missing };
  const lead = ready === undefined ? "材料" : "还缺";
  return { line: `${lead}：${missing.join("、")}；前五项复印件即可。`, missing };
}

/** Handed in after the deadline: the widest reading lets the years run from the last deadline of all. */
function late(
  { cite }: Ctx,
  of: IllnessProvisions,
  window: Provision<Deadline>,
  handedIn: string,
  papers: Papers,
): Decision {
  const deadline = chineseDay(cite(window).until);
  const years = cite(of.lateYears);
  const widest = addMonths(cite(of.deadline.second).until, years * 12);
  const rest = { by: [window, of.lateYears], open: ["A07"], window } as const;
  const values = { deadline: cite(window).until, widestDeadline: widest, missing: papers.missing, inPeriod: true };
  if (handedIn > widest) {
    return {
      verdict: "notEligible",
      say: `不能：截止日是${deadline}，逾期${years}年不再纳入；最宽的读法也到${chineseDay(widest)}为止。`,
      values: { ...values, accepted: false, lateStatus: "overTwoYears", districtAmount: 0 },
      ...rest,
    };
  }
  return {
    verdict: "unsettled",
    say: `已过${deadline}的截止日；逾期${years}年不纳入，但没满${years}年还收不收、从哪天算起，文件没有写。`,
    lines: ["若还收，照样交单位工会；若不收，就不能领。请先问综合保障部。", papers.line],
    values: { ...values, accepted: null, lateStatus: "lateWithinTwoYears" },
    ...rest,
  };
}

function inTime({ cite, given }: Ctx, of: IllnessProvisions, which: Half, papers: Papers): Decision {
  const window = of.deadline[which];
  const deadline = cite(window).until;
  const handedIn = given(submittedOn);
  const say = `${halfName[which]}确诊的，最晚${chineseDay(deadline)}前递交材料。`;
  const onTheDay = handedIn === deadline ? ["“前”含不含当天文件没有写，这里按含当天算，请尽量提前交。"] : [];
  const dead = given(applicantDied) ? [`申请人去世的，另交“${cite(of.afterDeath)}”。`] : [];
  const values = { deadline, half: which, missing: papers.missing };
  return {
    verdict: "eligible",
    say: handedIn === undefined ? say : `可以，${chineseDay(handedIn)}递交没有过期：${say}`,
    lines: [...dead, ...onTheDay, papers.line, route].slice(0, 3),
    values:
      handedIn === undefined
        ? values
        : { ...values, inPeriod: true, accepted: true, lateStatus: "onTime", districtAmount: cite(of.amount) },
    by: [window, of.materials, of.route],
    window,
  };
}

export const seriousIllnessSubmission = defineRule<Asked, Given>({
  id: "K20",
  name: "seriousIllnessSubmission",
  title: "大病慰问：材料和递交截止日",
  project: "2-5",
  asks: [firstDiagnosedOn],
  uses: [half, submittedOn, materialsReady, applicantDied],
  decide(context): Decision {
    const { need, given, cite } = context;
    const of = law("illness");
    const said = given(firstDiagnosedOn) === undefined ? given(half) : undefined;
    const day = said === undefined ? need(firstDiagnosedOn) : undefined;
    const period = cite(of.diagnosed);
    if (day !== undefined && windowStatus(period, day) !== "open") {
      return {
        verdict: "notEligible",
        say: "不能：要在2023年1月1日至12月31日首次确诊，这个日期不在里面。",
        values: { inPeriod: false, districtAmount: 0 },
        by: [of.diagnosed],
      };
    }
    const which = said ?? halfOf(need(firstDiagnosedOn));
    const window = of.deadline[which];
    const papers = paperLine(context, of);
    const handedIn = given(submittedOn);
    if (handedIn !== undefined && handedIn > cite(window).until) return late(context, of, window, handedIn, papers);
    return inTime(context, of, which, papers);
  },
});
