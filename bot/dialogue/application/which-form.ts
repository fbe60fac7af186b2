/** Somebody wants to fill in a form: which one do they mean? */
import type { Form } from "../../../flows/engine/form.ts";
import { forms } from "../../../flows/index.ts";
import { looksLikeQuestion } from "../residue.ts";
import type { Turn } from "../turn.ts";
import { searchable } from "../understanding/heard.ts";
import { kindWeight, topicOf } from "../what-is-asked.ts";

const wants =
  /(?:我|单位|公司|厂里|阿拉|帮|替|来|想|要|请|现在|开始|麻烦|^)[^?？]{0,16}?(?:申请|申报|填|报名|上报|登记|办理|理赔|交|递|做|报(?!告|纸|销))/;
/** Whoever says so wants to do it, also with a question before it. */
const begins = /我[们]?(?:现在)?(?:要|想)(?:申请|填)[^,。]{0,12}$/;
/** Nothing but a sheet: 「看上海补贴表」, 「2-1-1」. */
const namesASheet = /^(?:附件)?\d-\d-\d表?$|^(?!.*(?:看看|看一|查|发|样)).{2,12}(?:表|测评|封面)$/;
const refusesTo = /不(?:想|要|打算)?(?:申请|申报|填|报名?|办|做|交)|别(?:申请|填)/;
/** Words that any wish to fill something in holds; without one the search is not asked. */
const perhaps = /理赔|申请|申报|填|报|登记|办|表|弄|开始|测评|满意|评价|打分|录|名册|名单|心愿|交|领/;
const asksHow = /怎么|如何|流程|步骤|什么|哪|多少|能不能|可不可以|为啥|还是|[?？吗伐呢么]$/;
/** A survey or a roster is named by its own word, whatever it is about. */
const narrow = ["2-1-3", "2-3-5", "2-3-6"];
const longestWish = 120;
/** Votes of the nearest examples for 「wants to do it now」. */
const enough = 0.5;

/** The forms that the message may mean; none when it is no wish to fill one in. */
export async function wantedForms(turn: Turn): Promise<readonly Form[]> {
  const { heard } = turn;
  const exact = forms.find(({ short, title }) => [short, title].includes(heard.text.replace(/[,。!]/g, "")));
  if (exact) return [exact];
  if (!perhaps.test(heard.text) || heard.text.length > longestWish || refusesTo.test(heard.text)) return [];
  if (asksHow.test(heard.text) && !begins.test(heard.text)) return [];
  const named = byName(heard.text);
  if (namesASheet.test(heard.text) && named.length > 0) return named;
  if (wants.test(heard.text) && (!looksLikeQuestion(heard) || begins.test(heard.text)) && named.length > 0)
    return named;
  const found = await turn.searches(searchable(heard.text), heard.slots.project);
  if (kindWeight(found, "apply") < enough) return [];
  const topic = topicOf(turn, found);
  const led = topic ? forms.filter(({ topics }) => topics.includes(topic.id)) : [];
  const both = led.filter((form) => named.includes(form));
  return both.length > 0 ? both : led;
}

export function byName(text: string): readonly Form[] {
  const plainly = forms.filter(({ short, title }) => text.includes(short) || text.includes(title));
  if (plainly.length === 1) return plainly;
  const named = forms.filter(({ heard }) => heard.test(text));
  const special = named.filter(({ id }) => narrow.includes(id));
  if (special.length > 1) {
    const other = /体检/.test(text) ? "2-1-3" : /看上海|疗休养|旅游|出游|行程|导游/.test(text) ? "2-3-5" : undefined;
    return special.filter(({ id }) => id !== other);
  }
  if (special.length === 1) return special;
  return named.length > 0 ? named : forms.filter(({ kin }) => kin?.test(text));
}
