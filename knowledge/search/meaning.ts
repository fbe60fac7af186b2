/** Search by meaning: similarity of a question to every clause and every example, where there is a model. */
import type { Embedder } from "../model/embedder.ts";
import type { Evidence } from "./fuse.ts";
import { grouped } from "./groups.ts";
import type { VectorFile } from "./load.ts";
import { passageText, questionText, type Searched, type SearchedTopic, textHash } from "./texts.ts";
import { inOrder, similarities } from "./vectors.ts";
import { nearest } from "./votes.ts";

export type MeaningStatus =
  | { readonly state: "loading" }
  /** `missing`: texts that were changed since the vectors were made; only words find them. */
  | { readonly state: "ready"; readonly model: string; readonly missing: number }
  | { readonly state: "off"; readonly reason: string };

export type Meaning = {
  status(): MeaningStatus;
  /** Undefined when there is no model, or none within `patience` milliseconds. */
  search(question: string, patience: number): Promise<Evidence["meaning"]>;
};

// Follow-up questions prefer examples of one project, which may stand behind others: hence more than will vote.
const kept = 64;

export function meaningOf(
  { clauses, examples, topics }: Searched,
  file: VectorFile | string,
  embedder: Embedder,
): Meaning {
  if (typeof file === "string") return without(file);
  const clauseVectors = inOrder(file.vectors, clauses.map(passageText).map(textHash));
  const exampleVectors = inOrder(
    file.vectors,
    examples.map(({ question }) => textHash(questionText(question))),
  );
  const byTopic = grouped(
    exampleVectors,
    examples.map(({ topic, cites }) => topic || (cites[0] ?? "")),
  );
  const missing = clauseVectors.missing + exampleVectors.missing;
  const status = (): MeaningStatus => statusOf(embedder, file, missing);
  return {
    status,
    async search(question, patience) {
      if (status().state === "off") return undefined;
      const vector = await within(patience, embedded(embedder, question));
      if (vector === undefined || status().state !== "ready") return undefined;
      const near = byTopic.similarities(vector);
      return {
        clauses: similarities(clauseVectors, vector),
        examples: nearest(near, kept),
        topics: bestOf(topics, near),
      };
    },
  };
}

function without(reason: string): Meaning {
  return { status: () => ({ state: "off", reason }), search: async () => undefined };
}

function statusOf({ status }: Embedder, { manifest }: VectorFile, missing: number): MeaningStatus {
  if (status.state === "loading") return { state: "loading" };
  if (status.state === "off") return status;
  if (status.sha256 === manifest.sha256) return { state: "ready", model: status.model, missing };
  return { state: "off", reason: `${status.model} is not the model that made the vectors (${manifest.model})` };
}

/** Of each topic the example that is nearest. */
function bestOf(topics: readonly SearchedTopic[], near: Float32Array): Float32Array {
  return Float32Array.from(topics, ({ examples }) => examples.reduce((most, at) => Math.max(most, near[at] ?? 0), 0));
}

/** A model that fails must cost the answer, not the conversation: words go on without it. */
async function embedded(embedder: Embedder, question: string): Promise<Float32Array | undefined> {
  try {
    const [vector] = await embedder.embed([questionText(question)]);
    return vector;
  } catch {
    return undefined;
  }
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
