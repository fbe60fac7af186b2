/** From a search to what is asked: one topic, one calculator, or honest doubt. */
import type { SearchResult } from "../../knowledge/index.ts";
import { projectWords } from "../../knowledge/slot-words.ts";
import type { Topic } from "../../knowledge/topic.ts";
import { agreement } from "./slot-agreement.ts";
import type { Turn } from "./turn.ts";

/** Kinds of example questions to which the document gives no answer. */
const offDocument = new Set(["unanswerable", "outside", "chat"]);
/** Kinds of topics that say so; an unsettled point answers either kind of question. */
const admits = new Set(["notInDocument", "outside", "smallTalk"]);

/** Below this similarity of the nearest example nothing is recognised. Calibrated on the public questions. */
const nothingNear = 0.5;
const plainlyThis = 0.62;

export const offWeight = (found: SearchResult): number =>
  found.kinds.reduce((sum, { kind, weight }) => sum + (offDocument.has(kind) ? weight : 0), 0);

/** Annexes that the sentence names by their own words. */
export const namedProjects = (text: string): readonly string[] =>
  Object.entries(projectWords)
    .filter(([, words]) => words.test(text))
    .map(([project]) => project);

/** Nothing but the name of a project: 「体检的呢」「和谐劳动关系」. */
export function isBareProject(text: string): boolean {
  const named = namedProjects(text)[0];
  const words = named === undefined ? undefined : (projectWords as Readonly<Record<string, RegExp>>)[named];
  if (!words) return false;
  return /^(那么?|还有|也|给我|一下|发|的|呢|一个|吗|伐|慰问|服务|关系|健康|动|劳|点|[,。?!])*$/.test(
    text.replace(words, ""),
  );
}

/** The sentence plainly names another annex than this one. */
export function otherProject(turn: Turn, project: string): boolean {
  const named = namedProjects(turn.heard.text);
  return named.length > 0 && !named.includes(project);
}

/** Topics that only say what a project is. */
export const introduces = /\.(overview|purpose|summary)$/;

export const nearestSimilarity = (found: SearchResult): number => found.nearest[0]?.similarity ?? 0;

/** The topic that the votes favour, in line with what kind of question it is. */
export function topicOf(turn: Turn, found: SearchResult): Topic | undefined {
  if (nearestSimilarity(found) < nothingNear) return undefined;
  const candidates = found.topics
    .flatMap(({ topic, score }) => {
      const known = turn.knowledge.topics.get(topic);
      return known
        ? [{ topic: known, score: score * agreement(known, turn.heard.slots, turn.knowledge) * belonging(known, turn) }]
        : [];
    })
    .sort((one, other) => other.score - one.score);
  const first = preferred(candidates, found);
  if (!first) return undefined;
  const off = offWeight(found);
  const fitting = candidates.filter(
    ({ topic, score }) =>
      score >= first.score * 0.4 && (topic.kind === "unsettled" || admits.has(topic.kind) === off > 0.5),
  );
  return (fitting.find(({ topic }) => topic === first.topic) ?? fitting[0] ?? first).topic;
}

/** Who names a project seldom asks about something outside of the document. */
const belonging = (topic: Topic, { heard }: Turn): number =>
  topic.kind === "outside" && heard.slots.project !== undefined ? 0.5 : 1;

interface Candidate {
  readonly topic: Topic;
  readonly score: number;
}

/** The topic of the very nearest example wins over one that is only a little better supported. */
function preferred(candidates: readonly Candidate[], found: SearchResult): Candidate | undefined {
  const first = candidates[0];
  const nearest = candidates.find(({ topic }) => topic.id === found.nearest[0]?.topic);
  return first && nearest && nearest.score >= first.score * 0.5 ? nearest : first;
}

/** A topic sure enough to interrupt an interview. */
export async function confidentTopic(turn: Turn): Promise<Topic | undefined> {
  const found = await turn.searches(turn.heard.text);
  return nearestSimilarity(found) >= plainlyThis ? topicOf(turn, found) : undefined;
}

/** The calculator that the nearest examples name, if enough of them agree. */
export function ruleOf(found: SearchResult, topic: Topic | undefined, enough = 0.3): string | undefined {
  const first = found.rules[0];
  const voted = first && first.weight >= enough ? first.rule : undefined;
  return topic?.rule ?? voted;
}

export const kindWeight = (found: SearchResult, ...kinds: readonly string[]): number =>
  found.kinds.reduce((sum, { kind, weight }) => sum + (kinds.includes(kind) ? weight : 0), 0);

export const isSmallTalk = (topic: Topic): boolean => topic.kind === "smallTalk" || topic.kind === "outside";
