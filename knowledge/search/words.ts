/** Search by words: which clauses, example questions and topics share their rarer tokens with a question. */
import MiniSearch, { type SearchResult as Hit } from "minisearch";
import { postings, type Scored } from "./postings.ts";
import { officialWords, type Term } from "./terms.ts";
import { type Searched, wholeText } from "./texts.ts";
import { tokens } from "./tokens.ts";
import type { Weights } from "./weights.ts";

export type Words = {
  clauses(question: string): readonly Scored[];
  examples(question: string): readonly Scored[];
  topics(question: string): readonly Scored[];
};

type Indexed = { readonly id: number; readonly heading: string; readonly text: string };

export function words(
  { clauses, examples, topics }: Searched,
  terms: readonly Term[],
  weights: Weights["words"],
): Words {
  const clauseIndex = new MiniSearch<Indexed>({
    fields: ["heading", "text"],
    tokenize: tokens,
    // The tokens are normalised already.
    processTerm: asItIs,
    searchOptions: { processTerm: asItIs, boost: { heading: weights.heading, text: 1 } },
  });
  clauseIndex.addAll(
    clauses.map((clause, id) => ({ id, heading: clause.path.join(" "), text: wholeText(clause, clauses) })),
  );

  const exampleIndex = postings(
    examples.map(({ question }) => question),
    tokens,
  );
  const topicIndex = postings(
    topics.map(({ text }) => text),
    tokens,
  );

  return {
    clauses: (question) => scored(clauseIndex.search(expanded(question, terms, weights.everyday))),
    examples: (question) => exampleIndex.best(question, weights.count),
    topics: (question) => topicIndex.best(question, weights.count),
  };
}

/** The question, and beside it the official words for its everyday words, which count less than what was said. */
function expanded(question: string, terms: readonly Term[], everyday: number) {
  const official = officialWords(question, terms);
  if (official.length === 0) return question;
  return {
    combineWith: "OR" as const,
    queries: [question, { queries: [official.join(" ")], boostTerm: () => everyday }],
  };
}

function scored(hits: readonly Hit[]): Scored[] {
  return hits.map((hit) => ({ at: Number(hit.id), score: hit.score }));
}

function asItIs(token: string): string {
  return token;
}
