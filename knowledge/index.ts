/** The document and the search over it: the only door to `knowledge`. */
import { fileURLToPath } from "node:url";
import { loadDocument, type PolicyDocument } from "./document.ts";
import { type Embedder, noEmbedder } from "./model/embedder.ts";
import { assemble, readContents } from "./search/assemble.ts";
import type { MeaningStatus } from "./search/meaning.ts";
import type { SearchOptions, SearchResult } from "./search/search.ts";
import { searchedClauses } from "./search/texts.ts";
import type { Topic } from "./topic.ts";

export type { SearchOptions, SearchResult };

export interface Knowledge {
  readonly document: PolicyDocument;
  readonly topics: ReadonlyMap<string, Topic>;
  /** The example questions of each topic. */
  readonly examples: ReadonlyMap<string, readonly string[]>;
  search(question: string, options?: SearchOptions): Promise<SearchResult>;
  /** Whether questions are understood by meaning, by words only and why, or the model is still loading. */
  status(): MeaningStatus;
  close(): Promise<void>;
}

export interface KnowledgeOptions {
  readonly edition?: string;
  readonly embedder?: Embedder;
  /** How long a question waits for a model that is still loading, in milliseconds. */
  readonly patience?: number;
  /** Folder with the vectors of another model than the embedded one. */
  readonly vectors?: string;
}

/** Folder of an edition: source, clauses, answers, questions, vectors. */
export const editionFolder = (edition: string): string =>
  fileURLToPath(new URL(`./documents/${edition}/`, import.meta.url));

/** One index per edition. The model loads behind it. */
export async function openKnowledge({
  edition = "2023",
  embedder = noEmbedder(),
  patience,
  vectors,
}: KnowledgeOptions = {}): Promise<Knowledge> {
  const document = loadDocument(edition);
  const contents = readContents(editionFolder(edition), searchedClauses(document.clauses), vectors);
  const found = assemble(contents, { embedder, ...(patience !== undefined && { patience }) });
  return {
    document,
    topics: found.topics,
    examples: byTopic(contents.examples),
    search: found.search,
    status: found.status,
    close: () => embedder.close(),
  };
}

function byTopic(examples: readonly { readonly topic: string; readonly question: string }[]): Map<string, string[]> {
  const questions = new Map<string, string[]>();
  for (const { topic, question } of examples) questions.set(topic, [...(questions.get(topic) ?? []), question]);
  return questions;
}
