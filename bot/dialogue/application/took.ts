/** What becomes of answers: kept and read back, checked at once, and the next question. */
import { type Field, fieldsOf } from "../../../flows/engine/form.ts";
import { validate } from "../../../flows/engine/validate.ts";
import { answerOf } from "../../../rules/engine/fact.ts";
import type { Said, Turn } from "../turn.ts";
import { applicable, type Draft, unanswered, unitField, withAnswers, withoutAnswer } from "./draft.ts";
import type { Filling } from "./filling.ts";
import { bareLabel } from "./reading/names.ts";
import type { Heard } from "./reading/read-fields.ts";
import { askFor, goOn, readLine, review } from "./say.ts";
import { words } from "./words.ts";

/** Keeps what was understood, says what was not, and goes on. */
export function took(turn: Turn, draft: Draft, filling: Filling, { answers, problems }: Heard): Said {
  const kept = withoutForeign(draft, filling, answers, turn.desk.at);
  const after = withAnswers(kept.draft, answers, turn.desk.at);
  const ids = Object.keys(answers);
  const noted = notedFields(draft, after, ids).map((field) => readLine(field, after.answers));
  const misread = problems.map(({ field, problem }) =>
    isChoice(field) ? words.notAnAnswer(bareLabel(field)) : words.problem(bareLabel(field), problem),
  );
  const wrong = wrongNow(turn, after, ids);
  const before = [
    ...(noted.length > 0 ? [words.noted(noted)] : []),
    ...kept.lines,
    ...(noted.length > 0 && problems.every(({ field }) => field.fact.id === filling.asking) ? [] : misread),
    ...wrong.map(({ field, problem }) => words.problem(bareLabel(field), problem)),
  ];
  const again: Filling = { ...filling, trail: [...filling.trail.filter((id) => !ids.includes(id)), ...ids] };
  const open = problems.map(({ field }) => field).find(({ fact }) => answerOf(fact, after.answers) === undefined);
  const next = wrong[0]?.field ?? open;
  if (next) return askFor(turn, after, again, next, before);
  return filling.expects === "review" && unanswered(after).length === 0
    ? review(turn, after, again, before)
    : goOn(turn, after, again, before);
}

/** What was answered, and what follows from it. */
function notedFields(before: Draft, after: Draft, ids: readonly string[]): readonly Field[] {
  return applicable(after).filter(
    ({ fact, input }) =>
      input !== "rows" &&
      (ids.includes(fact.id) ||
        (answerOf(fact, before.answers) === undefined && answerOf(fact, after.answers) !== undefined)),
  );
}

/** What a check finds wrong with the answers just given: said at once, not at the end. */
function wrongNow({ today }: Turn, { form, answers }: Draft, ids: readonly string[]) {
  const found = validate(form, answers, today).problems.filter(({ field }) => ids.includes(field));
  return found.flatMap(({ field: id, problem }) => {
    const field = fieldsOf(form).find(({ fact, input }) => fact.id === id && input !== "rows");
    return field ? [{ field, problem }] : [];
  });
}

/** Another unit has other people: what was taken over from the last application goes. */
function withoutForeign(draft: Draft, { carried = [] }: Filling, answers: Heard["answers"], at: string) {
  const unit = unitField(draft.form);
  const changes =
    unit && unit.fact.id in answers && carried.length > 0 && answers[unit.fact.id] !== draft.answers[unit.fact.id];
  if (!changes) return { draft, lines: [] };
  const gone = carried.filter((id) => id !== unit.fact.id && !(id in answers));
  const after = gone.reduce((rest, id) => withoutAnswer(rest, id, at), draft);
  return { draft: after, lines: gone.length > 0 ? [words.otherUnit] : [] };
}

const isChoice = ({ input }: Field): boolean => input === "choice" || input === "choices";
