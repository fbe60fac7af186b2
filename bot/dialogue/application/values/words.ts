/** Names, addresses and other free words; what is plainly something else is not written into them. */
import type { Field } from "../../../../flows/engine/form.ts";
import { dates } from "../../understanding/dates.ts";
import { normalise } from "../../understanding/normalise.ts";
import { quantities } from "../../understanding/quantities.ts";

const person = /姓名|联系人|填表人|管理人员|申请人|参保人/;
const noPerson =
  /\d|工会|公司|街道|有限|旅行社|线路|一日游|[镇厂店]$|路.*号|^(?:今天|明天|昨天|男|女|我|我自己|本人|自己)$/;
/** Words that steer the conversation. */
const command =
  /^(?:我?(?:不)?同意.*|继续填?|接着填|我不?(?:要|想)?(?:申请|填|办).*|(?:撤回|取消|修改)申请|[改错]+了?|修改|更改|重填|不对|不是|没事|确认|提交|交)[。.!！]*$/;

/** A number, a day or a telephone number and nothing beside it. */
function isFigure(said: string): boolean {
  const text = normalise(said);
  if (/^[+\d\s()#-]+$/.test(text)) return true;
  const { dates: days, impossible } = dates(text, { today: "2023-01-01", year: 2023 });
  const spans = [...days, ...impossible];
  const all = [...spans, ...quantities(text, spans)].sort((one, other) => other.start - one.start);
  if (all.length === 0) return false;
  let rest = text;
  for (const { start, end } of all) rest = rest.slice(0, start) + rest.slice(end);
  return /^(?:到|至|就|是|填的?|的|大概|左右|吧|[-~—、,。!])*$/.test(rest);
}

const tidy = (said: string): string =>
  said
    .trim()
    .replace(/^(?:我们?(?:是|叫)|叫做?|就是|是|名字叫|填)(?=\S{2})/, "")
    .replace(/[，,。;；、!！\s]+$/u, "");

/** Undefined where the words are something else. */
export function wordsOf({ fact }: Field, said: string): string | undefined {
  const text = tidy(said);
  if (command.test(text.normalize("NFKC")) || isFigure(text)) return undefined;
  return person.test(fact.label) && noPerson.test(text.normalize("NFKC")) ? undefined : text;
}
