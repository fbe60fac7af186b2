/** What need not be asked: from the message, from calculators, from the person's last application, and today's day. */
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { completed } from "../../../flows/engine/interview.ts";
import { formById } from "../../../flows/index.ts";
import { type Answers, answerOf } from "../../../rules/engine/fact.ts";
import { factsOf } from "../../../rules/engine/rule.ts";
import { ruleById } from "../../../rules/index.ts";
import { supposedYear } from "../supposed-year.ts";
import type { Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { type Draft, unitField } from "./draft.ts";
import { byKind } from "./reading/by-kind.ts";
import { readLine } from "./say.ts";
import { words } from "./words.ts";

/** Counts and days that the message itself tells: nothing personal. */
export function told({ heard, raw, today }: Turn, forms: readonly Form[]): Answers {
  const answers: Record<string, unknown> = {};
  // Before the consent nothing of an illness is kept, not even its day.
  const plain = forms.filter(({ medical }) => medical !== true);
  for (const { rule } of plain) {
    const known = rule && ruleById(rule.id);
    if (known) Object.assign(answers, readFacts(factsOf(known), heard).answers);
  }
  for (const form of plain) {
    const fields = fieldsOf(form).filter(({ input }) => input !== "phone");
    const own = byKind(raw, { fields, open: fields, today, year: supposedYear(today) }, {}, true);
    // The day on which the form is filled in is not what somebody tells of the matter.
    Object.assign(answers, Object.fromEntries(Object.entries(own).filter(([id]) => id !== "fillDate")));
  }
  return answers;
}

type Moment = Pick<Turn, "conversation" | "desk" | "today">;

/** What need not be asked: from calculators, from the message, from the person's last application, and today's day. */
export async function known(turn: Moment, form: Form, heard: Answers): Promise<Answers> {
  const { conversation, desk, today } = turn;
  const rule = form.rule && ruleById(form.rule.id);
  const calculated = rule
    ? Object.entries(conversation.told).filter(([id]) => ruleById(id)?.project === rule.project)
    : [];
  const from: Answers = Object.assign({}, ...calculated.map(([, answers]) => answers), heard);
  const fitting = completed(form, from);
  const ids = new Set(fieldsOf(form).map(({ fact }) => fact.id));
  // A calculator may use the name of a field for a value of its own.
  const own = Object.fromEntries(
    fieldsOf(form).flatMap(({ fact }) => {
      const parsed = fact.schema.safeParse(fitting[fact.id]);
      return parsed.success ? [[fact.id, parsed.data]] : [];
    }),
  );
  const unit = unitField(form);
  const bound = (await desk.binding())?.unit;
  return {
    ...(await lastingAnswers(turn, form)),
    ...own,
    ...(unit && bound !== undefined && { [unit.fact.id]: bound }),
    ...(ids.has("fillDate") && { fillDate: today }),
  };
}

/** What stays the same from one form to the next, all of it out of one application: the newest of the person. */
export async function lastingAnswers({ desk }: Moment, form: Form): Promise<Answers> {
  const own = (await desk.applications()).filter(
    ({ value }) => value.owner === desk.person && value.status !== "draft" && formById(value.form)?.by === form.by,
  );
  const last = own[0]?.value.fields ?? {};
  const bound = (await desk.binding())?.unit;
  if (bound !== undefined && own[0]?.value.unit !== bound) return {};
  const answers: Record<string, unknown> = {};
  for (const { fact, lasting } of fieldsOf(form)) {
    const value = last[fact.id];
    if (lasting === true && value !== undefined && fact.schema.safeParse(value).success) answers[fact.id] = value;
  }
  return answers;
}

/** What was filled in without asking is shown, never taken over in silence. */
export function carried({ form, answers }: Draft): readonly string[] {
  const lines = fieldsOf(form)
    .filter(({ fact }) => answerOf(fact, answers) !== undefined)
    .map((field) => readLine(field, answers));
  return lines.length > 0 ? [words.carried(lines)] : [];
}
