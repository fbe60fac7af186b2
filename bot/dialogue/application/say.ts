/** Replies about a form: the next question, what was noted, the review page. */

import { readBack } from "../../../flows/common/wording.ts";
import type { Field } from "../../../flows/engine/form.ts";
import { preview } from "../../../flows/engine/preview.ts";
import { validate } from "../../../flows/engine/validate.ts";
import { type Answers, isUnsure } from "../../../rules/engine/fact.ts";
import { evaluate, ruleById } from "../../../rules/index.ts";
import type { Answer } from "../../answer.ts";
import { kept } from "../../applications/changes.ts";
import { decisionAnswer } from "../say-decision.ts";
import type { Said, Turn } from "../turn.ts";
import { applicable, clauseOf, type Draft, givenOf, next, unanswered } from "./draft.ts";
import { type Filling, withFilling } from "./filling.ts";
import { bareLabel } from "./reading/names.ts";
import { optionsOf } from "./reading/values/option.ts";
import { words } from "./words.ts";

/** A form says what is declared beside its clause and what the person said: both are origins of its figures. */
export function formAnswer(say: string, lines: readonly string[] = [], more: Partial<Answer> = {}): Answer {
  return { outcome: "form", say, lines, ...more, origins: [say, ...lines, ...(more.origins ?? [])] };
}

export function question({ fact, input, required }: Field): string {
  const options = input === "choice" || input === "choices" ? optionsOf({ fact } as Field) : [];
  const numbered = options.map((option, index) => `${index + 1}. ${option}`);
  const skip = required === "optional" ? ["（没有就说「跳过」）"] : [];
  return [fact.question, ...(fact.hint === undefined ? [] : [`（${fact.hint}）`]), ...skip, ...numbered].join("\n");
}

export const readLine = (field: Field, answers: Answers): string => {
  const value = answers[field.fact.id];
  return `${bareLabel(field)}：${isUnsure(value) ? "不清楚" : readBack(field.input, value).replace(/。$/, "")}`;
};

/** Asks the next field, or shows the review page when there is none. The draft is kept with it. */
export function goOn(turn: Turn, draft: Draft, filling: Filling, before: readonly string[] = []): Said {
  const field = next(draft);
  if (!field) return review(turn, draft, filling, before);
  const asked: Filling = { ...filling, expects: "answer", asking: field.fact.id, application: draft.application.id };
  const [first, ...rest] = [...before, question(field)];
  return {
    answer: formAnswer(first ?? "", rest),
    next: withFilling(turn.conversation, asked),
    changes: [kept(draft)],
  };
}

export const askedField = (draft: Draft, { asking }: Filling): Field | undefined =>
  asking === undefined ? undefined : applicable(draft).find(({ fact }) => fact.id === asking);

/** Asks one certain field next. */
export function askFor(turn: Turn, draft: Draft, filling: Filling, field: Field, before: readonly string[]): Said {
  const said = goOn(turn, draft, filling, before);
  const [first, ...rest] = [...before, question(field)];
  const next = {
    ...said.next,
    form: { ...filling, expects: "answer", asking: field.fact.id, application: draft.application.id } satisfies Filling,
  };
  return { ...said, answer: formAnswer(first ?? "", rest), next };
}

/** What the calculator of the form says of it, as far as its facts are known. */
export function preCheck(draft: Draft, today: string) {
  const { form } = draft;
  const rule = form.rule && ruleById(form.rule.id);
  if (!form.rule || !rule) return undefined;
  const outcome = evaluate(rule, form.rule.facts(givenOf(draft)), today);
  return outcome.status === "done" ? { decision: outcome.decision, answer: decisionAnswer(outcome, today) } : undefined;
}

/** Everything once; after a correction only what it changed, and what is wrong still. */
export function review(turn: Turn, draft: Draft, filling: Filling, before: readonly string[] = []): Said {
  const short = filling.reviewed === true && before.length > 0;
  const { form, answers } = draft;
  const { problems, warnings } = validate(form, answers, turn.today);
  const blank = applicable(draft).filter(({ fact, required }) => required !== "optional" && isUnsure(answers[fact.id]));
  const open = unanswered(draft).filter(({ required }) => required !== "optional");
  const checked = preCheck(draft, turn.today);
  const asked = next(draft);
  const lines = [
    ...(open.length > 0 ? [words.stillOpen(open.map(bareLabel))] : []),
    ...(blank.length > 0 ? [words.unsure(blank.map(bareLabel))] : []),
    ...problems.map(({ label, problem }) => words.problem(label, problem)),
    ...warnings.map(({ label, problem }) => words.warning(label, problem)),
    ...rosterWarnings(draft),
    ...(checked ? [words.preCheck(checked.answer.say)] : []),
    ...attachments(draft),
    ...(asked ? [question(asked)] : [problems.length > 0 ? words.mend : words.ready]),
  ];
  const first = asked ? words.reviewAgain : words.review;
  const { asking: _, ...rest } = filling;
  return {
    answer: formAnswer(
      [...before, ...(short ? [] : [first])].join("\n"),
      [...(short ? [] : preview(form, answers)), ...lines],
      {
        cites: [clauseOf(form), ...(checked?.answer.cites ?? [])],
        origins: checked?.answer.origins ?? [],
        ...(checked?.answer.notes && { notes: checked.answer.notes }),
      },
    ),
    next: withFilling(turn.conversation, {
      ...rest,
      ...(asked ? { expects: "answer", asking: asked.fact.id } : { expects: "review", reviewed: true }),
      application: draft.application.id,
    }),
    changes: [kept(draft)],
  };
}

/** A count that was changed after the roster was read. */
function rosterWarnings({ application: { roster }, form, answers }: Draft): readonly string[] {
  const counted = (roster && form.roster?.(roster)) ?? {};
  return Object.entries(counted).flatMap(([id, listed]) =>
    typeof listed === "number" && typeof answers[id] === "number" && answers[id] !== listed
      ? [words.rosterDiffers(answers[id], listed)]
      : [],
  );
}

function attachments({ application, form }: Draft): readonly string[] {
  if (form.roster && !application.files.some(({ purpose }) => purpose === "roster")) return [words.rosterToo];
  const people = application.roster;
  const names = application.files.filter(({ purpose }) => purpose === "attachment").map(({ name }) => name);
  return [
    ...(people ? [`名册：${people.total}人（男${people.male}人、女${people.female}人）`] : []),
    ...(names.length > 0 ? [`附件：${names.join("、")}`] : []),
  ];
}
