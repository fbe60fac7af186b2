/** Reads what search needs of a document: its example questions, topics, everyday words and vectors. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Topic, topicSchema } from "../topic.ts";
import { type Term, termSchema } from "./terms.ts";
import { type Example, questionKinds, textHash } from "./texts.ts";
import { decode, type Vectors } from "./vectors.ts";

const exampleSchema = z
  .object({
    q: z.string().min(1),
    project: z.string(),
    kind: z.enum(questionKinds),
    cites: z.array(z.string()),
    rule: z.string(),
    topic: z.string().default(""),
  })
  .transform(({ q, ...rest }): Example => ({ question: q, ...rest }));

const manifestSchema = z.strictObject({
  /** What the vectors were made with: others cannot be compared with them. */
  model: z.string(),
  sha256: z.string().length(64),
  dimensions: z.number().int().positive(),
  count: z.number().int(),
  /** Hash of the hashes of all texts; by it a test sees that a text changed and its vector did not. */
  texts: z.string(),
});

export type VectorManifest = z.infer<typeof manifestSchema>;
export type VectorFile = { readonly manifest: VectorManifest; readonly vectors: Vectors };

export function readExamples(folder: string): Example[] {
  return readAll(join(folder, "questions"), exampleSchema);
}

export function readTopics(folder: string): Topic[] {
  return readAll(join(folder, "answers"), topicSchema);
}

export function readTerms(folder: string): Term[] {
  const file = join(folder, "terms.jsonl");
  return existsSync(file) ? readLines(file, termSchema) : [];
}

/** The vectors of a document, or the reason why there are none. */
export function readVectors(folder: string): VectorFile | string {
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, "vectors.json"), "utf8")));
    const vectors = decode(readFileSync(join(folder, "vectors.bin")), manifest.dimensions);
    return { manifest, vectors };
  } catch (error) {
    return `no usable vectors in ${folder}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function textsHash(hashes: Iterable<string>): string {
  return textHash([...new Set(hashes)].sort().join("\n"));
}

function readAll<Line>(folder: string, schema: z.ZodType<Line>): Line[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  return files.sort().flatMap((file) => readLines(join(folder, file), schema));
}

function readLines<Line>(file: string, schema: z.ZodType<Line>): Line[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${at + 1} is not a valid line`, { cause: error });
    }
  });
}
