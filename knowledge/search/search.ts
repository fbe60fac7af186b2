/** One question against one edition: words, meaning, and what follows from both. */
import { type Evidence, type Fused, fuse } from "./fuse.ts";
import type { Meaning, MeaningStatus } from "./meaning.ts";
import { recent } from "./recent.ts";
import type { Searched } from "./texts.ts";
import { turnstile } from "./turnstile.ts";
import type { Weights } from "./weights.ts";
import type { Words } from "./words.ts";

export type SearchOptions = {
  /** The project the conversation is about: its clauses and topics are preferred. */
  readonly project?: string;
  /** How many clauses and topics to return, ten unless said. */
  readonly limit?: number;
};

/** Plain data, fit to be printed or stored. */
export type SearchResult = Fused & {
  /** `words` when no model took part. */
  readonly by: "meaning" | "words";
  readonly ms: number;
};

export type Search = {
  search(question: string, options?: SearchOptions): Promise<SearchResult>;
  status(): MeaningStatus;
};

export type SearchParts = Searched & {
  readonly words: Words;
  readonly meaning: Meaning;
  readonly weights: Weights;
  /** How long a question waits for a model that is still loading or busy, in milliseconds. */
  readonly patience: number;
};

const passed = turnstile();

/** What each witness says about a question, before it is weighed. */
export async function gather({ words, meaning, patience }: SearchParts, question: string): Promise<Evidence> {
  // The model runs in its own process meanwhile.
  const running = meaning.search(question, patience);
  await passed();
  const byWords = {
    clauseWords: words.clauses(question),
    exampleWords: words.examples(question),
    topicWords: words.topics(question),
  };
  const similar = await running;
  return similar ? { ...byWords, meaning: similar } : byWords;
}

// Evidence of one question takes about 10 kB.
const remembered = 1000;

export function searchOf(parts: SearchParts): Search {
  const { meaning, weights } = parts;
  const known = recent<Evidence>(remembered);

  async function evidence(question: string): Promise<Evidence> {
    const before = known.get(question);
    if (before) return before;
    const found = await gather(parts, question);
    // What words alone found while the model was away is asked again once it is there.
    if (found.meaning || meaning.status().state === "off") known.set(question, found);
    return found;
  }

  return {
    status: () => meaning.status(),
    async search(question, { project, limit = 10 } = {}) {
      const start = performance.now();
      const found = await evidence(question.normalize("NFKC").trim());
      const { clauses, topics, ...rest } = fuse(parts, found, weights, project);
      return {
        clauses: clauses.slice(0, limit),
        topics: topics.slice(0, limit),
        ...rest,
        by: found.meaning ? "meaning" : "words",
        ms: performance.now() - start,
      };
    },
  };
}
