/**
 * Measures search on the public questions of `test/eval`, tries other weights, and with `--write` keeps what is better.
 *
 * Never calibrated on the example questions: the model was trained on them, so they flatter it. They are asked here
 * only as a second figure, in five parts of which each is asked of the other four.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { citeAccepted, faults } from "../bot/eval/judge.ts";
import { loadDocument } from "../knowledge/document.ts";
import { editionFolder } from "../knowledge/index.ts";
import type { Embedder } from "../knowledge/model/embedder.ts";
import { localEmbedder } from "../knowledge/model/local.ts";
import { type Contents, partsOf, readContents } from "../knowledge/search/assemble.ts";
import { type Evidence, fuse } from "../knowledge/search/fuse.ts";
import { gather } from "../knowledge/search/search.ts";
import { type Example, type Searched, searchedClauses, textHash } from "../knowledge/search/texts.ts";
import { weights as current, type Weights } from "../knowledge/search/weights.ts";

type Asked = {
  readonly searched: Searched;
  readonly evidence: Evidence;
  /** Clauses that may be cited, none when there is nothing to cite. */
  readonly clauses: readonly string[];
  /** Topics that answer it; none when it takes a calculation. */
  readonly topics: ReadonlySet<string>;
  readonly off: boolean;
};

type Public = {
  readonly question: string;
  readonly kind: string;
  readonly cites: readonly string[];
  readonly must: readonly (readonly string[])[];
  readonly mustNot: readonly string[];
};

const patience = 60_000;
const parts = 5;
const offDocument = new Set(["unanswerable", "outside", "chat"]);

/** The public questions. A topic answers one if any of its variants holds what the answer must hold. */
async function publicQuestions(contents: Contents, embedder: Embedder): Promise<Asked[]> {
  const search = partsOf(contents, { embedder, patience });
  const file = fileURLToPath(new URL("../test/eval/questions.jsonl", import.meta.url));
  const questions: Public[] = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => (line ? [JSON.parse(line)] : []));
  const asked: Asked[] = [];
  for (const { question, kind, cites, must, mustNot } of questions) {
    const answering = contents.topics.filter(({ answers }) =>
      answers.some(({ say }) => faults({ must, mustNot }, say).length === 0),
    );
    const computed = kind === "calc" || kind === "eligibility";
    asked.push({
      searched: search,
      evidence: await gather(search, question),
      clauses: cites,
      topics: new Set(computed ? [] : answering.map(({ id }) => id)),
      off: kind === "unanswerable",
    });
  }
  return asked;
}

/** Every fourth example, asked of an index that holds only the other parts. */
async function ownExamples(contents: Contents): Promise<Asked[]> {
  const embedder = remembering(contents);
  const partOf = new Map(contents.examples.map(({ question }, at) => [question, at % parts]));
  const asked: Asked[] = [];
  for (let part = 0; part < parts; part += 1) {
    const rest = contents.examples.filter(({ question }) => partOf.get(question) !== part);
    const search = partsOf({ ...contents, examples: rest }, { embedder, patience });
    const left = contents.examples.filter(({ question, topic }) => partOf.get(question) === part && topic !== "");
    for (const example of left.filter((_, at) => at % 4 === 0)) {
      asked.push({ searched: search, evidence: await gather(search, example.question), ...expected(example) });
    }
  }
  return asked;
}

function expected({ cites, topic, kind }: Example): Pick<Asked, "clauses" | "topics" | "off"> {
  return { clauses: cites.slice(0, 1), topics: new Set([topic]), off: offDocument.has(kind) };
}

/** Gives back the stored vectors, so that thousands of questions cost no model run. */
function remembering({ vectors: file }: Contents): Embedder {
  if (typeof file === "string") throw new Error(file);
  const { dimensions, rows, scales, values } = file.vectors;
  const status = { state: "ready", model: file.manifest.model, sha256: file.manifest.sha256 } as const;
  return {
    status,
    ready: async () => status,
    embed: async (texts) =>
      texts.map((text) => {
        const row = rows.get(textHash(text)) ?? 0;
        const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
        return Float32Array.from(vector, (value) => value * (scales[row] ?? 0));
      }),
    close: async () => {},
  };
}

type Figures = {
  readonly clauseFirst: number;
  readonly clauseThree: number;
  readonly topicFirst: number;
  readonly topicThree: number;
  /** Mean logarithm of the share given to the right topics: moves before the first place does. */
  readonly likelihood: number;
  readonly offFound: number;
  readonly offWrongly: number;
};

function measured(asked: readonly Asked[], weights: Weights): Figures {
  const found = asked.map((one) => ({ ...one, fused: fuse(one.searched, one.evidence, weights) }));
  const cited = found.filter(({ clauses }) => clauses.length > 0);
  const answered = found.filter(({ topics }) => topics.size > 0);
  const right = ({ fused, clauses }: (typeof found)[number], first: number): boolean =>
    fused.clauses.slice(0, first).some(({ clause }) => clauses.some((accepted) => citeAccepted(clause, accepted)));
  const known = ({ fused, topics }: (typeof found)[number], first: number): boolean =>
    fused.topics.slice(0, first).some(({ topic }) => topics.has(topic));
  const share = ({ fused, topics }: (typeof found)[number]): number =>
    fused.topics.reduce((sum, { topic, score }) => sum + (topics.has(topic) ? score : 0), 0);
  const saysOff = ({ fused }: (typeof found)[number]): boolean =>
    fused.kinds.reduce((sum, { kind, weight }) => sum + (offDocument.has(kind) ? weight : 0), 0) > 0.5;
  return {
    clauseFirst: part(cited, (one) => right(one, 1)),
    clauseThree: part(cited, (one) => right(one, 3)),
    topicFirst: part(answered, (one) => known(one, 1)),
    topicThree: part(answered, (one) => known(one, 3)),
    likelihood: answered.reduce((sum, one) => sum + Math.log(share(one) + 0.001), 0) / answered.length,
    offFound: part(
      found.filter(({ off }) => off),
      saysOff,
    ),
    offWrongly: part(
      found.filter(({ off }) => !off),
      saysOff,
    ),
  };
}

function part<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;
}

function print(name: string, figures: Figures): void {
  const shown = Object.entries(figures).map(([key, value]) =>
    key === "likelihood" ? `${key} ${value.toFixed(3)}` : `${key} ${(value * 100).toFixed(1)}`,
  );
  console.log(`${name.padEnd(26)} ${shown.join("  ")}`);
}

/** One weight at a time: more would fit a hundred questions too well. */
function neighboursOf(weights: Weights): [string, Weights][] {
  const { clauses, topics, neighbours } = weights;
  const around = (value: number): number[] => [value / 2, value * 0.75, value * 1.33, value * 2];
  const rounded = (value: number): number => Number(value.toPrecision(2));
  return [
    ...around(clauses.votes).map((votes) => ({ ...weights, clauses: { ...clauses, votes: rounded(votes) } })),
    ...around(clauses.words).map((words) => ({ ...weights, clauses: { ...clauses, words: rounded(words) } })),
    ...around(clauses.wordVotes).map((wordVotes) => ({
      ...weights,
      clauses: { ...clauses, wordVotes: rounded(wordVotes) },
    })),
    ...around(topics.words).map((words) => ({ ...weights, topics: { ...topics, words: rounded(words) } })),
    ...around(topics.clauses).map((cited) => ({ ...weights, topics: { ...topics, clauses: rounded(cited) } })),
    ...around(topics.temperature).map((temperature) => ({
      ...weights,
      topics: { ...topics, temperature: rounded(temperature) },
    })),
    ...[8, 24].map((count) => ({ ...weights, neighbours: { ...neighbours, count } })),
  ].map((changed) => [difference(weights, changed), changed]);
}

function difference(one: Weights, other: Weights): string {
  const flat = (weights: Weights): [string, unknown][] =>
    Object.entries(weights).flatMap(([group, values]) =>
      typeof values === "number"
        ? [[group, values] as [string, unknown]]
        : Object.entries(values).map(([name, value]) => [`${group}.${name}`, value] as [string, unknown]),
    );
  const before = new Map(flat(one));
  return flat(other)
    .filter(([name, value]) => before.get(name) !== value)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

/** A change must be worth more than one question; smaller differences are noise. */
function worth(figures: Figures): number {
  return figures.clauseFirst + figures.clauseThree + figures.topicFirst + figures.topicThree + figures.likelihood / 10;
}

function write(weights: Weights): void {
  const file = fileURLToPath(new URL("../knowledge/search/weights.ts", import.meta.url));
  const text = readFileSync(file, "utf8");
  const literal = JSON.stringify(weights, undefined, 2).replaceAll(/"(\w+)":/g, "$1:");
  writeFileSync(file, text.replace(/(export const weights: Weights = )[^;]*;/, `$1${literal};`));
}

const { values: options } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const contents = readContents(editionFolder("2023"), searchedClauses(loadDocument().clauses));
const embedder = localEmbedder();
const asked = await publicQuestions(contents, embedder);
await embedder.close();

let best = current;
let figures = measured(asked, best);
print("public questions", figures);
for (const [name, weights] of neighboursOf(current)) {
  const tried = measured(asked, weights);
  print(`  ${name}`, tried);
  if (worth(tried) > worth(figures) + 0.015) [best, figures] = [weights, tried];
}
print("own examples, five parts", measured(await ownExamples(contents), best));
console.log(`best: ${difference(current, best) || "as it is"}`);
if (options.write) write(best);
