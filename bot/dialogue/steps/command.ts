/** Words that steer the conversation: 取消, 上一题, 为什么问, 重新算, 改人数, 详细. */

import { pickVariant } from "../../../knowledge/search/variant.ts";
import type { Answers, AnyFact } from "../../../rules/engine/fact.ts";
import { clauseOf } from "../../../rules/engine/provision.ts";
import { type AnyRule, factsOf } from "../../../rules/engine/rule.ts";
import { evaluate, ruleById } from "../../../rules/index.ts";
import type { Conversation, Interview } from "../conversation.ts";
import { replies } from "../replies.ts";
import { questionText, sayRule, traceLines } from "../say-decision.ts";
import type { Said, Step, Turn } from "../turn.ts";

const cancel =
  /^(那)?(算了|取消|不算了|不问了|不办了|不弄了|不要了|退出|停止?|结束|拉倒)[,。!]*(算了|不算了|不用了|吧|了|取消)*[。!]*$|^(算了)+(不算了|不用了|吧)$/;
const back = /^(上一题|上一步|返回上一题|退回|回到上一题|前一题)[。!]*$/;
const why =
  /^(为什么|为啥|干嘛|干什么)(要)?问(这个?|我)?|^问(这个?|这)(干嘛|干什么|做什么)|^这个?(有什么用|跟.{0,6}有什么关系)/;
const restart = /^(重新(算|来|开始)|从头(算|来)|重来|再算一遍|重算)(一遍|一下|吧)?[。!]*$/;
const more =
  /^(详细|详细(点|说|说说|一点|讲讲)|具体(点|说说|一点)|更多|多说点|展开(说说|讲讲)?|还有呢|怎么算的|怎么算出来的|明细|计算过程|过程)[?。!呢吗]*$/;
const change = /^(改|修改|更改)(一下)?(.{1,8})$/;

export const command: Step = async (turn) => {
  const { text } = turn.heard;
  if (cancel.test(text)) return cancelled(turn.conversation);
  const active = activeInterview(turn.conversation);
  if (back.test(text)) return active ? stepBack(turn, active) : plain(turn.conversation, replies.noInterview);
  if (restart.test(text)) return active ? again(turn, active) : plain(turn.conversation, replies.noInterview);
  if (why.test(text) && active?.interview.asking) return reason(turn.conversation, active);
  if (more.test(text)) return detail(turn, active);
  const wanted = change.exec(text)?.[3];
  return active && wanted ? changeFact(turn, active, wanted) : undefined;
};

interface Active {
  readonly interview: Interview;
  readonly rule: AnyRule;
}

function activeInterview({ interview }: Conversation): Active | undefined {
  const rule = interview && ruleById(interview.rule);
  return rule && interview ? { interview, rule } : undefined;
}

const plain = (next: Conversation, say: string): Said => ({
  answer: { outcome: "smallTalk", say, origins: [say] },
  next,
});

function cancelled(conversation: Conversation): Said {
  const { interview, ...rest } = conversation;
  const say = interview?.asking === undefined ? replies.nothingToCancel : replies.cancelled;
  return { answer: { outcome: "cancelled", say }, next: { ...rest, options: [] } };
}

const without = (answers: Answers, id: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));

function stepBack({ conversation, today }: Turn, { interview, rule }: Active): Said {
  const last = interview.trail.at(-1);
  if (last === undefined) return plain(conversation, replies.nothingBefore);
  const slots = conversation.subject?.slots ?? {};
  return sayRule(conversation, rule, without(interview.answers, last), interview.trail.slice(0, -1), slots, today);
}

function again({ conversation, today }: Turn, { rule }: Active): Said {
  const said = sayRule(conversation, rule, {}, [], {}, today);
  return { ...said, answer: { ...said.answer, say: `${replies.restarted}\n${said.answer.say}` } };
}

function reason(conversation: Conversation, { interview, rule }: Active): Said | undefined {
  const asked = rule.asks.find(({ id }: AnyFact) => id === interview.asking);
  if (!asked) return undefined;
  const say = `${asked.why === undefined ? replies.whyDefault(rule.title) : replies.why(asked.why)}\n${questionText(asked)}`;
  return { answer: { outcome: "asking", say, origins: [say] }, next: conversation };
}

/** Names a fact of the running calculator: it is asked anew, the others stay. */
function changeFact({ conversation, today }: Turn, { interview, rule }: Active, wanted: string): Said | undefined {
  const fact = factsOf(rule).find(({ label }) => label.includes(wanted) || wanted.includes(label));
  if (!fact) return undefined;
  const answers = without(interview.answers, fact.id);
  const said = sayRule(conversation, rule, answers, interview.trail, conversation.subject?.slots ?? {}, today);
  const next = { ...said.next, interview: { rule: rule.id, answers, trail: interview.trail, asking: fact.id } };
  return { answer: { outcome: "asking", say: questionText(fact), origins: [questionText(fact)] }, next };
}

/** 「详细」: the trace of the last calculation, or what the topic has beyond its short answer. */
function detail({ conversation, knowledge, today }: Turn, active: Active | undefined): Said | undefined {
  const subject = conversation.subject;
  if (active && active.interview.asking === undefined && subject?.rule === active.rule.id) {
    const outcome = evaluate(active.rule, active.interview.answers, today);
    const lines = traceLines(outcome.steps);
    if (lines.length > 0) {
      const cites = [...new Set(outcome.grounds.map(clauseOf))];
      return { answer: { outcome: "calculated", say: lines.join("\n"), cites, origins: lines }, next: conversation };
    }
  }
  const topic = subject?.topic === undefined ? undefined : knowledge.topics.get(subject.topic);
  if (!topic || !subject) return plain(conversation, replies.moreAbout);
  const variant = pickVariant(topic, subject.slots);
  const text =
    variant.more ??
    (variant.cites[0] === undefined ? undefined : knowledge.document.fullText(variant.cites[0]).slice(0, 400));
  if (text === undefined) return plain(conversation, replies.noMore);
  return {
    answer: { outcome: "answered", say: text, cites: variant.cites, ...(topic.contact && { contact: topic.contact }) },
    next: conversation,
  };
}
