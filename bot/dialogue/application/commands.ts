/** Words that steer a form: 上一题、改…、预览、暂存、取消、跳过、交、为什么问. */
import { fieldsOf } from "../../../flows/engine/form.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { removed } from "../../applications/changes.ts";
import type { Said, Turn } from "../turn.ts";
import { applicable, type Draft, next, unanswered, withAnswers } from "./draft.ts";
import { type Filling, withFilling, withoutFilling } from "./filling.ts";
import { handIn } from "./hand-in.ts";
import { asksForLink, link } from "./link.ts";
import { bareLabel, isUnclear, meantBy } from "./reading/names.ts";
import { askedField, askFor, formAnswer, goOn, question, readLine, review } from "./say.ts";
import { words } from "./words.ts";

type Do = (turn: Turn, draft: Draft, filling: Filling) => Said | undefined | Promise<Said | undefined>;

/** Tried in this order on the normalised message. */
const commands: readonly (readonly [RegExp, Do])[] = [
  [/^(上一题|上一步|上一项|返回|退回|前一题|后退)[。!]*$/, back],
  [
    /^(预览|看一?下|看看|全部|看全部|给我看看|核对|检查)(一下|全部|表|填了什么)?[。!]*$/,
    (turn, draft, filling) => review(turn, draft, filling),
  ],
  [
    /^(?:谢谢[,，]?)?先(?:不弄|放着|这样|停)|^(暂存|先存(着|一下)?|保存|存(一下|着)?|先放(着|一放)?|以后再填|下次再填|先不填了?|等会儿?再填|有事)[了吧。!]*$/,
    save,
  ],
  [
    /^(确认取消|确定取消|确定删除)[。!]*$/,
    (turn, draft, filling) => (filling.expects === "cancel" ? cancelled(turn, draft) : undefined),
  ],
  [
    /^(?:那|我们?)?(取消|不填了?|不办了?|算了|不(?:想)?申请了?|不弄了?|不要了|放弃|退出|删掉?)(吧|了|申请|填表)*[。!]*$/,
    askCancel,
  ],
  [/^(仍然交|还是交|仍要交|坚持交|照交)[吧。!]*$/, (turn, draft) => handIn(turn, draft, true)],
  [
    /^(?:那就?|就)?(?:(?:帮我|直接|重新)?(?:交|提交|递交|上交|发)(?:上去|了|吧)*|确认(?:提交|无误)?|没有?问题|核对过了|看过了|都?填?的?(?:都)?对的?|无误|就这样|是的?|好的?|可以了?|行|ok|嗯+|没错)(?:[,，](?:没问题|谢谢|可以了?|(?:帮我)?(?:交|提交)(?:上去|了|吧)*))*[了吧。!]*$/i,
    submit,
  ],
  [/^(为什么|为啥|干嘛)(要)?(问|填)|^(这个?|填这个)(有什么用|干嘛|做什么)/, why],
  [/^(还要|还有|还剩|还差)(填)?(什么|哪些|几项|多少)(没填|要填)?[?？。]*$/, remaining],
  [/^(帮助|怎么填|怎么操作|help|命令)[?？。]*$/, (turn, draft, filling) => help(turn, draft, filling)],
  [/^(跳过|过|略过|先跳过|下一题|下一项)[吧。!]*$/, skip],
  [/^(?:我?要?|想)(?:修改|更改|改)(?:一下)?([^:：]{1,12})$/, changeOf],
  [/^(?:改|修改|更改|重填)(?:一下)?([^:：]{1,12})$/, changeOf],
  [/^([^:：,，]{1,8})(?:填错了?|错了|不对|写错了?|要改|改一下)[。!]*$/, changeOf],
];

export async function command(turn: Turn, draft: Draft, filling: Filling): Promise<Said | undefined> {
  if (asksForLink(turn)) return link(turn, draft, filling);
  for (const [pattern, act] of commands) {
    if (!pattern.test(turn.heard.text)) continue;
    const said = await act(turn, draft, filling);
    if (said) return said;
  }
  // 「不是」 to 「确定取消吗」, and anything else: the form goes on.
  return filling.expects === "cancel" ? { ...goOn(turn, draft, filling, [words.goOn]) } : undefined;
}

function back(turn: Turn, draft: Draft, filling: Filling): Said {
  const last = filling.trail.at(-1);
  const field = last === undefined ? undefined : fieldsOf(draft.form).find(({ fact }) => fact.id === last);
  const asked = askedField(draft, filling);
  if (!field || last === undefined)
    return { answer: formAnswer(words.nothingBefore, asked ? [question(asked)] : []), next: turn.conversation };
  return askFor(turn, draft, { ...filling, trail: filling.trail.slice(0, -1) }, field, [
    readLine(field, draft.answers),
  ]);
}

function save({ conversation }: Turn): Said {
  return { answer: formAnswer(words.saved), next: withoutFilling(conversation) };
}

function askCancel(turn: Turn, draft: Draft, filling: Filling): Said {
  const { status, files } = draft.application;
  // A draft that was kept more than once holds something, typed here, earlier, or on the page.
  const isFresh = filling.trail.length === 0 && draft.revision <= 1 && files.length === 0;
  if (isFresh || status !== "draft") return cancelled(turn, draft);
  return {
    answer: formAnswer(words.cancelSure),
    next: withFilling(turn.conversation, { ...filling, expects: "cancel" }),
  };
}

/** A returned application stays; only what was typed for the first time goes. */
function cancelled({ conversation }: Turn, draft: Draft): Said {
  const next = withoutFilling(conversation);
  if (draft.application.status !== "draft") return { answer: { outcome: "cancelled", say: words.leftReturned }, next };
  return { answer: { outcome: "cancelled", say: words.cancelled }, next, changes: removed(draft) };
}

/** 「好的」 hands in only what has been shown for review. */
function submit(turn: Turn, draft: Draft, filling: Filling): Said | Promise<Said> | undefined {
  const plainly = /交/.test(turn.heard.text);
  if (filling.expects === "review") return handIn(turn, draft, false);
  if (!plainly) return undefined;
  if (filling.expects === "insist") return handIn(turn, draft, false);
  // What may stay empty is left empty by whoever wants to hand in.
  const optional = unanswered(draft).filter(({ required }) => required === "optional");
  const left = Object.fromEntries(optional.map(({ fact }) => [fact.id, unsure]));
  const complete = unanswered(draft).length === optional.length;
  return review(turn, withAnswers(draft, left, turn.desk.at), filling, complete ? [] : [words.notYet]);
}

function why(turn: Turn, draft: Draft, filling: Filling): Said | undefined {
  const asked = askedField(draft, filling);
  if (!asked) return undefined;
  const reason = asked.fact.why === undefined ? words.whyDefault(draft.form.short) : words.why(asked.fact.why);
  return { answer: formAnswer(reason, [question(asked)]), next: turn.conversation };
}

function remaining(turn: Turn, draft: Draft, filling: Filling): Said {
  const open = unanswered(draft);
  const asked = askedField(draft, filling);
  if (open.length === 0) return review(turn, draft, filling);
  return {
    answer: formAnswer(words.stillOpen(open.map(bareLabel)), asked ? [question(asked)] : []),
    next: turn.conversation,
  };
}

function help(turn: Turn, draft: Draft, filling: Filling): Said {
  const asked = askedField(draft, filling);
  return { answer: formAnswer(words.help, asked ? [question(asked)] : [words.ready]), next: turn.conversation };
}

function skip(turn: Turn, draft: Draft, filling: Filling): Said | undefined {
  const asked = askedField(draft, filling) ?? next(draft);
  if (!asked) return undefined;
  if (asked.required === "document")
    return { answer: formAnswer(words.cannotSkip(bareLabel(asked)), [question(asked)]), next: turn.conversation };
  const after = withAnswers(draft, { [asked.fact.id]: unsure }, turn.desk.at);
  return goOn(turn, after, { ...filling, trail: [...filling.trail, asked.fact.id] });
}

/** 「改电话」: the field is asked anew; the others stay. Undefined when no field is meant. */
function changeOf(turn: Turn, draft: Draft, filling: Filling): Said | undefined {
  const said = commands.flatMap(([pattern, act]) =>
    act === changeOf ? (pattern.exec(turn.heard.text)?.[1] ?? []) : [],
  )[0];
  if (said === undefined) return undefined;
  // 「改为3人」 and 「人数改成3人」 tell a value; 「改为抗疫做出贡献」 names a field that begins so.
  const fields = meantBy(applicable(draft), said).filter(
    (one) => !/[是为成到]/.test(said) || said.includes(bareLabel(one)),
  );
  const [field] = fields;
  if (!field) return undefined;
  // 「电话错了」 right after a telephone number means that one.
  const last = fields.find(({ fact }) => fact.id === filling.trail.at(-1));
  if (isUnclear(fields) && !last)
    return { answer: formAnswer(words.changeWhich(fields.map(bareLabel))), next: turn.conversation };
  return askFor(turn, draft, filling, last ?? field, []);
}
