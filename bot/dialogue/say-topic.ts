/** Topic and slots → answer: the curated text, its citation, whom to call, and a word on time. */
import type { Knowledge } from "../../knowledge/index.ts";
import { pickVariant } from "../../knowledge/search/variant.ts";
import type { Slots } from "../../knowledge/slots.ts";
import type { AnswerKind, Topic, Variant } from "../../knowledge/topic.ts";
import type { Answer, OutcomeName } from "../answer.ts";
import type { Conversation, Option, Subject } from "./conversation.ts";
import { about } from "./subject.ts";
import { timeNotice } from "./time-notice.ts";
import type { Said } from "./turn.ts";

const outcomeOf: Readonly<Record<AnswerKind, OutcomeName>> = {
  answered: "answered",
  notInDocument: "notInDocument",
  unsettled: "unsettled",
  choose: "choosing",
  outside: "outside",
  smallTalk: "smallTalk",
};

export const projectOf = (topic: string): string => topic.slice(0, topic.indexOf("."));

export function topicAnswer(topic: Topic, variant: Variant, knowledge: Knowledge, today: string): Answer {
  const kind = variant.kind ?? topic.kind;
  const notice = kind === "outside" || kind === "smallTalk" ? undefined : timeNotice(topic, knowledge, today);
  const contact =
    topic.contact !== undefined && (kind !== "answered" || topic.id.includes("apply")) ? topic.contact : undefined;
  return {
    outcome: outcomeOf[kind],
    say: variant.say,
    cites: variant.cites,
    ...(variant.derived && { origins: variant.derived }),
    ...(topic.notes && { notes: topic.notes }),
    ...(notice !== undefined && { notice }),
    ...(contact !== undefined && { contact }),
    ...(topic.options && { quick: topic.options.map(({ label }) => label) }),
  };
}

/** Says a topic and makes it the subject of the conversation. */
export function sayTopic(
  conversation: Conversation,
  topic: Topic,
  slots: Slots,
  knowledge: Knowledge,
  today: string,
): Said {
  const variant = pickVariant(topic, slots);
  const answer = topicAnswer(topic, variant, knowledge, today);
  const options: readonly Option[] = (topic.options ?? []).map(({ label, topic: target }) => ({
    label,
    topic: target,
  }));
  const kind = variant.kind ?? topic.kind;
  const next = kind === "outside" || kind === "smallTalk" ? conversation : about(conversation, subjectOf(topic, slots));
  return { answer, next: { ...next, options } };
}

function subjectOf(topic: Topic, slots: Slots): Subject {
  const project = topic.id.startsWith("0.") && slots.project !== undefined ? slots.project : projectOf(topic.id);
  return { project, topic: topic.id, slots, ...(topic.rule !== undefined && { rule: topic.rule }) };
}
