/** What shuts a city trip out whatever it costs: place, organiser, members, length, days. Never asked, used when said. */
import { addDays, periodText } from "../common/calendar.ts";
import { days, endDate, nights, startDate } from "../common/facts.ts";
import { type AnyProvision, windowStatus } from "../engine/provision.ts";
import type { Context, Decision } from "../engine/rule.ts";
import { inShanghai, members, organisedByUnion } from "./facts.ts";
import type { TravelProvisions } from "./provisions.ts";

type Condition =
  | typeof inShanghai
  | typeof organisedByUnion
  | typeof members
  | typeof startDate
  | typeof endDate
  | typeof days
  | typeof nights;

/** The two readers of a context that ask nothing. */
type Reading = Pick<Context<never, Condition>, "given" | "cite">;

const refusal = (say: string, by: AnyProvision, ...lines: readonly string[]): Decision => ({
  verdict: "notEligible",
  say,
  lines,
  values: { subsidyPerPerson: 0, subsidyTotal: 0 },
  by: [by],
});

export function tripRefusal({ given, cite }: Reading, law: TravelProvisions["cityTrip"]): Decision | undefined {
  if (given(inShanghai) === false) {
    return refusal(`不能，“看上海”要在${cite(law.place)}（上海市内）开展，去外地不补。`, law.place);
  }
  if (given(organisedByUnion) === false) {
    return refusal("不能个人申请，“看上海”由基层工会组织本单位会员参加。", law.organiser, "可以请单位工会组织并申请。");
  }
  const who = given(members);
  if (who === "none")
    return refusal(`不能，对象是${cite(law.audience)}。`, law.audience, "先加入工会，再由单位工会组织。");
  if (who === "some") {
    return {
      verdict: "unsettled",
      say: `文件写的对象是${cite(law.audience)}，非会员或家属能不能一起去、补贴怎么算，没有写。`,
      by: [law.audience],
    };
  }
  return tooLong({ given, cite }, law) ?? outOfSeason({ given, cite }, law);
}

function tooLong({ given, cite }: Reading, law: TravelProvisions["cityTrip"]): Decision | undefined {
  const longest = cite(law.longest);
  const limit = `${longest.days}天${longest.nights}晚`;
  const [from, until, stay, overnight] = [given(startDate), given(endDate), given(days), given(nights)];
  const beyond = from !== undefined && until !== undefined && until > addDays(from, longest.days - 1);
  if (beyond || (stay ?? 0) > longest.days || (overnight ?? 0) > longest.nights) {
    return refusal(`不符合，“看上海”不超过${limit}。`, law.longest);
  }
  if (stay === longest.days && overnight === 0) {
    return {
      verdict: "unsettled",
      say: `文件只写了${limit}和1日两种标准，${longest.days}天不住宿的没有写。`,
      by: [law.longest],
    };
  }
  return undefined;
}

function outOfSeason({ given, cite }: Reading, law: TravelProvisions["cityTrip"]): Decision | undefined {
  const { from, until } = cite(law.period);
  const said = [given(startDate), given(endDate)].filter((day) => day !== undefined);
  if (said.every((day) => windowStatus({ from, until }, day) === "open")) return undefined;
  return refusal(`不符合，活动时间是${periodText({ from, until })}。`, law.period);
}
