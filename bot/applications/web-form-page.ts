/** A draft as its page shows it: nothing of it before the person has agreed. */
import type { Field } from "../../flows/engine/form.ts";
import { applies } from "../../flows/engine/interview.ts";
import { preview } from "../../flows/engine/preview.ts";
import type { FormField, FormPage } from "../channels/form-desk.ts";
import { applicable, type Draft, isOpenDraft } from "../dialogue/application/draft.ts";
import { lacking } from "../dialogue/application/hand-in.ts";
import { bareLabel } from "../dialogue/application/reading/names.ts";
import { optionsOf } from "../dialogue/application/reading/values/option.ts";
import { preCheck } from "../dialogue/application/say.ts";
import { timeLine } from "../dialogue/application/time.ts";
import { words } from "../dialogue/application/words.ts";
import { consentTexts, type Purpose } from "../privacy/consent.ts";
import { statusNames } from "./life.ts";

/** On a page one ticks a box instead of saying a word. */
const spoken = /(?:单独)?同意请回「同意」，不同意请回「不同意」。$/;

export function pageOf(draft: Draft, consents: readonly Purpose[], today: string): FormPage {
  const { form, application, revision } = draft;
  const { number, status } = application;
  const shown = {
    application: application.id,
    revision,
    title: form.title,
    about: [words.who(form.who, form.handIn), ...timeLine(draft, today)],
    consents: consents.map((purpose) => ({ purpose, text: consentTexts[purpose].text.replace(spoken, "") })),
  };
  if (consents.length > 0)
    return { ...shown, sections: [], files: [], missing: [], problems: [], warnings: [], review: [] };
  const files = application.files.map(({ id, name, purpose }) => ({ id, name, purpose }));
  const review = preview(form, draft.answers);
  if (!isOpenDraft(draft))
    return {
      ...shown,
      sections: [],
      files,
      missing: [],
      problems: [],
      warnings: [],
      review,
      handedIn: { number: number ?? "", status: statusNames[status] },
    };
  const { missing, problems, warnings } = lacking(draft, today);
  const checked = preCheck(draft, today);
  return {
    ...shown,
    sections: form.sections.map(({ title, fields }) => ({
      title,
      fields: fields.map((field) => shownField(field, draft)),
    })),
    files,
    missing: applicable(draft)
      .filter(({ fact }) => missing.includes(fact.id))
      .map((field) => ({ field: field.fact.id, label: bareLabel(field) })),
    problems,
    warnings,
    ...(checked && { check: { say: checked.answer.say, refused: checked.decision.verdict === "notEligible" } }),
    review,
  };
}

function shownField(field: Field, { answers }: Draft): FormField {
  const { fact, input, required } = field;
  const value = answers[fact.id];
  return {
    id: fact.id,
    label: bareLabel(field),
    question: fact.question,
    ...(fact.hint !== undefined && { hint: fact.hint }),
    input,
    options: input === "choice" || input === "choices" ? optionsOf(field) : [],
    required,
    value: input === "rows" ? rowCount(value) : (value ?? null),
    applies: applies(field, answers),
  };
}

/** The people of a roster are not sent to the page again. */
const rowCount = (rows: unknown): number | null => (Array.isArray(rows) ? rows.length : null);
