/** One message while a form is open: consent, a command, a question in between, or answers. */
import type { Field } from "../../../flows/engine/form.ts";
import { formById } from "../../../flows/index.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { agrees } from "../../privacy/consent.ts";
import { supposedYear } from "../supposed-year.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { hear } from "../understanding/heard.ts";
import { readNumber } from "../understanding/numerals.ts";
import { aside } from "./aside.ts";
import { attach } from "./attach.ts";
import { command } from "./commands.ts";
import { lastCorrected, onlyADay, sameAs } from "./corrections.ts";
import {
  applicable,
  type Draft,
  draftId,
  draftOf,
  isOpenDraft,
  newDraft,
  next,
  unanswered,
  withAnswers,
} from "./draft.ts";
import { type Filling, fillingOf, withFilling, withoutFilling } from "./filling.ts";
import { carried } from "./known.ts";
import { asksForLink, link } from "./link.ts";
import { bareLabel } from "./reading/names.ts";
import { type Heard, readFields } from "./reading/read-fields.ts";
import { optionsOf } from "./reading/values/option.ts";
import { askedField, formAnswer, goOn, question } from "./say.ts";
import { askConsent, begin, beginOne, begunInVain, consent, consentsMissing, consentText } from "./start.ts";
import { took } from "./took.ts";
import { wantedForms } from "./which-form.ts";
import { words } from "./words.ts";

/** Undefined when the message has nothing to do with the form. */
export async function fill(turn: Turn, filling: Filling, others: readonly Step[]): Promise<Said | undefined> {
  if (filling.expects === "form") return chosen(turn, filling);
  if (filling.expects === "consent" || filling.expects === "medicalConsent")
    return (await agreedOnPage(turn, filling, others)) ?? agreed(turn, filling, others);
  const draft = await draftOf(filling, turn.desk);
  if (!draft || !isOpenDraft(draft)) return undefined;
  const [due] = await consentsMissing(turn, draft.form);
  // The consent was taken back, or its text is a new one: it is asked for before anything more is kept.
  if (due !== undefined) return askConsent(turn, draft.form, due, filling);
  if (turn.file) return attach(turn, draft, filling);
  const commanded = await command(turn, draft, filling);
  if (commanded) return commanded;
  const other = await anotherForm(turn, draft, filling);
  if (other) return other;
  const asked = askedField(draft, filling);
  const between = await aside(turn, draft, filling, asked, others);
  return between ?? answered(turn, draft, filling, asked);
}

const position = /^(?:选|第|我选)?(\d{1,2}|[一二三四五六七八九十])(?:个|项|张|号)?[.。、]?$/;

async function chosen(turn: Turn, filling: Filling): Promise<Said | undefined> {
  const { choice = [], told } = filling;
  const numbered = position.exec(turn.heard.text)?.[1];
  const offered = choice.flatMap((id) => formById(id) ?? []);
  const byNumber = numbered === undefined ? undefined : offered[(readNumber(numbered) ?? 0) - 1];
  if (byNumber) return beginOne(turn, byNumber, told);
  const text = turn.heard.text;
  const named = offered.filter(({ short, id }) => short === text || id === text);
  const heard =
    named.length > 0 ? named : offered.filter(({ short, heard: by }) => short.includes(text) || by.test(text));
  const [form] = heard;
  return form && heard.length === 1 ? beginOne(turn, form, told) : undefined;
}

/** Agreed on the page of the link meanwhile: the chat goes on with the form as it now stands. */
async function agreedOnPage(turn: Turn, filling: Filling, others: readonly Step[]): Promise<Said | undefined> {
  const draft = await draftOf(filling, turn.desk);
  if (!draft || (await consentsMissing(turn, draft.form)).length > 0) return undefined;
  if (agrees(turn.raw)) return goOn(turn, draft, filling);
  const asking = next(draft)?.fact.id;
  const now: Filling = { ...filling, expects: "answer", ...(asking !== undefined && { asking }) };
  return fill({ ...turn, conversation: withFilling(turn.conversation, now) }, now, others);
}

/** Without 「同意」 nothing of what is typed is kept; a question about the policy is answered all the same. */
async function agreed(turn: Turn, filling: Filling, others: readonly Step[]): Promise<Said | undefined> {
  const said = await consent(turn, filling);
  if (said) return said;
  const form = formById(filling.form ?? "");
  if (form && asksForLink(turn)) {
    const draft = (await draftOf(filling, turn.desk)) ?? newDraft(form, draftId(turn.conversation), turn.desk, {});
    return link(turn, draft, filling);
  }
  const [, word, rest] = consentAndMore.exec(turn.raw.trim()) ?? [];
  if (word !== undefined && rest !== undefined) return agreedAnd({ ...turn, raw: word }, rest, filling);
  if (aboutConsent.test(turn.heard.text)) return { answer: formAnswer(consentText(filling)), next: turn.conversation };
  if (turn.file) return { answer: formAnswer(words.fileBeforeConsent), next: turn.conversation };
  if (/^我?们?(取消|算了|不办了?|不填了?|不申请了?|退出)/.test(turn.heard.text))
    return {
      answer: { outcome: "cancelled", say: words.cancelled },
      next: withoutFilling(turn.conversation),
      changes: await begunInVain(turn, filling),
    };
  const forms = await wantedForms(turn);
  if (forms.length > 0) return begin(turn, forms);
  const between = await aside(turn, undefined, filling, undefined, others);
  return between ?? { answer: formAnswer(words.consentFirst), next: turn.conversation };
}

/** 「同意，单位是…」 */
const consentAndMore = /^(我?同意)[,，。!！\s]+(.{2,})$/s;
const aboutConsent = /同意|卖|泄露|隐私|安全|保存|收集|给谁/;

/** The consent and what follows it in one message; where another consent is due first, the rest is not kept. */
async function agreedAnd(turn: Turn, rest: string, filling: Filling): Promise<Said | undefined> {
  const said = await consent(turn, filling);
  const next = said && fillingOf(said.next);
  const change = said?.changes?.find((one) => one.kind === "application");
  if (!said || next?.expects !== "answer" || change?.kind !== "application" || !change.value) return said;
  const form = formById(change.value.form);
  if (!form) return said;
  const draft: Draft = {
    form,
    application: change.value,
    answers: change.value.fields,
    revision: change.expected ?? 0,
  };
  const heard = hear(rest, { today: turn.today, year: supposedYear(turn.today) });
  const after = answered({ ...turn, raw: rest, heard, conversation: said.next }, draft, next, askedField(draft, next));
  const others = (said.changes ?? []).filter((one) => one !== change);
  const shown = carried(draft);
  return {
    ...after,
    answer: {
      ...after.answer,
      say: [...shown, after.answer.say].join("\n"),
      origins: [...shown, ...(after.answer.origins ?? [])],
    },
    changes: [
      ...others,
      ...(after.changes?.some((one) => one.kind === "application") ? [] : [change]),
      ...(after.changes ?? []),
    ],
  };
}

/** 「我要申请疗休养」 while another form is open: that one is kept as a draft. */
async function anotherForm(turn: Turn, draft: Draft, filling: Filling): Promise<Said | undefined> {
  const { form } = draft;
  const asked = askedField(draft, filling);
  if (!/申请|申报|填/.test(turn.heard.text) || /[:：]/.test(turn.raw)) return undefined;
  const forms = await wantedForms(turn);
  if (forms.length === 0) return undefined;
  if (forms.includes(form) && turn.heard.text.length > 24) return undefined;
  if (forms.includes(form))
    return {
      answer: formAnswer(words.alreadyOpen(form.short), asked ? [question(asked)] : [words.ready]),
      next: turn.conversation,
    };
  const said = await begin({ ...turn, conversation: withoutFilling(turn.conversation) }, forms);
  return {
    ...said,
    answer: {
      ...said.answer,
      say: `${words.saved}\n${said.answer.say}`,
      origins: [words.saved, ...(said.answer.origins ?? [])],
    },
  };
}

const notSure = /^(我?也?(不|没)(太|大)?(清楚|知道|晓得|确定|记得)|不详|忘了|说不清|还?没定|待定|以后再说)/;
const skips = /^(跳过|不填|先不填|略过|没有|无|没|暂无|过)[吧了。!]*$/;
const small =
  /^(谢谢|谢谢你|稍等.*|等一?下.*|等我.{0,8}|我?问一?下.{0,6}|好的?|嗯+|哦+|噢|收到|在吗|你好|您好|ok|好吧|行|对|是的?|知道了|稍等|等一下|等等)[,，。!~！]*$/i;

function answered(turn: Turn, draft: Draft, filling: Filling, asked: Field | undefined): Said {
  const text = turn.raw.trim();
  if (asked && notSure.test(turn.heard.text)) return leftOpen(turn, draft, filling, asked);
  if (asked?.required === "optional" && skips.test(turn.heard.text))
    return took(turn, draft, filling, { answers: { [asked.fact.id]: unsure }, problems: [] });
  if (small.test(text) && !(asked && optionsOf(asked).includes(text))) return notUnderstood(turn, asked);
  const corrected = lastCorrected(turn, draft, filling) ?? sameAs(turn, draft, asked);
  if (corrected) return took(turn, draft, filling, { answers: corrected, problems: [] });
  if (!asked && onlyADay(turn.heard)) return notUnderstood(turn, asked);
  const heard = readAgainst(text, turn.today, draft, asked);
  if (Object.keys(heard.answers).length === 0 && heard.problems.length === 0) return notUnderstood(turn, asked);
  return took(turn, draft, filling, heard);
}

/** One answer of a message may open the field that the next one answers: 「升级 … 拟叠加的服务：…」. */
function readAgainst(text: string, today: string, draft: Draft, asked: Field | undefined): Heard {
  const read = (fields: readonly Field[], open: readonly Field[]) =>
    readFields(text, {
      today,
      year: supposedYear(today),
      fields,
      open: open.length > 0 ? open : fields,
      ...(asked && { asked }),
    });
  const heard = read(applicable(draft), unanswered(draft));
  const after = applicable(withAnswers(draft, heard.answers, draft.application.updatedAt));
  const opened = after.filter((field) => !applicable(draft).includes(field));
  return opened.length === 0 ? heard : read(after, [...unanswered(draft), ...opened]);
}

function leftOpen(turn: Turn, draft: Draft, filling: Filling, asked: Field): Said {
  if (asked.required === "document")
    return { answer: formAnswer(words.cannotSkip(bareLabel(asked)), [question(asked)]), next: turn.conversation };
  return took(turn, draft, filling, { answers: { [asked.fact.id]: unsure }, problems: [] });
}

function notUnderstood(turn: Turn, asked: Field | undefined): Said {
  if (!asked) return { answer: formAnswer(words.ready, [words.help]), next: turn.conversation };
  return {
    answer: formAnswer(words.notAnAnswer(bareLabel(asked)), [question(asked), words.help]),
    next: turn.conversation,
  };
}
