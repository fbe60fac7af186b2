/** Answers without names: line by line, a name with its telephone, or all of it to the field just asked. */
import type { Field } from "../../../../flows/engine/form.ts";
import { byKind, fits } from "./by-kind.ts";
import type { ReadingOf } from "./reading-of.ts";
import { phoneWithin } from "./values/phone.ts";

export type Take = (field: Field, said: string) => boolean;
export type Answered = Record<string, unknown>;

/** Answers without names: one a line in the order of the form, else all of it to the field just asked. */
export function unnamed(text: string, reading: ReadingOf, take: Take, answers: Answered): void {
  const { asked } = reading;
  if (!asked || lineByLine(text, reading, take) || nameAndPhone(text, reading, take)) return;
  const isFree = asked.input === "text" || asked.input === "longText";
  const own = asked.input === "text" ? withoutOtherFacts(text, reading, answers) : text;
  const understood = take(asked, own);
  if (!isFree || !understood) Object.assign(answers, byKind(text, reading, answers, !understood && !isFree));
}

const followingOf = ({ asked, open }: ReadingOf): readonly Field[] =>
  asked ? [asked, ...open.slice(open.indexOf(asked) + 1)] : [];

function lineByLine(text: string, reading: ReadingOf, take: Take): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const following = followingOf(reading);
  const parts = text.split(/[\n,，;；]/).filter((part) => part.trim() !== "");
  if (parts.length > 3 && allFit(parts, following, reading)) {
    for (const [index, part] of parts.entries()) if (following[index]) take(following[index], part);
    return true;
  }
  if (lines.length < 2 || lines.length > following.length || reading.asked?.input === "longText") return false;
  for (const [index, line] of lines.entries()) {
    const field = following[index];
    if (!field || !take(field, line)) break;
  }
  return true;
}

const allFit = (parts: readonly string[], following: readonly Field[], reading: ReadingOf): boolean =>
  parts.every((part, index) => {
    const field = following[index];
    return field !== undefined && field.input !== "longText" && fits(field, part, reading);
  });

/** 「王小明 13812345678」 to the name of somebody whose telephone comes next. */
export function nameAndPhone(text: string, reading: ReadingOf, take: Take): boolean {
  const [asked, next] = followingOf(reading);
  const phone = phoneWithin(text);
  if (asked?.input !== "text" || next?.input !== "phone" || phone === undefined) return false;
  const other = text
    .replace(phone, "")
    .replace(/(?:电话|手机号?|号码)(?:是|[：:])?/g, "")
    .replace(/[，,、\s]+$/u, "")
    .trim();
  if (other === "" || /[，,;；]/.test(other)) return false;
  take(asked, other);
  take(next, phone);
  return true;
}

/** 「上海某厂，6月20号，40个人」 to the name of a unit: what plainly belongs to other fields is taken out of it. */
export function withoutOtherFacts(text: string, reading: ReadingOf, answers: Answered): string {
  const parts = text.split(/[，,;；]/).map((part) => part.trim());
  if (parts.length < 2) return text;
  const own: string[] = [];
  for (const part of parts) {
    const { asked: _, ...others } = reading;
    const open = reading.open.filter((field) => field !== reading.asked);
    const found = byKind(part, { ...others, open }, answers);
    if (Object.keys(found).length === 0) own.push(part);
    else Object.assign(answers, found);
  }
  return own.length === parts.length ? text : own.filter((part) => part !== "").join("，");
}
