/** Sentences that lean on what was just said: 「不对，是…」, 「同领队」, a day alone. */
import { type Field, fieldsOf } from "../../../flows/engine/form.ts";
import { supposedYear } from "../supposed-year.ts";
import type { Turn } from "../turn.ts";
import { applicable, type Draft } from "./draft.ts";
import type { Filling } from "./filling.ts";
import { bareLabel } from "./reading/names.ts";
import type { Heard } from "./reading/read-fields.ts";
import { readValue } from "./reading/value.ts";

const corrects = /^(?:不对|不是|错了|[讲说写填打发]错了|更正)[，,。!！\s]*(?:应该)?是(.+)$/s;

/** 「不对，是上海乙厂」 right after an answer means that answer. */
export function lastCorrected(turn: Turn, draft: Draft, { trail }: Filling): Heard["answers"] | undefined {
  const said = corrects.exec(turn.raw.trim())?.[1];
  const last = fieldsOf(draft.form).find(({ fact }) => fact.id === trail.at(-1));
  if (said === undefined || !last || last.input === "rows") return undefined;
  const read = readValue(last, said, { today: turn.today, year: supposedYear(turn.today) });
  return read && "value" in read ? { [last.fact.id]: read.value } : undefined;
}

const same =
  /^(?:同|和|跟|就是|也是)(?:上面的?)?(领队|填表人|联系人|参保人|申请人)?(?:的?(?:姓名|电话|手机))?(?:一样|相同|一个人|兼的?)?[。!]*$|^(领队|联系人|填表人)兼的?[。!]*$/;

/** 「同领队」, 「跟联系人一样」: the name, or the telephone, that was given before. */
export function sameAs({ heard }: Turn, draft: Draft, asked: Field | undefined): Heard["answers"] | undefined {
  const match = same.exec(heard.text);
  if (!match || !asked || (asked.input !== "text" && asked.input !== "phone")) return undefined;
  const who = match[1] ?? match[2] ?? "";
  const from = applicable(draft).filter(
    (field) =>
      field.input === asked.input &&
      field !== asked &&
      bareLabel(field).includes(who) &&
      typeof draft.answers[field.fact.id] === "string",
  );
  const [only] = from;
  return only && from.length === 1 ? { [asked.fact.id]: draft.answers[only.fact.id] } : undefined;
}

/** A day alone, at the review, may be any day of the form. */
export const onlyADay = ({ text, dates }: Turn["heard"]): boolean =>
  dates.length === 1 &&
  dates[0] !== undefined &&
  dates[0].end - dates[0].start >= text.replace(/[。!吧的]/g, "").length - 1;
