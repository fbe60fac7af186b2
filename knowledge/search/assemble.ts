/** Puts the search over one edition together from the files of its folder. */
import type { Embedder } from "../model/embedder.ts";
import type { Topic } from "../topic.ts";
import { readExamples, readTerms, readTopics, readVectors, type VectorFile } from "./load.ts";
import { meaningOf } from "./meaning.ts";
import { type Search, type SearchParts, searchOf } from "./search.ts";
import type { Term } from "./terms.ts";
import { type Example, exampleOf, passageText, questionText, type SearchedClause, searchedTopics } from "./texts.ts";
import { weights as calibrated, type Weights } from "./weights.ts";
import { words } from "./words.ts";

/** What an edition consists of, as far as search is concerned. */
export type Contents = {
  readonly clauses: readonly SearchedClause[];
  readonly topics: readonly Topic[];
  /** As written; the questions of the topics come in addition. */
  readonly examples: readonly Example[];
  readonly terms: readonly Term[];
  /** Or the reason why there are none. */
  readonly vectors: VectorFile | string;
};

export type Settings = {
  readonly embedder: Embedder;
  /** How long a question waits for a model that is loading or busy, in milliseconds. */
  readonly patience?: number;
  readonly weights?: Weights;
};

export type Assembled = Search & { readonly topics: ReadonlyMap<string, Topic> };

// A busy model takes a tenth of this; a stuck one must not keep anybody waiting longer.
const usualPatience = 1500;

/** `vectors`: where they lie, when they are not those of the embedded model. */
export function readContents(folder: string, clauses: readonly SearchedClause[], vectors = folder): Contents {
  return {
    clauses,
    topics: readTopics(folder),
    examples: readExamples(folder),
    terms: readTerms(folder),
    vectors: readVectors(vectors),
  };
}

export function assemble(contents: Contents, settings: Settings): Assembled {
  return { ...searchOf(partsOf(contents, settings)), topics: byId(contents.topics) };
}

export function partsOf(contents: Contents, settings: Settings): SearchParts {
  const { weights = calibrated, patience = usualPatience, embedder } = settings;
  const examples = [...contents.examples, ...contents.topics.map(exampleOf)];
  const topics = searchedTopics(contents.topics, examples, contents.clauses);
  const searched = { clauses: contents.clauses, examples, topics };
  return {
    ...searched,
    words: words(searched, contents.terms, weights.words),
    meaning: meaningOf(searched, contents.vectors, embedder),
    weights,
    patience,
  };
}

/** All texts of an edition that have a vector, in the form the model reads. */
export function textsToEmbed({ clauses, topics, examples }: Omit<Contents, "vectors" | "terms">): string[] {
  const questions = [...examples, ...topics.map(exampleOf)].map(({ question }) => question);
  return [...new Set([...clauses.map(passageText), ...questions.map(questionText)])];
}

function byId(topics: readonly Topic[]): Map<string, Topic> {
  return new Map(topics.map((topic) => [topic.id, topic]));
}
