/** 「女的呢」「改成25个人」「打谁电话」: a sentence that only makes sense with what was said before. */

import { siblingScheme } from "../../../knowledge/slot-labels.ts";
import { slotValues } from "../../../knowledge/slots.ts";
import type { Answers, AnyFact } from "../../../rules/engine/fact.ts";
import { type AnyRule, factsOf } from "../../../rules/engine/rule.ts";
import { ruleById } from "../../../rules/index.ts";
import { isShift, withChanges } from "../changes.ts";
import type { Subject } from "../conversation.ts";
import { isCorrection, isElliptical, looksLikeQuestion } from "../residue.ts";
import { sayRule } from "../say-decision.ts";
import { sayTopic } from "../say-topic.ts";
import { merged } from "../subject.ts";
import { knownFacts } from "../told.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { isBareProject, namedProjects, otherProject } from "../what-is-asked.ts";
import { inContext } from "./in-context.ts";

export const followUp: Step = async (turn) => {
  const subject = pointedAt(turn) ?? turn.conversation.subject;
  if (!subject) return undefined;
  if (otherProject(turn, subject.project)) return sameOfAnother(turn, subject);
  return (
    changedFacts(turn, subject) ??
    otherScheme(turn, subject) ??
    changedSlots(turn, subject) ??
    (await inContext(turn, subject))
  );
};

const backwards = /刚才|刚刚|前面(那个|问的)|上面(那个|问的)|回到|之前(那个|问的)/;

/** 「回到刚才那个」: the subject before this one, unless a project is named. */
function pointedAt({ conversation, heard }: Turn): Subject | undefined {
  if (!backwards.test(heard.text)) return undefined;
  const [named] = namedProjects(heard.text);
  if (named !== undefined) return conversation.earlier.find(({ project }) => project === named);
  return conversation.earlier[0];
}

/** Figures, days or choices that change the last calculation. */
function changedFacts(turn: Turn, subject: Subject): Said | undefined {
  const { conversation, heard, today } = turn;
  const rule = ruleById(subject.rule ?? conversation.interview?.rule ?? "");
  if (!rule) return undefined;
  const known = knownFacts(conversation, rule, subject.slots);
  const reading = readFacts(factsOf(rule), heard, onlyOneTold(rule, known, heard), { changing: true });
  const told = isToldShortly(turn, reading.answers);
  if (!told && !(isElliptical(heard) || isCorrection(heard) || isShift(heard))) return undefined;
  const answers = withChanges(known, reading.answers, heard);
  if (answers === undefined) return undefined;
  const running = conversation.interview?.rule === rule.id;
  const figures = heard.quantities.length > 0 || heard.dates.length > 0;
  if (!running && !figures && !told && subject.topic !== undefined) return undefined;
  return sayRule(conversation, rule, answers, Object.keys(answers), merged(subject.slots, heard.slots), today);
}

/** A bare number or day changes the only one that was told before: 「59呢」 after 「61岁呢」. */
function onlyOneTold(rule: AnyRule, known: Answers, { quantities, dates }: Turn["heard"]): AnyFact | undefined {
  const bare = quantities.length === 1 && quantities[0]?.unit === undefined;
  const told = factsOf(rule).filter(
    ({ id, kind }) => id in known && (kind === "date" ? dates.length === 1 : bare && ["age", "count"].includes(kind)),
  );
  return told.length === 1 ? told[0] : undefined;
}

/** 「开货车的」 after 「我能参保吗」: a few words that only tell a fact, more than the variants of a topic tell apart. */
const isToldShortly = ({ heard }: Turn, answers: Answers): boolean =>
  heard.text.length <= 8 && !looksLikeQuestion(heard) && Object.keys(answers).some((id) => !(id in slotValues));

/** The same question for another case: 「一日游呢」. */
function changedSlots(turn: Turn, subject: Subject): Said | undefined {
  const { conversation, heard, knowledge, today } = turn;
  const topic = subject.topic === undefined ? undefined : knowledge.topics.get(subject.topic);
  if (!topic || !isElliptical(heard)) return undefined;
  const changed = Object.keys(heard.slots).filter((slot) => slot !== "project");
  if (changed.length === 0) return undefined;
  return sayTopic(conversation, topic, merged(subject.slots, heard.slots), knowledge, today);
}

/** 「那看上海呢」 after a question about 疗休养. */
function otherScheme(turn: Turn, subject: Subject): Said | undefined {
  const scheme = siblingScheme(turn.heard.text);
  const attribute = subject.topic?.slice(subject.topic.indexOf("-", 3) + 1);
  if (!scheme || attribute === undefined) return undefined;
  const topic = turn.knowledge.topics.get(`${scheme}-${attribute}`);
  return topic && sayTopic(turn.conversation, topic, turn.heard.slots, turn.knowledge, turn.today);
}

/** 「体检的呢」 after a phone number: the same topic of another project. */
function sameOfAnother(turn: Turn, subject: Subject): Said | undefined {
  const { conversation, heard, knowledge, today } = turn;
  const named = namedProjects(heard.text);
  const attribute = subject.topic?.slice(subject.topic.indexOf(".") + 1);
  if (named.length !== 1 || attribute === undefined || !isBareProject(heard.text)) return undefined;
  const topic = knowledge.topics.get(`${named[0]}.${attribute}`);
  return topic && sayTopic(conversation, topic, heard.slots, knowledge, today);
}
