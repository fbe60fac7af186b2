/** 健康服务点达标自查: how often it must serve, and whether this one does. */
import { law } from "../editions/index.ts";
import type { Provision } from "../engine/provision.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import {
  halfDaysPerWeek,
  lecturesPerTwoMonths,
  months,
  noticeDays,
  privateRoom,
  signboardComplete,
  visitsPerMonth,
} from "./facts.ts";
import type { HealthPointProvisions } from "./provisions.ts";

type Asked =
  | typeof halfDaysPerWeek
  | typeof visitsPerMonth
  | typeof lecturesPerTwoMonths
  | typeof noticeDays
  | typeof signboardComplete
  | typeof privateRoom;
type Ctx = Context<Asked, typeof months>;
type Result = "pass" | "fail" | "unsettled" | "unknown";
interface Check {
  readonly id: string;
  readonly result: Result;
  /** What the document wants. */
  readonly wanted: string;
  readonly by: Provision<unknown>;
}

function frequency({ cite, step }: Ctx, of: HealthPointProvisions, span: number): Decision {
  const visit = cite(of.visits).times;
  const lecture = cite(of.lectures);
  const minVisits = step({
    label: "访视至少",
    expression: `${span}*${visit}`,
    result: span * visit,
    unit: "次",
    by: of.visits,
  });
  const rest = span % lecture.months;
  const minLectures = step({
    label: "讲座至少",
    expression:
      rest === 0
        ? `${span}/${lecture.months}*${lecture.times}`
        : `(${span}-${rest})/${lecture.months}*${lecture.times}`,
    result: ((span - rest) / lecture.months) * lecture.times,
    unit: "次",
    by: of.lectures,
  });
  const { least, most } = cite(of.halfDays);
  return {
    verdict: "eligible",
    say: `${span}个月至少访视${minVisits}次、讲座${minLectures}次。`,
    lines: [
      ...(rest === 0 ? [] : [`讲座每两个月至少${lecture.times}次，不满两个月的零头没有算。`]),
      `另外每周至少${least}至${most}个半天服务。`,
    ],
    values: { minVisits, minLectures },
    by: [of.visits, of.lectures],
  };
}

const judged = (value: boolean | undefined): Result => (value === undefined ? "unknown" : value ? "pass" : "fail");
const reaches = (value: number | undefined, least: number): Result =>
  judged(value === undefined ? undefined : value >= least);

function weekly(value: number | undefined, { least, most }: { readonly least: number; readonly most: number }): Result {
  // 「至少1至2个半天」 leaves the least open between its two figures.
  return value !== undefined && value >= least && value < most ? "unsettled" : reaches(value, most);
}

function checks({ know, cite }: Ctx, of: HealthPointProvisions): readonly Check[] {
  const week = cite(of.halfDays);
  const notice = cite(of.noticeWeeks);
  return [
    {
      id: "halfDays",
      result: weekly(know(halfDaysPerWeek), week),
      wanted: `每周至少${week.least}至${week.most}个半天服务`,
      by: of.halfDays,
    },
    {
      id: "visits",
      result: reaches(know(visitsPerMonth), cite(of.visits).times),
      wanted: `每月至少${cite(of.visits).times}次半天访视`,
      by: of.visits,
    },
    {
      id: "lectures",
      result: reaches(know(lecturesPerTwoMonths), cite(of.lectures).times),
      wanted: `每两个月至少${cite(of.lectures).times}次讲座`,
      by: of.lectures,
    },
    {
      id: "notice",
      result: reaches(know(noticeDays), notice.least * 7),
      wanted: `提前${notice.least}至${notice.most}周公示`,
      by: of.noticeWeeks,
    },
    { id: "signboard", result: judged(know(signboardComplete)), wanted: cite(of.signboard), by: of.signboard },
    { id: "room", result: judged(know(privateRoom)), wanted: cite(of.room), by: of.room },
  ];
}

export const healthPointDuty = defineRule<Asked, typeof months>({
  id: "K22",
  name: "healthPointDuty",
  title: "健康服务点：服务频次和达标自查",
  project: "2-6",
  asks: [halfDaysPerWeek, visitsPerMonth, lecturesPerTwoMonths, noticeDays, signboardComplete, privateRoom],
  uses: [months],
  decide(context): Decision {
    const of = law("healthPoint");
    const span = context.given(months);
    if (span !== undefined) return frequency(context, of, span);
    const all = checks(context, of);
    const values = { checks: Object.fromEntries(all.map(({ id, result }) => [id, result])) };
    const failed = all.filter(({ result }) => result === "fail");
    const open = all.filter(({ result }) => result === "unsettled" || result === "unknown");
    const [first] = failed.length > 0 ? failed : open;
    if (!first) {
      return {
        verdict: "eligible",
        say: "可以，这几项都达标。",
        lines: ["讲座还要通过微信公众号等公开。"],
        values,
        by: [of.halfDays, of.visits, of.lectures, of.lectureNotice],
      };
    }
    if (failed.length > 0) {
      return {
        verdict: "notEligible",
        say: `不符合要求，没有达到：${failed.map(({ wanted }) => wanted).join("；")}。`,
        lines: ["未按要求服务的下发“整改通知书”(黄牌)，严重或整改无效的“摘牌通知书”(红牌)。"],
        values,
        by: [first.by, of.sanctions],
      };
    }
    return {
      verdict: "unsettled",
      say: `其余都达标；还要核对：${open.map(({ wanted }) => wanted).join("；")}。`,
      lines: open.some(({ id, result }) => id === "halfDays" && result === "unsettled")
        ? ["“至少1至2个半天”下限是1还是2，文件没有写清；安排2个最稳妥。"]
        : ["做到了就达标，没做到就不达标。"],
      values,
      by: [first.by],
      open: open.some(({ result }) => result === "unsettled") ? ["A62"] : [],
    };
  },
});
