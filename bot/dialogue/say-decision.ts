/** Outcome of a calculator → answer and interview: the decision with its grounds, or the next question. */

import type { Slots } from "../../knowledge/slots.ts";
import { daysBetween } from "../../rules/common/calendar.ts";
import type { Answers, AnyFact } from "../../rules/engine/fact.ts";
import { nearMiss } from "../../rules/engine/near-miss.ts";
import { clauseOf, windowStatus } from "../../rules/engine/provision.ts";
import type { AnyRule, Decision, Outcome, Step } from "../../rules/engine/rule.ts";
import { evaluate } from "../../rules/index.ts";
import type { Answer } from "../answer.ts";
import type { Conversation, Interview } from "./conversation.ts";
import { replies } from "./replies.ts";
import { about } from "./subject.ts";
import type { Said } from "./turn.ts";
import { chineseDay } from "./understanding/dates.ts";

const citesOf = (outcome: Outcome): readonly string[] => {
  const first = outcome.status === "done" ? outcome.decision.by : [];
  return [...new Set([...first, ...outcome.grounds].map(clauseOf))];
};

/** Everything a figure of the reply may come from: quotes, values, the trace, and what the person said. */
const originsOf = (outcome: Outcome): readonly string[] => [
  ...outcome.grounds.map(({ quote, value }) => `${quote} ${JSON.stringify(value)}`),
  ...outcome.steps.map(({ expression, result, unit }) => `${expression} ${result} ${result}${unit}`),
  ...outcome.used.map(({ value }) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? chineseDay(value) : JSON.stringify(value),
  ),
  ...(outcome.status === "done"
    ? [JSON.stringify(outcome.decision.values ?? {}), JSON.stringify(outcome.decision.yuan ?? {})]
    : []),
];

/** 「15×100=1500元」: how the amount comes about, one line a step. */
export const traceLines = (steps: readonly Step[]): readonly string[] =>
  steps.map(
    ({ label, expression, result, unit }) =>
      `${label}：${expression.replaceAll("*", "×").replaceAll("/", "÷")}＝${result}${unit}`,
  );

export function questionText(fact: AnyFact): string {
  const choices =
    (fact.choices ?? []).length > 0 && fact.kind !== "yesNo"
      ? (fact.choices ?? []).map(({ label }, index) => `${index + 1}. ${label}`)
      : [];
  return [fact.question, ...(fact.hint === undefined ? [] : [`（${fact.hint}）`]), ...choices].join("\n");
}

/** How long there is still to hand in, where the rule names a last day that has not passed. */
function deadlineLine({ verdict, values }: Decision, today: string): string | undefined {
  const deadline = values?.["deadline"];
  if (typeof deadline !== "string" || verdict === "notEligible" || deadline < today) return undefined;
  return replies.daysLeft(chineseDay(deadline), daysBetween(today, deadline));
}

/** 「人均再高20元就能申请」, where the rule has not said so itself. */
function missLine(rule: AnyRule, answers: Answers, decision: Decision, today: string): string | undefined {
  if (decision.verdict !== "notEligible" || /差|超/.test([decision.say, ...(decision.lines ?? [])].join()))
    return undefined;
  const miss = nearMiss(rule, answers, today);
  return miss && replies.nearMiss(miss.fact.label, miss.to, miss.fact.unit ?? "");
}

export function decisionAnswer(outcome: Extract<Outcome, { status: "done" }>, today: string): Answer {
  const { decision } = outcome;
  const window = decision.window;
  const closed = window !== undefined && windowStatus(window.value, today) === "closed" && window.value.until !== null;
  const late = today > "2023-12-31";
  return {
    outcome: decision.verdict === "unsettled" ? "unsettled" : "calculated",
    say: decision.say,
    ...(decision.lines && { lines: decision.lines }),
    cites: citesOf(outcome),
    ...(decision.open && { notes: decision.open }),
    origins: [
      ...originsOf(outcome),
      ...(closed && window.value.until !== null ? [chineseDay(window.value.until)] : []),
    ],
    ...(closed && window.value.until !== null
      ? { notice: replies.closed(chineseDay(window.value.until)) }
      : late
        ? { notice: replies.pastYear }
        : {}),
  };
}

function askingAnswer(rule: AnyRule, outcome: Outcome, fact: AnyFact): Answer {
  return {
    outcome: "asking",
    say: questionText(fact),
    cites: citesOf(outcome),
    origins: [...originsOf(outcome), questionText(fact), rule.title],
    ...(fact.kind === "yesNo" ? {} : fact.choices && { quick: [] }),
  };
}

/** Evaluates a calculator on what is known and says the result or the next question. */
export function sayRule(
  conversation: Conversation,
  rule: AnyRule,
  answers: Answers,
  trail: readonly string[],
  slots: Slots,
  today: string,
): Said {
  const outcome = evaluate(rule, answers, today);
  const told = { ...conversation.told, [rule.id]: answers };
  const subject = {
    project: rule.project,
    rule: rule.id,
    slots,
    ...(conversation.subject?.rule === rule.id &&
      conversation.subject.topic !== undefined && { topic: conversation.subject.topic }),
  };
  const interview = (asking?: AnyFact): Interview => ({
    rule: rule.id,
    answers,
    trail,
    ...(asking && { asking: asking.id }),
  });
  const settled = (asking?: AnyFact): Conversation => ({
    ...about(conversation, subject),
    told,
    options:
      asking?.choices && asking.kind !== "yesNo" ? asking.choices.map(({ label }) => ({ label, text: label })) : [],
    interview: interview(asking),
  });
  switch (outcome.status) {
    case "done": {
      const answer = decisionAnswer(outcome, today);
      const extra = [missLine(rule, answers, outcome.decision, today), deadlineLine(outcome.decision, today)].flatMap(
        (line) => line ?? [],
      );
      const lines = { lines: [...(answer.lines ?? []), ...extra], origins: [...(answer.origins ?? []), ...extra] };
      return { answer: { ...answer, ...lines }, next: settled() };
    }
    case "asking":
      return { answer: askingAnswer(rule, outcome, outcome.fact), next: settled(outcome.fact) };
    case "stuck":
      return {
        answer: {
          outcome: "unsettled",
          say: replies.stuck(outcome.fact.label),
          cites: citesOf(outcome),
          contact: rule.project,
          origins: originsOf(outcome),
        },
        next: settled(),
      };
    case "notCovered":
      return {
        answer: {
          outcome: "notCovered",
          say: replies.notCovered(chineseDay(outcome.day)),
          contact: rule.project,
          origins: [chineseDay(outcome.day)],
        },
        next: settled(),
      };
  }
}
