/** New figures into old answers: 「女的只有20个」「改成25个人」「少来了5个」. */
import type { Answers } from "../../rules/engine/fact.ts";
import type { Heard } from "./understanding/heard.ts";

const fewer = /(少|减)(来|去|掉|了)*\d|不来|来不了|退出|请假|走了/;
const more = /(多|加|增)(来|去|了)*\d|再来|又来/;

/** 「少来了5个」「再多来3个」 */
export const isShift = ({ text }: Pick<Heard, "text">): boolean => fewer.test(text) || more.test(text);

/** Undefined when the sentence changes nothing. */
export function withChanges(known: Answers, read: Answers, heard: Heard): Answers | undefined {
  const changed = shiftedPeople(known, heard) ?? otherSex(known, read);
  if (changed) return changed;
  if (Object.keys(read).length === 0) return undefined;
  return reconciled(known, read);
}

/** A number more or fewer than before. */
function shiftedPeople(known: Answers, heard: Heard): Answers | undefined {
  const sign = fewer.test(heard.text) ? -1 : more.test(heard.text) ? 1 : 0;
  const change = heard.quantities.find(({ unit }) => unit === "人" || unit === "个");
  if (sign === 0 || !change) return undefined;
  const id =
    change.sex ?? (["people", "male", "female"].find((one) => typeof known[one] === "number") as string | undefined);
  const before = id === undefined ? undefined : known[id];
  if (id === undefined || typeof before !== "number") return undefined;
  return reconciled(known, { [id]: Math.max(0, before + sign * change.value) });
}

/** 「换成女的」 after a number of men: the same number of women. */
function otherSex(known: Answers, read: Answers): Answers | undefined {
  const { sex, male, female, people } = read;
  if (male !== undefined || female !== undefined || people !== undefined) return undefined;
  const other = sex === "female" ? "male" : sex === "male" ? "female" : undefined;
  if (typeof sex !== "string" || other === undefined || !known[other] || known[sex]) return undefined;
  const { [other]: heads, ...rest } = { ...known, ...read };
  return { ...rest, [sex]: heads };
}

/** Head count, men and women must add up: what was said last holds, what contradicts it goes. */
function reconciled(known: Answers, read: Answers): Answers {
  const all: Record<string, unknown> = { ...known, ...read };
  const parts = ["male", "female"].filter((id) => typeof all[id] === "number");
  if (parts.some((id) => id in read)) {
    if ("people" in all && !("people" in known && parts.length < 2)) all["people"] = sum(all);
    return all;
  }
  if (!("people" in read) || parts.length === 0 || sum(all) === read["people"]) return all;
  const only = parts.filter((id) => all[id] !== 0);
  for (const id of parts) delete all[id];
  if (only.length === 1 && only[0] !== undefined) all[only[0]] = read["people"];
  return all;
}

const sum = (answers: Answers): number =>
  ["male", "female"].reduce((total, id) => total + (typeof answers[id] === "number" ? (answers[id] as number) : 0), 0);
