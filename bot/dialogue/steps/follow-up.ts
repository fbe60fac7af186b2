/** 「女的呢」「改成25个人」「打谁电话」: a sentence that only makes sense with what was said before. */
import type { SearchResult } from "../../../knowledge/index.ts";
import { projectNames, slotLabel } from "../../../knowledge/slot-labels.ts";
import type { Topic } from "../../../knowledge/topic.ts";
import type { AnyFact, Answers } from "../../../rules/engine/fact.ts";
import { evaluate, ruleById } from "../../../rules/index.ts";
import type { Subject } from "../conversation.ts";
import { isCorrection, isElliptical } from "../residue.ts";
import { sayRule } from "../say-decision.ts";
import { projectOf, sayTopic } from "../say-topic.ts";
import { merged } from "../subject.ts";
import { knownFacts } from "../told.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { searchable } from "../understanding/heard.ts";
import { isSmallTalk, kindWeight, namedProjects, nearestSimilarity, otherProject, topicOf } from "../what-is-asked.ts";

export const followUp: Step = async (turn) => {
  const { subject } = turn.conversation;
  if (!subject) return undefined;
  if (otherProject(turn, subject.project)) return sameOfAnother(turn, subject);
  return changedFacts(turn, subject) ?? changedSlots(turn, subject) ?? (await inContext(turn, subject));
};

/** Figures, days or choices that change the last calculation. */
function changedFacts(turn: Turn, subject: Subject): Said | undefined {
  const { conversation, heard, today } = turn;
  const rule = ruleById(subject.rule ?? conversation.interview?.rule ?? "");
  if (!rule || !(isElliptical(heard) || isCorrection(heard))) return undefined;
  const facts: readonly AnyFact[] = [...rule.asks, ...(rule.uses ?? [])];
  const reading = readFacts(facts, heard);
  if (Object.keys(reading.answers).length === 0) return undefined;
  const running = conversation.interview?.rule === rule.id;
  const figures = heard.quantities.length > 0 || heard.dates.length > 0;
  if (!running && !figures && subject.topic !== undefined) return undefined;
  const answers = { ...knownFacts(conversation, rule, subject.slots), ...reading.answers };
  return sayRule(conversation, rule, answers, Object.keys(answers), merged(subject.slots, heard.slots), today);
}

/** The same question for another case: 「一日游呢」. */
function changedSlots(turn: Turn, subject: Subject): Said | undefined {
  const { conversation, heard, knowledge, today } = turn;
  const topic = subject.topic === undefined ? undefined : knowledge.topics.get(subject.topic);
  if (!topic || !isElliptical(heard)) return undefined;
  const changed = Object.keys(heard.slots).filter((slot) => slot !== "project");
  return changed.length === 0 ? undefined : sayTopic(conversation, topic, merged(subject.slots, heard.slots), knowledge, today);
}

/** A topic that fits only by its context must not lose to small talk that fits as well without. */
const contextAdvantage = 0.05;

/** A question without a project of its own is read as one about the current project. */
async function inContext(turn: Turn, subject: Subject): Promise<Said | undefined> {
  const { conversation, heard, knowledge, today } = turn;
  if (subject.project === "other" || subject.project === "0") return undefined;
  const alone = await turn.searches(searchable(heard.text));
  const slots = merged(subject.slots, heard.slots);
  const found = await bestInContext(turn, subject);
  const itself = topicOf(turn, alone);
  const small = itself !== undefined && isSmallTalk(itself);
  if (small && nearestSimilarity(alone) > nearestSimilarity(found) + contextAdvantage) return undefined;
  if (namedProjects(heard.text).length > 0 && !isShort(heard.text)) return undefined;
  const topic = currentTopic(turn, subject, found.topics) ?? topicOf(turn, found);
  if (!topic || projectOf(topic.id) !== subject.project) return undefined;
  return byRule(turn, found, topic, slots) ?? sayTopic(conversation, topic, slots, knowledge, today);
}

const isShort = (text: string): boolean => text.length <= 12;

/** The topic just spoken of stays when it fits about as well as the best. */
function currentTopic(turn: Turn, subject: Subject, found: readonly { topic: string; score: number }[]): Topic | undefined {
  const best = found[0]?.score ?? 0;
  const current = found.find(({ topic }) => topic === subject.topic);
  return current && current.score >= best * 0.7 ? turn.knowledge.topics.get(current.topic) : undefined;
}

/** What was told to the calculators of this project answers the next question too: 「保到几号」「那应该收我多少」. */
function byRule(turn: Turn, found: SearchResult, topic: Topic, slots: Subject["slots"]): Said | undefined {
  const { conversation, heard, today } = turn;
  if (kindWeight(found, "calc", "eligibility") < 0.25) return undefined;
  const rule = topic.rule === undefined ? undefined : ruleById(topic.rule);
  if (!rule) return undefined;
  const facts: readonly AnyFact[] = [...rule.asks, ...(rule.uses ?? [])];
  const answers: Answers = { ...knownFacts(conversation, rule, slots), ...readFacts(facts, heard).answers };
  const telling = facts.some(({ id, kind }) => id in answers && ["count", "yuan", "date", "age"].includes(kind));
  if (!telling || evaluate(rule, answers, today).status !== "done") return undefined;
  const said = sayRule(conversation, rule, answers, Object.keys(answers), slots, today);
  return said.next.subject ? { ...said, next: { ...said.next, subject: { ...said.next.subject, topic: topic.id } } } : said;
}

/** Completed by what is known of the case (「E类住院」) or only by the project: whichever something nearer answers. */
async function bestInContext(turn: Turn, { slots, project }: Subject): Promise<SearchResult> {
  const contexts = new Set([slotLabel(slots), projectNames[project] ?? ""].filter((words) => words !== ""));
  const text = searchable(turn.heard.text);
  const all = await Promise.all([...contexts].map((words) => turn.searches(`${words}，${text}`, project)));
  const [best] = all.sort((one, other) => nearestSimilarity(other) - nearestSimilarity(one));
  return best ?? turn.searches(text, project);
}

/** 「体检的呢」 after a phone number: the same topic of another project. */
function sameOfAnother(turn: Turn, subject: Subject): Said | undefined {
  const { conversation, heard, knowledge, today } = turn;
  const named = namedProjects(heard.text);
  const attribute = subject.topic?.slice(subject.topic.indexOf(".") + 1);
  if (named.length !== 1 || attribute === undefined || !isBareName(heard.text)) return undefined;
  const topic = knowledge.topics.get(`${named[0]}.${attribute}`);
  return topic && sayTopic(conversation, topic, heard.slots, knowledge, today);
}

const isBareName = (text: string): boolean => /^(那|那么|还有)?.{1,8}(的)?(呢|也(给|要|发).{0,6}|的)[?。!]*$/.test(text);
