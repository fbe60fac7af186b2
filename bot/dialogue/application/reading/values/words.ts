/** Names, addresses and other free words; what is plainly something else is not written into them. */
import type { Field } from "../../../../../flows/engine/form.ts";
import { dates } from "../../../understanding/dates.ts";
import { normalise } from "../../../understanding/normalise.ts";
import { quantities } from "../../../understanding/quantities.ts";

const person = /姓名|联系人|填表人|管理人员|申请人|参保人/;
const noPerson =
  /\d|工会|公司|街道|有限|旅行社|线路|一日游|进度|还没定|[镇厂店]$|路.*号|^(?:今天|明天|昨天|男|女|我|我自己|自己)$/;
/** One who hands in for themselves may say so where the sheet asks who applies. */
const self = /^本人$/;
/** Words that steer the conversation. */
const command =
  /^(?:我?(?:不)?同意.*|继续填?|接着填|我不?(?:要|想)?(?:申请|填|办).*|(?:撤回|取消|修改)申请|[改错]+了?|[发搞打]错了|修改|更改|重填|不对|不是|没事|确认|提交|交|进度|解绑|稍等.*|等(?:一下|我).{0,8}|我?问一?下.{0,6})[。.!！]*$/;
/** 「行业：化工」 to another question: a field that this form does not name so. */
const unknownLabel = /^\p{Script=Han}{2,5}[:：]/u;
/** Fields that hold a month or a day as words. */
const dated = /月份|日期|时间/;

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
  return /^(?:到|至|就|是|填|的|大概|左右|吧|[-~—、,。!])*$/.test(rest);
}

const tidy = (said: string): string =>
  said
    .trim()
    .replace(/^(?:我们?(?:是|叫)|叫做?|就是|是|名字叫|填)(?=\S{2})/, "")
    .replace(/[，,。;；、!！\s]+$/u, "");

const nameAlone = /^[\p{Script=Han}·]{2,8}$/u;

/** 「我自己填，李敏」 → 李敏; what holds no name or several is none. */
function nameIn(text: string): string | undefined {
  const bare = text.replace(/^(?:困难)?(?:职工|员工|患者|病人|我|他|她)?(?:名字|姓名)?叫/, "");
  if (!/[，,]/.test(bare)) return bare;
  const names = bare.split(/[，,]/).filter((part) => nameAlone.test(part.trim()) && !/我|自己|填|负责/.test(part));
  return names.length === 1 ? names[0]?.trim() : undefined;
}

/** Undefined where the words are something else. */
export function wordsOf({ fact }: Field, said: string): string | undefined {
  const text = tidy(said);
  const plain = text.normalize("NFKC");
  if (command.test(plain) || unknownLabel.test(plain) || (isFigure(text) && !dated.test(fact.label))) return undefined;
  if (!person.test(fact.label)) return self.test(plain) ? undefined : text;
  const name = nameIn(text);
  if (name === undefined || noPerson.test(name.normalize("NFKC"))) return undefined;
  return self.test(name) && !/申请人/.test(fact.label) ? undefined : name;
}
