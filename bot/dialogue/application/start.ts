/** The beginning of a form: which one, is it the time, what is known already, and does the person agree to be asked. */
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { completed, openFields } from "../../../flows/engine/interview.ts";
import { formById } from "../../../flows/index.ts";
import { type Answers, answerOf } from "../../../rules/engine/fact.ts";
import { factsOf } from "../../../rules/engine/rule.ts";
import { ruleById } from "../../../rules/index.ts";
import { agrees, consentTexts, giveConsent, hasConsent, type Purpose, refuses } from "../../privacy/consent.ts";
import type { Change } from "../../storage/records.ts";
import { about } from "../subject.ts";
import { supposedYear } from "../supposed-year.ts";
import type { Said, Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { clauseOf, type Draft, draftId, newDraft, projectOf, unitField } from "./draft.ts";
import { type Filling, withFilling, withoutFilling } from "./filling.ts";
import { printedFile } from "./printed.ts";
import { byKind } from "./reading.ts";
import { formAnswer, goOn, preCheck, readLine } from "./say.ts";
import { timeLine } from "./time.ts";
import { words } from "./words.ts";

/** One form begins; several are offered for choice. */
export async function begin(turn: Turn, forms: readonly Form[]): Promise<Said> {
  const [form] = forms;
  if (form && forms.length === 1) return beginOne(turn, form, {});
  const quick = forms.map(({ short }) => short);
  return {
    answer: { ...formAnswer(words.whichForm, [], { quick }), origins: [words.whichForm, ...quick] },
    next: withFilling(turn.conversation, {
      expects: "form",
      choice: forms.map(({ id }) => id),
      trail: [],
      told: told(turn, forms),
    }),
  };
}

export async function beginOne(before: Turn, form: Form, earlier: Answers): Promise<Said> {
  // Questions in between are about this project.
  const turn = { ...before, conversation: about(before.conversation, { project: projectOf(form), slots: {} }) };
  const { desk } = turn;
  const missing = await consentsMissing(turn, form);
  const filling: Filling = { expects: "answer", form: form.id, trail: [], told: { ...earlier, ...told(turn, [form]) } };
  const draft = newDraft(form, draftId(turn.conversation), desk, await known(turn, form, filling.told));
  const open = openFields(form, draft.answers).filter(({ fact }) => answerOf(fact, draft.answers) === undefined);
  const intro = [words.intro(form.title, open.length), ...opening(draft, turn)];
  const [first] = missing;
  if (first === undefined) return goOn(turn, draft, filling, [...intro, ...carried(draft)]);
  return {
    answer: formAnswer(intro[0] ?? "", [...intro.slice(1), consentTexts[first].text], { cites: [clauseOf(form)] }),
    next: withFilling(turn.conversation, { ...filling, expects: expectedFor(first) }),
  };
}

const expectedFor = (purpose: Purpose) => (purpose === "medical" ? "medicalConsent" : "consent");

async function consentsMissing({ desk }: Turn, { medical }: Form): Promise<readonly Purpose[]> {
  const record = await desk.consent();
  const needed: readonly Purpose[] = medical === true ? ["application", "medical"] : ["application"];
  return needed.filter((purpose) => !hasConsent(record, purpose));
}

/** Who fills it in and where it goes, whether it is the time, and what the calculator says of what is known. */
function opening(draft: Draft, { today }: Turn): readonly string[] {
  const { form } = draft;
  const checked = preCheck(draft, today);
  return [
    words.who(form.who, form.handIn),
    ...timeLine(draft, today),
    ...(checked ? [words.preCheck(checked.answer.say)] : []),
  ];
}

/** Counts and days that the message itself tells: nothing personal. */
function told({ heard, raw, today }: Turn, forms: readonly Form[]): Answers {
  const answers: Record<string, unknown> = {};
  for (const form of forms) {
    const fields = fieldsOf(form).filter(({ input }) => input !== "phone");
    const own = byKind(raw, { fields, open: fields, today, year: supposedYear(today) });
    // The day on which the form is filled in is not what somebody tells of the matter.
    Object.assign(answers, Object.fromEntries(Object.entries(own).filter(([id]) => id !== "fillDate")));
  }
  for (const { rule } of forms) {
    const known = rule && ruleById(rule.id);
    if (known) Object.assign(answers, readFacts(factsOf(known), heard).answers);
  }
  return answers;
}

/** What need not be asked: from calculators, from the message, from the person's last application, and today's day. */
async function known(turn: Turn, form: Form, heard: Answers): Promise<Answers> {
  const { conversation, desk, today } = turn;
  const rule = form.rule && ruleById(form.rule.id);
  const calculated = rule
    ? Object.entries(conversation.told).filter(([id]) => ruleById(id)?.project === rule.project)
    : [];
  const from: Answers = Object.assign({}, ...calculated.map(([, answers]) => answers), heard);
  const fitting = completed(form, from);
  const ids = new Set(fieldsOf(form).map(({ fact }) => fact.id));
  const own = Object.fromEntries(Object.entries(fitting).filter(([id]) => ids.has(id)));
  const unit = unitField(form);
  const bound = (await desk.binding())?.unit;
  return {
    ...(await lastingAnswers(turn, form)),
    ...own,
    ...(unit && bound !== undefined && { [unit.fact.id]: bound }),
    ...(ids.has("fillDate") && { fillDate: today }),
  };
}

/** What stays the same from one form to the next, out of the person's own newest application. */
async function lastingAnswers({ desk }: Turn, form: Form): Promise<Answers> {
  const own = (await desk.applications()).filter(
    ({ value }) => value.owner === desk.person && value.status !== "draft",
  );
  const answers: Record<string, unknown> = {};
  for (const { fact, lasting } of fieldsOf(form)) {
    if (lasting !== true) continue;
    const value = own.map(({ value: { fields } }) => fields[fact.id]).find((one) => one !== undefined);
    if (value !== undefined && fact.schema.safeParse(value).success) answers[fact.id] = value;
  }
  return answers;
}

/** What was filled in without asking is shown, never taken over in silence. */
function carried({ form, answers }: Draft): readonly string[] {
  const lines = fieldsOf(form)
    .filter(({ fact }) => answerOf(fact, answers) !== undefined)
    .map((field) => readLine(field, answers));
  return lines.length > 0 ? [words.carried(lines)] : [];
}

/** 「同意」 opens the form, 「不同意」 ends it with a blank sheet; anything else is not kept. */
export async function consent(turn: Turn, filling: Filling): Promise<Said | undefined> {
  const form = formById(filling.form ?? "");
  if (!form) return undefined;
  const purpose: Purpose = filling.expects === "medicalConsent" ? "medical" : "application";
  if (refuses(turn.raw)) return declined(turn, form, purpose);
  if (!agrees(turn.raw)) return undefined;
  const { person, at, channel } = turn.desk;
  const given = giveConsent(await turn.desk.consent(), purpose, { person, at, channel });
  const note: Change = {
    kind: "audit",
    note: { at, actor: `person:${person}`, action: `consent ${purpose}`, object: `consent/${person}` },
  };
  if (purpose === "application" && form.medical === true && (await consentsMissing(turn, form)).includes("medical")) {
    return {
      answer: formAnswer(consentTexts.medical.text),
      next: withFilling(turn.conversation, { ...filling, expects: "medicalConsent" }),
      changes: [given, note],
    };
  }
  const draft = newDraft(form, draftId(turn.conversation), turn.desk, await known(turn, form, filling.told));
  const said = goOn(turn, draft, filling, carried(draft));
  return { ...said, changes: [given, note, ...(said.changes ?? [])] };
}

async function declined(turn: Turn, form: Form, purpose: Purpose): Promise<Said> {
  const { conversation, desk } = turn;
  const next = withoutFilling(conversation);
  if (purpose === "medical") return { answer: { outcome: "cancelled", say: words.declinedMedical }, next };
  const about = { id: `${draftId(conversation)}-blank`, label: "（空白）", person: desk.person, at: desk.at };
  const { reference, change } = await printedFile(form, {}, about);
  return {
    answer: { outcome: "cancelled", say: words.declined, files: [{ id: reference.id, name: reference.name }] },
    next,
    changes: [change],
  };
}
