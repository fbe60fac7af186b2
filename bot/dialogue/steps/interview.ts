/** A calculator is asking: the reply is its answer, a question in between, or neither. */
import type { AnyFact } from "../../../rules/engine/fact.ts";
import { type AnyRule, factsOf } from "../../../rules/engine/rule.ts";
import { ruleById } from "../../../rules/index.ts";
import type { Interview } from "../conversation.ts";
import { replies } from "../replies.ts";
import { looksLikeQuestion } from "../residue.ts";
import { questionText, sayRule } from "../say-decision.ts";
import { sayTopic } from "../say-topic.ts";
import { merged } from "../subject.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { confidentTopic, otherProject } from "../what-is-asked.ts";
import { inContext } from "./in-context.ts";

export const interviewStep: Step = async (turn) => {
  const { interview } = turn.conversation;
  const rule = interview?.asking === undefined ? undefined : ruleById(interview.rule);
  const asked = rule && factsOf(rule).find(({ id }) => id === interview?.asking);
  if (!interview || !rule || !asked) return undefined;
  if (otherProject(turn, rule.project)) return aside(turn, rule, asked);
  const reading = readFacts(factsOf(rule), turn.heard, asked);
  const heardSomething = Object.keys(reading.answers).length > 0;
  if (reading.problems.length > 0 && reading.answers[asked.id] === undefined) {
    return askAgain(turn, asked, replies.invalid(reading.problems[0] ?? ""));
  }
  if (!heardSomething)
    return (
      (await aside(turn, rule, asked)) ??
      askAgain(turn, asked, `${replies.notAnAnswer(asked.label)}${replies.howToLeave}`)
    );
  if (reading.answers[asked.id] === undefined && looksLikeQuestion(turn.heard) && turn.heard.quantities.length === 0) {
    const digression = await aside(turn, rule, asked);
    if (digression) return digression;
  }
  return proceed(turn, rule, interview, reading.answers);
};

function proceed(
  { conversation, heard, today }: Turn,
  rule: AnyRule,
  interview: Interview,
  heardAnswers: object,
): Said {
  const answers = { ...interview.answers, ...heardAnswers };
  const trail = [...interview.trail.filter((id) => !(id in heardAnswers)), ...Object.keys(heardAnswers)];
  return sayRule(conversation, rule, answers, trail, merged(conversation.subject?.slots, heard.slots), today);
}

function askAgain({ conversation }: Turn, asked: AnyFact, first: string): Said {
  const say = `${first}\n${questionText(asked)}`;
  return { answer: { outcome: "asking", say, origins: [say] }, next: conversation };
}

/** A policy question in the middle is answered; the interview waits. */
async function aside(turn: Turn, rule: AnyRule, asked: AnyFact): Promise<Said | undefined> {
  const subject = turn.conversation.subject;
  const topic = otherProject(turn, rule.project) || !subject ? await confidentTopic(turn) : undefined;
  const said = topic
    ? sayTopic(turn.conversation, topic, turn.heard.slots, turn.knowledge, turn.today)
    : subject && looksLikeQuestion(turn.heard)
      ? await inContext(turn, subject)
      : undefined;
  if (!said || said.answer.outcome === "asking") return undefined;
  const small = ["smallTalk", "outside"].includes(said.answer.outcome) || said.next.subject?.project === rule.project;
  const interview = turn.conversation.interview;
  const resumed = replies.again(asked.question);
  return {
    answer: {
      ...said.answer,
      lines: [...(said.answer.lines ?? []), resumed],
      origins: [...(said.answer.origins ?? []), resumed],
    },
    next: { ...(small ? turn.conversation : said.next), ...(interview && { interview }) },
  };
}
