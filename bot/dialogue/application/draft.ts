/** The draft behind a conversation: its form, what has been answered, and the change that keeps it. */

import { type Field, type Form, fieldsOf, type Given } from "../../../flows/engine/form.ts";
import { completed, nextField, openFields } from "../../../flows/engine/interview.ts";
import { givenFrom } from "../../../flows/engine/validate.ts";
import { formById } from "../../../flows/index.ts";
import { type Answers, answerOf } from "../../../rules/engine/fact.ts";
import type { Desk } from "../../applications/desk.ts";
import { digest } from "../../applications/digest.ts";
import { isOpen } from "../../applications/life.ts";
import { shanghaiDayOf } from "../../clock.ts";
import type { Application, FileReference, Stored } from "../../storage/records.ts";
import type { Conversation } from "../conversation.ts";
import type { Filling } from "./filling.ts";

export interface Draft {
  readonly form: Form;
  readonly application: Application;
  readonly answers: Answers;
  /** Revision in the store, 0 for a new one. */
  readonly revision: number;
}

/** The same for the same turn, so that a replay writes the same draft. */
export const draftId = ({ id, turns }: Conversation): string => digest(`${id}/${turns}`).slice(0, 24);

/** `2023/2-3-2` → `2-3`; `2023/2-5#3.2` → `2-5`. */
export const projectOf = ({ clause }: Form): string => /\/(\d+-\d+)/.exec(clause)?.[1] ?? "0";
export const clauseOf = ({ clause }: Form): string => clause.slice(clause.indexOf("/") + 1);

export function newDraft(form: Form, id: string, desk: Desk, answers: Answers): Draft {
  const application: Application = {
    id,
    form: form.id,
    project: projectOf(form),
    owner: desk.person,
    status: "draft",
    fields: {},
    files: [],
    history: [{ at: desk.at, by: `person:${desk.person}`, did: "draft" }],
    createdAt: desk.at,
    updatedAt: desk.at,
  };
  return withAnswers({ form, application, answers: {}, revision: 0 }, answers, desk.at);
}

export async function draftOf({ application: id }: Filling, desk: Desk): Promise<Draft | undefined> {
  const stored = id === undefined ? undefined : await desk.application(id);
  return stored && draftFrom(stored, desk);
}

/** Undefined for a form that is not ours any more. */
export async function draftFrom(stored: Stored<"application">, desk: Desk): Promise<Draft | undefined> {
  const form = formById(stored.value.form);
  if (!form) return undefined;
  const rows = await rosterOf(stored.value, desk);
  const answers = { ...stored.value.fields, ...(rows && rowsField(form) && { rows }) };
  return { form, application: stored.value, answers, revision: stored.revision };
}

/** The field that holds the lines of a roster, where the form is one. */
export const rowsField = (form: Form): Field | undefined => fieldsOf(form).find(({ input }) => input === "rows");

async function rosterOf({ files }: Application, desk: Desk): Promise<readonly unknown[] | undefined> {
  const reference = files.find(({ purpose }) => purpose === "roster");
  const file = reference && (await desk.file(reference.id));
  return file && (JSON.parse(Buffer.from(file.base64, "base64").toString("utf8")) as readonly unknown[]);
}

/** With more answers, completed by what follows from them. The lines of a roster live in a file of their own. */
export function withAnswers(draft: Draft, more: Answers, at: string): Draft {
  const answers = completed(draft.form, { ...draft.answers, ...more });
  const { rows: _, ...fields } = answers;
  return {
    ...draft,
    answers,
    application: { ...draft.application, fields, updatedAt: at, ...unitOf(draft.form, answers) },
  };
}

export function withoutAnswer(draft: Draft, id: string, at: string): Draft {
  const rest = Object.fromEntries(Object.entries(draft.answers).filter(([key]) => key !== id));
  const { rows: _, ...fields } = rest;
  const { unit: _u, ...application } = draft.application;
  return {
    ...draft,
    answers: rest,
    application: { ...application, fields, updatedAt: at, ...unitOf(draft.form, rest) },
  };
}

export const withFiles = (draft: Draft, files: readonly FileReference[], at: string): Draft => ({
  ...draft,
  application: { ...draft.application, files, updatedAt: at },
});

const unitFields = ["unitName", "companyName", "unionName", "unit"];
function unitOf(form: Form, answers: Answers): { readonly unit?: string } {
  const field = fieldsOf(form).find(({ fact }) => unitFields.includes(fact.id));
  const unit = field && answerOf(field.fact, answers);
  return typeof unit === "string" ? { unit } : {};
}
export const unitField = (form: Form): Field | undefined =>
  fieldsOf(form).find(({ fact, lasting }) => lasting === true && unitFields.includes(fact.id));

/** What is handed in is not changed any more, whoever still has it open. */
export const isOpenDraft = ({ application }: Draft): boolean => isOpen(application);

export const givenOf = ({ answers }: Draft): Given => givenFrom(answers);
export const next = ({ form, answers }: Draft): Field | undefined => nextField(form, answers);
export const applicable = ({ form, answers }: Draft): readonly Field[] => openFields(form, answers);
export const unanswered = (draft: Draft): readonly Field[] =>
  applicable(draft).filter(({ fact }) => answerOf(fact, draft.answers) === undefined);

/** The day of filling in that we set ourselves moves on with a draft that is taken up again. */
export function filledToday(draft: Draft, { today, desk }: { readonly today: string; readonly desk: Desk }): Draft {
  const ours =
    draft.application.status === "draft" && draft.answers["fillDate"] === shanghaiDayOf(draft.application.createdAt);
  return ours && draft.answers["fillDate"] !== today ? withAnswers(draft, { fillDate: today }, desk.at) : draft;
}
