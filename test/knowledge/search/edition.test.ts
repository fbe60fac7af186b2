import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { citeAccepted } from "../../../bot/eval/judge.ts";
import { loadDocument } from "../../../knowledge/document.ts";
import { editionFolder, type Knowledge, openKnowledge } from "../../../knowledge/index.ts";
import { embeddedModel, localEmbedder } from "../../../knowledge/model/local.ts";
import { readContents, textsToEmbed } from "../../../knowledge/search/assemble.ts";
import { textsHash } from "../../../knowledge/search/load.ts";
import type { SearchResult } from "../../../knowledge/search/search.ts";
import { searchedClauses, textHash } from "../../../knowledge/search/texts.ts";

const folder = editionFolder("2023");
const contents = readContents(folder, searchedClauses(loadDocument().clauses));

describe("the vectors of the 2023 document", () => {
  const file = contents.vectors;
  if (typeof file === "string") throw new Error(file);

  it("belong to the embedded model", () => {
    expect(readFileSync(`${embeddedModel}/../README.md`, "utf8")).toContain(file.manifest.sha256);
  });

  it("are those of today's texts (else run: node --import tsx tools/build-vectors.ts)", () => {
    const hashes = textsToEmbed(contents).map(textHash);
    expect(hashes.filter((hash) => !file.vectors.rows.has(hash))).toEqual([]);
    expect(textsHash(hashes)).toBe(file.manifest.texts);
    expect(new Set(hashes).size).toBe(file.manifest.count);
  });
});

describe("the examples", () => {
  it("name topics and clauses that exist", () => {
    const topics = new Set(contents.topics.map(({ id }) => id));
    const clauses = new Set(contents.clauses.map(({ id }) => id));
    const odd = contents.examples.filter(
      ({ topic, cites }) => !topics.has(topic) || cites.some((clause) => !clauses.has(clause)),
    );
    expect(odd.map(({ question }) => question)).toEqual([]);
  });

  it("and the everyday words name clauses that exist", () => {
    const clauses = new Set(contents.clauses.map(({ id }) => id));
    expect(contents.terms.filter((term) => term.clauses.some((clause) => !clauses.has(clause)))).toEqual([]);
  });
});

describe("search on the public questions", () => {
  type Public = { readonly question: string; readonly kind: string; readonly cites: readonly string[] };
  const questions: Public[] = readFileSync("test/eval/questions.jsonl", "utf8")
    .split("\n")
    .flatMap((line) => (line ? [JSON.parse(line)] : []));
  const found = new Map<Public, SearchResult>();
  let knowledge: Knowledge;

  beforeAll(async () => {
    const embedder = localEmbedder();
    knowledge = await openKnowledge({ embedder, patience: 30_000 });
    await embedder.ready();
    for (const question of questions) found.set(question, await knowledge.search(question.question));
    return () => knowledge.close();
  }, 60_000);

  const rightAmong = (first: number): number => {
    const cited = questions.filter(({ cites }) => cites.length > 0);
    const right = cited.filter((question) =>
      found
        .get(question)
        ?.clauses.slice(0, first)
        .some(({ clause }) => question.cites.some((accepted) => citeAccepted(clause, accepted))),
    );
    return right.length / cited.length;
  };

  it("finds the right clause first for 95 of 100, among three for 99", () => {
    expect(rightAmong(1)).toBeGreaterThanOrEqual(0.95);
    expect(rightAmong(3)).toBeGreaterThanOrEqual(0.99);
  });

  it("tells what the document does not say, and takes hardly anything else for it", () => {
    const off = (question: Public): boolean => {
      const kinds = found.get(question)?.kinds ?? [];
      const weights = kinds.map(({ kind, weight }) => (/unanswerable|outside|chat/.test(kind) ? weight : 0));
      return weights.reduce((sum, weight) => sum + weight, 0) > 0.5;
    };
    const unanswerable = questions.filter(({ kind }) => kind === "unanswerable");
    expect(unanswerable.filter((question) => !off(question))).toEqual([]);
    expect(questions.filter((question) => question.kind !== "unanswerable" && off(question)).length).toBeLessThan(4);
  });
});
