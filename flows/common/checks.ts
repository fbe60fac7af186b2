/** Checks that several forms share. Bounds come from the edition of the document, never from here. */
import { chineseDay, daysBetween } from "../../rules/common/calendar.ts";
import type { Period as Season } from "../../rules/engine/provision.ts";
import type { Length } from "../../rules/travel/provisions.ts";
import type { Check } from "../engine/form.ts";
import type { FieldOf } from "./fields.ts";
import type { Period } from "./wording.ts";

const problem = "problem" as const;

export const notInFuture = ({ fact }: FieldOf<string>): Check => ({
  level: problem,
  at: fact,
  wrong: (given, today) => {
    const day = given(fact);
    return day !== undefined && today !== undefined && day > today ? "填表日期不能晚于今天" : undefined;
  },
});

export const withinSeason = ({ fact }: FieldOf<Period>, season: () => Season): Check => ({
  level: problem,
  at: fact,
  wrong: (given) => {
    const when = given(fact);
    const { from, until } = season();
    if (!when || from === null || until === null || (when.from >= from && when.to <= until)) return undefined;
    return `活动时间要在${chineseDay(from)}至${chineseDay(until)}之间`;
  },
});

/** `longest` is undefined where the document names no length. */
export const atMostDays = (
  { fact }: FieldOf<Period>,
  longest: (plan: string | undefined) => Length | undefined,
  plan?: FieldOf<string>,
): Check => ({
  level: problem,
  at: fact,
  wrong: (given) => {
    const when = given(fact);
    const most = longest(plan && given(plan.fact));
    if (!when || !most || daysBetween(when.from, when.to) + 1 <= most.days) return undefined;
    return `一共${daysBetween(when.from, when.to) + 1}天，超过了${most.days}天${most.nights}晚`;
  },
});

export const notMoreThan = (part: FieldOf<number>, whole: FieldOf<number>): Check => ({
  level: problem,
  at: part.fact,
  wrong: (given) => {
    const [some, all] = [given(part.fact), given(whole.fact)];
    return some !== undefined && all !== undefined && some > all
      ? `${some}人，多于${bareLabel(whole)}${all}人`
      : undefined;
  },
});

const bareLabel = ({ fact }: FieldOf<number>): string => fact.label.replace(/[：:]$/, "");

/** The parts add up to the whole; silent until all are known. */
export const sumsUp = (
  level: Check["level"],
  whole: FieldOf<number>,
  parts: readonly FieldOf<number>[],
  because = "",
): Check => ({
  level,
  at: whole.fact,
  wrong: (given) => {
    const all = given(whole.fact);
    const known = parts.map(({ fact }) => given(fact));
    if (all === undefined || known.includes(undefined)) return undefined;
    const sum = known.reduce<number>((total, part) => total + (part ?? 0), 0);
    return sum === all
      ? undefined
      : `${parts.map(bareLabel).join("、")}合计${sum}人，和${bareLabel(whole)}${all}人不一致${because}`;
  },
});
