/** The beginning of a form: which one, is it the time, what is known already, and does the person agree to be asked. */
import type { Form } from "../../../flows/engine/form.ts";
import { openFields } from "../../../flows/engine/interview.ts";
import { formById } from "../../../flows/index.ts";
import { type Answers, answerOf } from "../../../rules/engine/fact.ts";
import { personNote, removed } from "../../applications/changes.ts";
import { agrees, consentTexts, giveConsent, hasConsent, type Purpose, refuses } from "../../privacy/consent.ts";
import type { Change } from "../../storage/records.ts";
import { about } from "../subject.ts";
import type { Said, Turn } from "../turn.ts";
import {
  clauseOf,
  type Draft,
  draftFrom,
  draftId,
  draftOf,
  filledToday,
  newDraft,
  projectOf,
  withAnswers,
} from "./draft.ts";
import { type Filling, withFilling, withoutFilling } from "./filling.ts";
import { carried, known, lastingAnswers, told } from "./known.ts";
import { printedFile } from "./printed.ts";
import { phoneWithin } from "./reading/values/phone.ts";
import { formAnswer, goOn, preCheck } from "./say.ts";
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
  const unfinished = missing.length === 0 ? await draftOfForm(turn, form) : undefined;
  if (unfinished) return unfinished;
  const filling: Filling = {
    expects: "answer",
    form: form.id,
    trail: [],
    told: { ...earlier, ...told(turn, [form]) },
    carried: Object.keys(await lastingAnswers(turn, form)),
  };
  const draft = newDraft(form, draftId(turn.conversation), desk, await known(turn, form, filling.told));
  const open = openFields(form, draft.answers).filter(({ fact }) => answerOf(fact, draft.answers) === undefined);
  const intro = [
    words.intro(form.title, open.length),
    ...opening(draft, turn),
    ...(desk.formLink ? [words.byPage] : []),
  ];
  const [first] = missing;
  if (first === undefined) return goOn(turn, draft, filling, [...intro, ...carried(draft)]);
  return askConsent(turn, form, first, filling, [...intro, ...unkept(turn)]);
}

export function askConsent(
  turn: Turn,
  form: Form,
  of: Purpose,
  filling: Filling,
  before: readonly string[] = [],
): Said {
  const [say = "", ...lines] = [...before, consentTexts[of].text];
  return {
    answer: formAnswer(say, lines, { cites: [clauseOf(form)] }),
    next: withFilling(turn.conversation, { ...filling, expects: expectedFor(of) }),
  };
}

async function ownDraft(desk: Turn["desk"], form: Form): Promise<Draft | undefined> {
  const own = (await desk.applications()).find(
    ({ value }) => value.form === form.id && value.status === "draft" && value.owner === desk.person,
  );
  return own && draftFrom(own, desk);
}

/** A draft of the same form is gone on with: nobody types twice. */
async function draftOfForm(turn: Turn, form: Form): Promise<Said | undefined> {
  const found = await ownDraft(turn.desk, form);
  const draft = found && filledToday(found, turn);
  if (!draft || Object.keys(draft.answers).length === 0) return undefined;
  const filling: Filling = { expects: "answer", form: form.id, application: draft.application.id, trail: [], told: {} };
  return goOn(turn, draft, filling, [words.goesOn(form.short), ...carried(draft)]);
}

/** Names and numbers of the first message are not kept: nobody agreed yet. */
const unkept = ({ raw }: Turn): readonly string[] =>
  phoneWithin(raw) !== undefined || /(?:单位|公司|领队|联系人|地址|电话)\s*(?:[：:]|是|叫)/.test(raw)
    ? [words.notKeptBefore]
    : [];

const expectedFor = (purpose: Purpose) => (purpose === "medical" ? "medicalConsent" : "consent");
/** The consent that is waited for. */
const purposeOf = ({ expects }: Filling): Purpose => (expects === "medicalConsent" ? "medical" : "application");
export const consentText = (filling: Filling): string => consentTexts[purposeOf(filling)].text;

export async function consentsMissing({ desk }: Pick<Turn, "desk">, { medical }: Form): Promise<readonly Purpose[]> {
  const record = (await desk.consent())?.value;
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

/** 「同意」 opens the form, 「不同意」 ends it with a blank sheet; anything else is not kept. */
export async function consent(turn: Turn, filling: Filling): Promise<Said | undefined> {
  const form = formById(filling.form ?? "");
  if (!form) return undefined;
  const purpose = purposeOf(filling);
  if (refuses(turn.raw)) {
    const said = await declined(turn, form, purpose);
    return { ...said, changes: [...(said.changes ?? []), ...(await begunInVain(turn, filling))] };
  }
  if (!agrees(turn.raw)) return undefined;
  const { person, at, channel } = turn.desk;
  const before = await turn.desk.consent();
  const given = giveConsent(before?.value, purpose, { person, at, channel }, before?.revision ?? 0);
  const note = personNote(turn.desk, `consent ${purpose}`, `consent/${person}`);
  if (purpose === "application" && form.medical === true && (await consentsMissing(turn, form)).includes("medical")) {
    return {
      answer: formAnswer(consentTexts.medical.text),
      next: withFilling(turn.conversation, { ...filling, expects: "medicalConsent" }),
      changes: [given, note],
    };
  }
  const draft = await agreedDraft(turn, form, filling);
  const said = goOn(turn, draft, filling, carried(draft));
  return { ...said, changes: [given, note, ...(said.changes ?? [])] };
}

/** Once the person has agreed: the draft that a link began, or a new one, with what need not be asked. */
export async function agreedDraft(
  turn: Pick<Turn, "conversation" | "desk" | "today">,
  form: Form,
  filling: Filling,
): Promise<Draft> {
  const answers = await known(turn, form, filling.told);
  const begun = (await draftOf(filling, turn.desk)) ?? (await ownDraft(turn.desk, form));
  return begun
    ? withAnswers(begun, { ...answers, ...begun.answers }, turn.desk.at)
    : newDraft(form, draftId(turn.conversation), turn.desk, answers);
}

/** A draft that a link began goes when the person does not agree; an application that was returned stays. */
export async function begunInVain({ desk }: Turn, filling: Filling): Promise<readonly Change[]> {
  const draft = await draftOf(filling, desk);
  return draft?.application.status === "draft" ? removed(draft) : [];
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
