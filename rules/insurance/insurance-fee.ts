/** K07 新就业专享计划: what joining costs. */
import { chineseDay } from "../common/calendar.ts";
import { people } from "../common/facts.ts";
import { lawOn } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import {
  type Coverage,
  centralCoverage,
  coverageOf,
  coverageValues,
  inferredEnd,
  isCentralDay,
  refusedValues,
} from "./coverage.ts";
import { coverageMonths, enrolledOn, enrolment, tier } from "./facts.ts";
import type { InsuranceProvisions } from "./provisions.ts";

type Reading = Pick<Context<never, typeof people>, "given" | "cite" | "step">;
type Covered = Extract<Coverage, { kind: "covered" }>;

export const insuranceFee = defineRule({
  id: "K07",
  name: "insuranceFee",
  title: "新就业专享计划要交多少钱",
  project: "2-2",
  asks: [tier, enrolledOn, enrolment],
  uses: [coverageMonths, people],
  decide({ know, given, cite, step }) {
    const reading = { given, cite, step };
    const chosen = know(tier);
    const day = given(enrolledOn);
    const insurance = lawOn("insurance", day);
    const { coverage, fee } = insurance;
    if (chosen === undefined) return allTiers(fee, cite);
    if (chosen !== "E") return freeTier(chosen, insurance, coverageSaid(given, coverage, cite), reading);
    const months = given(coverageMonths);
    if (months !== undefined && day === undefined) return feeFor(months, undefined, insurance, reading);
    if (day === undefined && given(enrolment) === "groupCentral") {
      return feeOver(centralCoverage(coverage, cite), insurance, reading);
    }
    const joined = know(enrolledOn);
    if (joined === undefined) {
      return {
        verdict: "upperBound",
        say: `E类保障期超过半年收${cite(fee.overHalfYear)}元/人，半年以内收${cite(fee.halfYear)}元/人。`,
        lines: ["知道哪天参保（缴费），就能算出是哪一档。"],
        by: [fee.overHalfYear, fee.halfYear],
      };
    }
    const way = isCentralDay(joined, coverage) ? know(enrolment) : given(enrolment);
    return feeOver(coverageOf(way, joined, coverage, cite), insurance, reading);
  },
});

/** The tier is not known: what each costs. */
function allTiers(fee: InsuranceProvisions["fee"], cite: Reading["cite"]): Decision {
  return {
    verdict: "upperBound",
    say: `C类${cite(fee.C)}；D类缴${cite(fee.unionDues)}元工会会费；E类保障期超过半年${cite(fee.overHalfYear)}元/人，半年以内${cite(fee.halfYear)}元/人。`,
    by: [fee.C, fee.D, fee.overHalfYear, fee.halfYear],
  };
}

/** The coverage of a tier that costs nothing, where enough of it was said. */
function coverageSaid(
  given: Context<typeof enrolledOn | typeof enrolment, never>["given"],
  law: InsuranceProvisions["coverage"],
  cite: Reading["cite"],
): Coverage | undefined {
  const [day, way] = [given(enrolledOn), given(enrolment)];
  if (day !== undefined && way !== undefined) return coverageOf(way, day, law, cite);
  return way === "groupCentral" ? centralCoverage(law, cite) : undefined;
}

function freeTier(
  chosen: "C" | "D",
  { fee }: InsuranceProvisions,
  coverage: Coverage | undefined,
  { given, cite, step }: Reading,
): Decision {
  if (coverage?.kind === "refused") {
    return { verdict: "notEligible", say: coverage.say, ...refusedValues(coverage), by: [coverage.by] };
  }
  const period = coverage ? coverageValues(coverage) : {};
  if (chosen === "C") {
    return {
      verdict: "eligible",
      say: `C类${cite(fee.C)}，不用交钱。`,
      yuan: { individual: 0 },
      values: { fee: 0, total: 0, ...period },
      by: [fee.C],
    };
  }
  const dues = cite(fee.unionDues);
  const heads = given(people);
  const all =
    heads === undefined
      ? dues
      : step({
          label: "工会会费",
          expression: `${heads}*${dues}`,
          result: heads * dues,
          unit: "元",
          by: fee.unionDues,
        });
  return {
    verdict: "eligible",
    say: `D类${cite(fee.D)}，一次性缴${dues}元工会会费${heads === undefined ? "" : `，${heads}人共${all}元`}。`,
    lines: ["会费由谁缴，文件没有写。"],
    yuan: { notStated: all },
    values: { fee: 0, unionDues: dues, unionDuesTotal: all, ...period },
    by: [fee.D, fee.unionDues],
  };
}

function feeOver(coverage: Coverage, law: InsuranceProvisions, reading: Reading): Decision {
  if (coverage.kind === "refused") {
    return { verdict: "notEligible", say: coverage.say, ...refusedValues(coverage), by: [coverage.by] };
  }
  return feeFor(coverage.months, coverage, law, reading);
}

/** Half a year is six whole months: the document itself calls 1 July to 31 December one (A36). */
const halfYear = 6;
const year = 12;

function feeFor(
  months: number,
  coverage: Covered | undefined,
  { fee, coverage: law }: InsuranceProvisions,
  { given, cite, step }: Reading,
): Decision {
  if (months > year) {
    return {
      verdict: "notEligible",
      say: `不能，保障期限是${cite(law.length)}，没有${months}个月的。`,
      by: [law.length],
    };
  }
  const rate = months > halfYear ? fee.overHalfYear : fee.halfYear;
  const each = cite(rate);
  const heads = given(people);
  const total =
    heads === undefined
      ? undefined
      : step({ label: "保障费用", expression: `${heads}*${each}`, result: heads * each, unit: "元", by: rate });
  const span = coverage ? `${chineseDay(coverage.from)}到${chineseDay(coverage.until)}，` : "";
  return {
    verdict: "eligible",
    say: `E类${each}元/人${total === undefined ? "" : `，${heads}人共${total}元`}：${span}保${months}个月，${months > halfYear ? "超过半年" : "半年以内"}。`,
    lines: coverage && !coverage.untilStated ? [inferredEnd(coverage)] : [],
    yuan: { notStated: total ?? each },
    values: {
      fee: each,
      ...(total !== undefined && { total }),
      ...(coverage && coverageValues(coverage)),
    },
    by: coverage ? [rate, coverage.by] : [rate],
    ...(coverage && !coverage.untilStated && { open: ["A02"] }),
  };
}
