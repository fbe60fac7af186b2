/** Answers as a page posts them, each checked by its own field; what does not fit is named and not taken. */
import { type Field, fieldsOf } from "../../flows/engine/form.ts";
import { isUnsure, unsure } from "../../rules/engine/fact.ts";
import { type Draft, withAnswers, withoutAnswer } from "../dialogue/application/draft.ts";

export interface Posted {
  readonly draft: Draft;
  /** What is wrong, by field. */
  readonly wrong: Readonly<Record<string, string>>;
}

const unknownField = "这张表没有这一栏，请刷新页面";
const byFile = "名册请传 Excel 文件";
const mustBeFilled = "这一栏表上要求填，不能空着";

export function withPosted(draft: Draft, posted: Readonly<Record<string, unknown>>, at: string): Posted {
  // A map, so that a name such as 「constructor」 means no field.
  const fields = new Map(fieldsOf(draft.form).map((field) => [field.fact.id, field]));
  const wrong = new Map<string, string>();
  const values = new Map<string, unknown>();
  let rest = draft;
  for (const [id, given] of Object.entries(posted)) {
    const field = fields.get(id);
    const read = field ? readPosted(field, given) : { problem: unknownField };
    if (read === undefined) rest = withoutAnswer(rest, id, at);
    else if ("problem" in read) wrong.set(id, read.problem);
    else values.set(id, read.value);
  }
  return { draft: withAnswers(rest, Object.fromEntries(values), at), wrong: Object.fromEntries(wrong) };
}

/** Undefined for an answer that was taken out again. */
function readPosted(field: Field, given: unknown): { value: unknown } | { problem: string } | undefined {
  const { fact, input, required } = field;
  if (input === "rows") return { problem: byFile };
  if (isUnsure(given)) return required === "document" ? { problem: mustBeFilled } : { value: unsure };
  if (isEmpty(given)) return undefined;
  const parsed = fact.schema.safeParse(given);
  return parsed.success ? { value: parsed.data } : { problem: parsed.error.issues[0]?.message ?? "填得不对" };
}

function isEmpty(given: unknown): boolean {
  if (given === null || given === undefined) return true;
  if (typeof given === "string") return given.trim() === "";
  if (Array.isArray(given)) return given.length === 0;
  return typeof given === "object" && Object.values(given).every((part) => part === "");
}
