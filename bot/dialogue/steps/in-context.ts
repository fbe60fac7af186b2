/** A question that names no project is read as one about the subject of the conversation. */
import type { SearchResult } from "../../../knowledge/index.ts";
import { slotLabel, subjectName } from "../../../knowledge/slot-labels.ts";
import type { Topic } from "../../../knowledge/topic.ts";
import { type Answers, isMeasure } from "../../../rules/engine/fact.ts";
import { type AnyRule, factsOf } from "../../../rules/engine/rule.ts";
import { evaluate, ruleById } from "../../../rules/index.ts";
import type { Subject } from "../conversation.ts";
import { sayRule } from "../say-decision.ts";
import { projectOf, sayTopic } from "../say-topic.ts";
import { merged } from "../subject.ts";
import { knownFacts } from "../told.ts";
import type { Said, Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { searchable } from "../understanding/heard.ts";
import { introduces, isSmallTalk, kindWeight, namedProjects, nearestSimilarity, topicOf } from "../what-is-asked.ts";

/** What leaves the subject must fit so much better than what stays with it. */
const contextAdvantage = 0.05;

export async function inContext(turn: Turn, subject: Subject): Promise<Said | undefined> {
  const { conversation, heard, knowledge, today } = turn;
  if (subject.project === "other" || subject.project === "0") return undefined;
  if (namedProjects(heard.text).length > 0 && heard.text.length > 12) return undefined;
  const alone = await turn.searches(searchable(heard.text));
  const found = await bestInContext(turn, subject);
  if (standsAlone(turn, alone, found, subject)) return undefined;
  const topic = (await currentTopic(turn, subject, found.topics)) ?? topicOf(turn, withoutOverview(turn, found));
  if (!topic || projectOf(topic.id) !== subject.project) return undefined;
  const slots = merged(subject.slots, heard.slots);
  return byRule(turn, found, subject, topic, slots) ?? sayTopic(conversation, topic, slots, knowledge, today);
}

/** Shorter sentences hardly say what they are about; they stay with the subject. */
const ownSentence = 9;

const changesSubject = /换个?(问题|话题)|问(个|点)?别的|另外(问|想)|再问(个|一个)别的/;

/** Small talk, or a question that something outside of the subject answers plainly better. */
function standsAlone(turn: Turn, alone: SearchResult, inside: SearchResult, subject: Subject): boolean {
  if (changesSubject.test(turn.heard.text)) return true;
  const itself = topicOf(turn, alone);
  const better = nearestSimilarity(alone) > nearestSimilarity(inside) + contextAdvantage;
  if (itself === undefined || !better) return false;
  return isSmallTalk(itself) || (turn.heard.text.length >= ownSentence && projectOf(itself.id) !== subject.project);
}

/**
 * The sentence is read alone within the project, after the name of the subject, and after what is known of the case
 * (「E类住院」). Each reading leans to one side; their mean does not.
 */
async function bestInContext(turn: Turn, { slots, project, topic }: Subject): Promise<SearchResult> {
  const text = searchable(turn.heard.text);
  const names = new Set([subjectName(project, topic), slotLabel(slots)]);
  names.delete("");
  const queries = [text, ...[...names].map((name) => `${name}，${text}`)];
  const all = await Promise.all(queries.map((query) => turn.searches(query, project)));
  const inside = all.filter(({ nearest }) => projectOf(nearest[0]?.topic ?? "") === project);
  const usable = inside.length > 0 ? inside : all;
  const [best] = usable.toSorted((one, other) => nearestSimilarity(other) - nearestSimilarity(one));
  return best
    ? { ...best, topics: mean(usable.map(({ topics }) => topics.filter((one) => projectOf(one.topic) === project))) }
    : turn.searches(text, project);
}

function mean(rankings: readonly SearchResult["topics"][]): SearchResult["topics"] {
  const sums = new Map<string, number>();
  for (const ranking of rankings) {
    for (const { topic, score } of ranking) sums.set(topic, (sums.get(topic) ?? 0) + score / rankings.length);
  }
  return [...sums].map(([topic, score]) => ({ topic, score })).sort((one, other) => other.score - one.score);
}

/** The name of the subject alone already resembles 「这个项目是什么」; only who asks that means it. */
const asksWhatItIs = /是什么|什么意思|介绍|啥意思|怎么回事|干什么的/;
const withoutOverview = ({ heard }: Turn, found: SearchResult): SearchResult =>
  asksWhatItIs.test(heard.text)
    ? found
    : { ...found, topics: found.topics.filter(({ topic }) => !introduces.test(topic)) };

/** Nearly the words of an example: what it asks is what was asked. */
const nearlySame = 0.9;

/** The topic just spoken of stays when it fits about as well as the best, and no example of another is nearly the same. */
async function currentTopic(turn: Turn, subject: Subject, found: SearchResult["topics"]): Promise<Topic | undefined> {
  const [itself] = (await turn.searches(searchable(turn.heard.text), subject.project)).nearest;
  if (itself && itself.similarity >= nearlySame && itself.topic !== subject.topic) return undefined;
  const best = found[0]?.score ?? 0;
  const current = found.find(({ topic }) => topic === subject.topic);
  return current && current.score >= best * 0.7 ? turn.knowledge.topics.get(current.topic) : undefined;
}

/** What was told to the calculators of this project answers the next question too: 「保到几号」「区总补多少」. */
function byRule(
  turn: Turn,
  found: SearchResult,
  subject: Subject,
  topic: Topic,
  slots: Subject["slots"],
): Said | undefined {
  const { conversation, heard, today } = turn;
  const rule = topic.rule === undefined ? undefined : ruleById(topic.rule);
  if (!rule) return undefined;
  const facts = factsOf(rule);
  const told = readFacts(facts, heard).answers;
  const answers: Answers = { ...knownFacts(conversation, rule, slots), ...told };
  const telling = facts.some((fact) => fact.id in answers && isMeasure(fact));
  if (!telling || contradicts(topic, answers, told) || !fitsTheQuestion(rule, answers, topic, found, subject, today))
    return undefined;
  const said = sayRule(conversation, rule, answers, Object.keys(answers), slots, today);
  return said.next.subject
    ? { ...said, next: { ...said.next, subject: { ...said.next.subject, topic: topic.id } } }
    : said;
}

/** The topic tells cases apart, and what was told before is none of them: 「死了赔多少」 after a stay in hospital. */
function contradicts({ answers: variants }: Topic, known: Answers, told: Answers): boolean {
  const cases = variants.flatMap(({ when = {} }) => Object.entries(when));
  return Object.keys(known).some((slot) => {
    const values: readonly unknown[] = cases.filter(([name]) => name === slot).map(([, value]) => value);
    return values.length > 1 && !(slot in told) && !values.includes(known[slot]);
  });
}

/** A calculator that has just spoken speaks again only where money is asked for; another one where it can decide. */
function fitsTheQuestion(
  rule: AnyRule,
  answers: Answers,
  topic: Topic,
  found: SearchResult,
  subject: Subject,
  today: string,
): boolean {
  const outcome = evaluate(rule, answers, today);
  if (outcome.status !== "done") return false;
  if (kindWeight(found, "calc", "eligibility") >= 0.25) return true;
  if (subject.rule !== rule.id) return kindWeight(found, "unanswerable") < 0.5;
  const saysMoney = topic.answers.some(({ say }) => say.includes("元"));
  return saysMoney && outcome.decision.yuan !== undefined;
}
