/** A draft whose window is about to close: its owner is told once, some days before. */
import { openFields } from "../../flows/engine/interview.ts";
import { givenFrom } from "../../flows/engine/validate.ts";
import { formById } from "../../flows/index.ts";
import { daysBetween } from "../../rules/common/calendar.ts";
import { answerOf } from "../../rules/engine/fact.ts";
import type { Change, Stored } from "../storage/records.ts";
import { Conflict, type Store } from "../storage/store.ts";
import { kept } from "./changes.ts";
import { isOpen } from "./life.ts";
import { telling } from "./notices.ts";

/** Days before the last day of a window. */
const ahead = 7;

const say = (title: string, open: number, last: string, days: number): string =>
  `提醒：您的《${title}》还没交${open > 0 ? `，还有${open}项没填` : ""}。办理期到${last}，还有${days}天。说「继续填」就接着填。`;

/** The notice for a draft, if it is due today. */
export function reminder({ value, revision }: Stored<"application">, today: string, at: string): readonly Change[] {
  const form = formById(value.form);
  if (!form || !isOpen(value) || value.remindedAt !== undefined) return [];
  const { window } = form;
  const until = typeof window === "function" ? (window(givenFrom(value.fields))?.value.until ?? null) : null;
  if (until === null || until < today || daysBetween(today, until) > ahead) return [];
  const open = openFields(form, value.fields).filter(({ fact }) => answerOf(fact, value.fields) === undefined).length;
  const text = say(form.title, open, monthAndDay(until), daysBetween(today, until));
  return [
    telling({ id: `${value.id}/window`, person: value.owner, text, at }),
    kept({ application: { ...value, remindedAt: at }, revision }),
  ];
}

const monthAndDay = (day: string): string => {
  const [, month = "", date = ""] = day.split("-");
  return `${Number(month)}月${Number(date)}日`;
};

/** Once a day; says how many were told. */
export async function remind(store: Store, today: string, at: string): Promise<number> {
  const due: Change[][] = [];
  for await (const stored of store.records("application")) {
    const changes = reminder(stored, today, at);
    if (changes.length > 0) due.push([...changes]);
  }
  let told = 0;
  for (const changes of due) {
    try {
      await store.apply(changes);
      told += 1;
    } catch (cause) {
      // The person is filling it in at this moment: no reminder is needed.
      if (!(cause instanceof Conflict)) throw cause;
    }
  }
  return told;
}
