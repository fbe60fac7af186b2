/** What a filled form lacks, what is wrong with it, and what the person should know before handing it in. */
import { type Answers, answerOf, isUnsure } from "../../rules/engine/fact.ts";
import { words } from "../common/wording.ts";
import { type Finding, type Form, fieldsOf, type Given } from "./form.ts";
import { openFields } from "./interview.ts";

export interface Validation {
  /** Field keys that still need an answer, in the order of the form. */
  readonly missing: readonly string[];
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
}

export const givenFrom =
  (answers: Answers): Given =>
  (fact) => {
    const value = answerOf(fact, answers);
    return value === undefined || isUnsure(value) ? undefined : value;
  };

/** An answer that was given but does not fit, in the words of the schema. */
function misfits(form: Form, answers: Answers): readonly Finding[] {
  const problems: Finding[] = [];
  for (const { fact } of fieldsOf(form)) {
    const stored = answers[fact.id];
    if (isEmpty(stored) || isUnsure(stored)) continue;
    const parsed = fact.schema.safeParse(stored);
    if (parsed.success) continue;
    for (const issue of parsed.error.issues.slice(0, 20)) {
      const row = typeof issue.path[0] === "number" ? words.rosterLine(issue.path[0] + 1) : "";
      problems.push({ field: fact.id, label: fact.label, problem: `${row}${issue.message}` });
    }
  }
  return problems;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

/** `today` lets the checks refuse a day that has not come; without it they are silent about it. */
export function validate(form: Form, answers: Answers, today?: string): Validation {
  const given = givenFrom(answers);
  const missing = openFields(form, answers)
    .filter(
      ({ fact, required }) => required !== "optional" && (isEmpty(answers[fact.id]) || isUnsure(answers[fact.id])),
    )
    .map(({ fact }) => fact.id);
  const found = (form.checks ?? []).flatMap(({ level, at, wrong }) => {
    const problem = wrong(given, today);
    return problem === undefined ? [] : [{ level, finding: { field: at.id, label: at.label, problem } }];
  });
  const of = (wanted: "problem" | "warning"): readonly Finding[] =>
    found.filter(({ level }) => level === wanted).map(({ finding }) => finding);
  return { missing, problems: [...misfits(form, answers), ...of("problem")], warnings: of("warning") };
}
