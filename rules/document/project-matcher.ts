/** 我能享受哪些项目: candidates for a person or a unit, and who starts each; being a candidate is not yet being eligible. */
import { age } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { type Context, type Decision, defineRule } from "../engine/rule.ts";
import { asker, hardship, isMember, job, seriouslyIll, worksAtFestival } from "./facts.ts";
import type { Candidate, CandidateId, DocumentProvisions } from "./provisions.ts";

type Asked =
  | typeof asker
  | typeof job
  | typeof isMember
  | typeof hardship
  | typeof seriouslyIll
  | typeof worksAtFestival;
type Ctx = Context<Asked, typeof age>;
function forWorker({ need, know, given, cite }: Ctx): readonly CandidateId[] {
  const work = need(job);
  const years = given(age);
  const youngEnough = years === undefined || years < cite(law("insurance").audience.ageBelow);
  const ids: CandidateId[] = [];
  if (know(isMember) !== false) ids.push("kanShanghai", "recuperation");
  if (work === "newForm") ids.push("newFormCheckup");
  if (work === "employee") ids.push("companyCheckup");
  if (work === "sanitation") ids.push("sendHealthSanitation");
  if ((work === "newForm" || work === "sanitation") && youngEnough) ids.push("insurance");
  if (know(hardship) === true) ids.push("microWish");
  if (know(seriouslyIll) === true) ids.push("illness");
  if (know(worksAtFestival) === true) ids.push("newYearMeal");
  return [...ids, "healthPointUse", "springCouplets"];
}

const forUnits: Readonly<Record<"enterprise" | "school" | "grassrootsUnion" | "townUnion", readonly CandidateId[]>> = {
  enterprise: ["companyCheckup", "sendHealthDifficult", "modelWorker", "harmony"],
  school: ["modelWorker"],
  grassrootsUnion: ["kanShanghai", "recuperation", "companyCheckup", "microWish"],
  townUnion: ["healthPoint", "harmony", "microWish"],
};

const groups: readonly { readonly by: Candidate["by"]; readonly label: string }[] = [
  { by: "self", label: "自己能办或能用" },
  { by: "unit", label: "经单位、单位工会申报" },
  { by: "union", label: "由工会征集、选定或发放" },
];

function answer({ cite }: Ctx, of: DocumentProvisions, ids: readonly CandidateId[]): Decision {
  const found = ids.map((id) => of.candidates[id]);
  const values = found.map((one) => ({ ...cite(one) }));
  return {
    verdict: "upperBound",
    say: `按您说的，可以看这些项目：${values.map(({ name }) => name).join("、")}。`,
    lines: groups
      .map(({ by, label }) => ({ label, names: values.filter((one) => one.by === by).map(({ name }) => name) }))
      .filter(({ names }) => names.length > 0)
      .map(({ label, names }) => `${label}：${names.join("、")}。`),
    values: { candidates: values },
    by: [of.year, ...found],
  };
}

export const projectMatcher = defineRule<Asked, typeof age>({
  id: "K32",
  name: "projectMatcher",
  title: "我能享受哪些项目",
  project: "0",
  asks: [asker, job, isMember, hardship, seriouslyIll, worksAtFestival],
  uses: [age],
  decide(context) {
    const who = context.need(asker);
    const of = law("document");
    return answer(context, of, who === "worker" ? forWorker(context) : forUnits[who]);
  },
});
