/**
 * Puts the evidence together: which clauses, which topics, what kind of question, which calculator.
 *
 * Four witnesses, none reliable alone: words on the clauses find official terms; words on the example questions find
 * everyday phrases; the model on the clauses finds what neither wrote; the model on the examples finds what was asked
 * before in other words, and is the best of them. Their scores are not comparable, so each is first made a share of one.
 */
import type { Scored } from "./postings.ts";
import type { Example, QuestionKind, Searched, SearchedTopic } from "./texts.ts";
import { type Neighbour, nearest, softmax, tally } from "./votes.ts";
import type { Weights } from "./weights.ts";

export type Evidence = {
  readonly clauseWords: readonly Scored[];
  readonly exampleWords: readonly Scored[];
  readonly topicWords: readonly Scored[];
  /** Absent when there is no model. */
  readonly meaning?: {
    /** Similarity to each clause. */
    readonly clauses: Float32Array;
    readonly examples: readonly Neighbour[];
    /** Similarity of each topic's nearest example. */
    readonly topics: Float32Array;
  };
};

type FoundClause = {
  readonly clause: string;
  readonly score: number;
  /** What words alone contributed. */
  readonly words: number;
  /** Similarity of the clause itself, 0 without a model. */
  readonly meaning: number;
};
type FoundTopic = { readonly topic: string; readonly score: number };
type NearQuestion = {
  readonly question: string;
  readonly similarity: number;
  readonly kind: QuestionKind;
  readonly topic: string;
  readonly rule: string;
};

export type Fused = {
  readonly clauses: readonly FoundClause[];
  readonly topics: readonly FoundTopic[];
  readonly kinds: readonly { readonly kind: QuestionKind; readonly weight: number }[];
  readonly rules: readonly { readonly rule: string; readonly weight: number }[];
  readonly nearest: readonly NearQuestion[];
  /** How sure the best topic is, 0 to 1; without labels, the best clause. */
  readonly confidence: number;
};

type LikelyTopic = { readonly topic: SearchedTopic; readonly score: number };

// All others together have no share that counts.
const candidates = 64;
// Similarities of the nearest example: below the one nothing like it was ever asked, above the other it was.
const strange = 0.4;
const familiar = 0.65;

type Voter = { readonly example: Example; readonly similarity: number; readonly weight: number };

/** `project`: candidates of this project are preferred, because the conversation is about it. */
export function fuse(searched: Searched, evidence: Evidence, weights: Weights, project?: string): Fused {
  const byWords = wordVoters(searched, evidence, weights, project);
  const byMeaning = meaningVoters(searched, evidence, weights, project);
  const voters = byMeaning.length > 0 ? byMeaning : byWords;
  const clauses = scoredClauses(searched, evidence, { byMeaning, byWords }, weights, project);
  const topics = foundTopics(searched, evidence, clauses, weights, project);
  return {
    clauses: clauses.toSorted((one, other) => other.score - one.score),
    topics: topics.map(({ topic, score }) => ({ topic: topic.id, score })),
    kinds: foundKinds(voters, topics),
    rules: [...tally(voters.map(({ example, weight }) => ({ weight, labels: ruleOf(example) })))]
      .map(([rule, weight]) => ({ rule, weight }))
      .sort(byWeight),
    nearest: voters.map(({ example, similarity }) => nearQuestion(example, similarity)),
    confidence: confidence(topics, voters),
  };
}

function meaningVoters(searched: Searched, evidence: Evidence, weights: Weights, project?: string): Voter[] {
  const near = (evidence.meaning?.examples ?? []).flatMap(({ at, similarity }) => {
    const example = searched.examples[at];
    return example ? [{ example, similarity, rank: similarity + preference(example.project, weights, project) }] : [];
  });
  const voting = near.toSorted((one, other) => other.rank - one.rank).slice(0, weights.neighbours.count);
  const share = softmax(
    voting.map(({ rank }) => rank),
    weights.neighbours.temperature,
  );
  return voting.map(({ example, similarity }, at) => ({ example, similarity, weight: share[at] ?? 0 }));
}

/** Word scores grow with the length of the question; only their proportion to the best says something. */
function wordVoters(searched: Searched, evidence: Evidence, weights: Weights, project?: string): Voter[] {
  const best = evidence.exampleWords[0]?.score ?? 1;
  const voting = evidence.exampleWords.flatMap(({ at, score }) => {
    const example = searched.examples[at];
    if (!example) return [];
    const similarity = score / best;
    return [{ example, similarity, weight: similarity ** 2 + preference(example.project, weights, project) }];
  });
  const sum = voting.reduce((total, { weight }) => total + weight, 0);
  return voting.map((voter) => ({ ...voter, weight: voter.weight / sum }));
}

function preference(of: string, weights: Weights, project?: string): number {
  return project !== undefined && of === project ? weights.project : 0;
}

/** In the order of the document. */
function scoredClauses(
  { clauses }: Searched,
  { clauseWords, meaning }: Evidence,
  { byMeaning, byWords }: { readonly byMeaning: readonly Voter[]; readonly byWords: readonly Voter[] },
  weights: Weights,
  project?: string,
): FoundClause[] {
  const part = weights.clauses;
  const similar = meaning ? softmax([...meaning.clauses], part.temperature) : [];
  const votes = tally(byMeaning.map(({ example, weight }) => ({ weight, labels: cited(example) })));
  const wordVotes = tally(byWords.map(({ example, weight }) => ({ weight, labels: cited(example) })));
  const ranks = new Map(clauseWords.map(({ at }, rank) => [at, 1 / (rank + 0.5)]));
  return clauses.map(({ id, project: of }, at) => {
    const words = part.words * (ranks.get(at) ?? 0) + part.wordVotes * (wordVotes.get(id) ?? 0);
    const score = (similar[at] ?? 0) + part.votes * (votes.get(id) ?? 0) + words + preference(of, weights, project);
    return { clause: id, score, words, meaning: meaning?.clauses[at] ?? 0 };
  });
}

/** The first clause answers; the others belong to it. */
function cited(example: Example): [string, number][] {
  return example.cites.map((clause, at) => [clause, at === 0 ? 1 : 0.5]);
}

/**
 * Votes would favour topics with many examples, so of each topic only the nearest counts. The model was trained to bring
 * together what one clause answers, and hardly tells its topics apart (may we spend more? what is paid? by when?); their
 * words do: hence the second part; and the clauses that it cites are a third. The share of all is how likely it is this one.
 */
function foundTopics(
  { topics }: Searched,
  { topicWords, meaning }: Evidence,
  clauses: readonly FoundClause[],
  weights: Weights,
  project?: string,
): LikelyTopic[] {
  const part = weights.topics;
  const most = topicWords[0]?.score ?? 1;
  const words = new Map(topicWords.map(({ at, score }) => [at, score / most]));
  const scores = Float32Array.from(topics, ({ project: of, clauses: cited }, at) => {
    const best = cited.reduce((top, clause) => Math.max(top, clauses[clause]?.score ?? 0), 0);
    const said = part.words * (words.get(at) ?? 0) + part.clauses * best;
    return (meaning?.topics[at] ?? 0) + said + preference(of, weights, project);
  });
  const best = nearest(scores, candidates);
  const likely = softmax(
    best.map(({ similarity }) => similarity),
    part.temperature,
  );
  return best.flatMap(({ at }, rank) => {
    const topic = topics[at];
    return topic ? [{ topic, score: likely[rank] ?? 0 }] : [];
  });
}

/**
 * What kind of question it is: half by the neighbours, which heard how it was put, and half by the likely topics, which
 * know whether the document answers it.
 */
function foundKinds(voters: readonly Voter[], topics: readonly LikelyTopic[]): Fused["kinds"] {
  const half = topics.length > 0 ? 0.5 : 1;
  const kinds = new Map<QuestionKind, number>();
  const add = (kind: QuestionKind, weight: number): unknown => kinds.set(kind, (kinds.get(kind) ?? 0) + weight);
  for (const { example, weight } of voters) add(example.kind, half * weight);
  for (const { topic, score } of topics) {
    for (const [kind, share] of topic.kinds) add(kind, (1 - half) * share * score);
  }
  return [...kinds].map(([kind, weight]) => ({ kind, weight })).sort(byWeight);
}

function ruleOf({ rule }: Example): [string, number][] {
  return rule === "" ? [] : [[rule, 1]];
}

function byWeight(one: { readonly weight: number }, other: { readonly weight: number }): number {
  return other.weight - one.weight;
}

function nearQuestion({ question, kind, topic, rule }: Example, similarity: number): NearQuestion {
  return { question, similarity, kind, topic, rule };
}

/** A topic may be the likeliest of all and still be far from what was said. */
function confidence(topics: readonly LikelyTopic[], voters: readonly Voter[]): number {
  const similarity = voters[0]?.similarity ?? 0;
  return (topics[0]?.score ?? 0) * Math.min(1, Math.max(0, (similarity - strange) / (familiar - strange)));
}
