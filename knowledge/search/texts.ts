/** The texts that are searched, and the form in which the sentence model was trained to read them. */
import { createHash } from "node:crypto";
import type { Topic } from "../topic.ts";

/** What kind of question an example is, as labelled in `questions/`. */
export const questionKinds = [
  "fact",
  "colloquial",
  "calc",
  "eligibility",
  "procedure",
  "apply",
  "ambiguous",
  "unanswerable",
  "outside",
  "chat",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type SearchedClause = {
  readonly id: string;
  readonly project: string;
  /** Title of the project, then the headings above the clause and its own. */
  readonly path: readonly string[];
  /** Its own words, without those of the clauses below it. */
  readonly text: string;
};

interface DocumentClause {
  readonly id: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly text: string;
}

/** The annex of a clause: `2-3` for `2-3#1.2` and for its table `2-3-1`. */
const annexOf = (id: string): string => /^(0|1|2-\d+)/.exec(id)?.[0] ?? id;

/** The clauses of a document in the form in which they are searched. */
export function searchedClauses(clauses: readonly DocumentClause[]): SearchedClause[] {
  const titles = new Map(clauses.map(({ id, title }) => [id, title]));
  return clauses.map(({ id, title, path, text }) => {
    const annex = annexOf(id);
    const headings = [titles.get(annex) ?? annex, ...path, title];
    return { id, project: annex, path: headings.filter((heading, at) => headings.indexOf(heading) === at), text };
  });
}

export type Example = {
  readonly question: string;
  readonly project: string;
  readonly kind: QuestionKind;
  /** Clause ids, the best first. */
  readonly cites: readonly string[];
  /** Empty when no calculator answers. */
  readonly rule: string;
  /** Empty as long as nobody has labelled it. */
  readonly topic: string;
};

/** Everything a question is compared with. */
export type Searched = {
  readonly clauses: readonly SearchedClause[];
  readonly examples: readonly Example[];
  readonly topics: readonly SearchedTopic[];
};

export type SearchedTopic = {
  readonly id: string;
  readonly project: string;
  /** How its examples are labelled, as shares of one. */
  readonly kinds: ReadonlyMap<QuestionKind, number>;
  /** How it is asked and what is answered: together they hold the words by which it differs from its neighbours. */
  readonly text: string;
  /** Positions of its examples, and of the clauses that its answers cite. */
  readonly examples: readonly number[];
  readonly clauses: readonly number[];
};

const kindOfTopic = {
  answered: "fact",
  notInDocument: "unanswerable",
  unsettled: "ambiguous",
  choose: "ambiguous",
  outside: "outside",
  smallTalk: "chat",
} as const satisfies Record<Topic["kind"], QuestionKind>;

/** The question that a topic answers, as one more example: so a topic is found before anybody wrote examples for it. */
export function exampleOf(topic: Topic): Example {
  return {
    question: topic.asks,
    project: projectOf(topic),
    kind: kindOfTopic[topic.kind],
    cites: topic.answers[0]?.cites ?? [],
    rule: topic.rule ?? "",
    topic: topic.id,
  };
}

function projectOf({ id }: Topic): string {
  return id.slice(0, id.indexOf("."));
}

/** The topics with their examples; a label that names no topic is nobody's. */
export function searchedTopics(
  topics: readonly Topic[],
  examples: readonly Example[],
  clauses: readonly SearchedClause[],
): SearchedTopic[] {
  const clauseAt = new Map(clauses.map(({ id }, at) => [id, at]));
  const byTopic = new Map<string, number[]>(topics.map(({ id }) => [id, []]));
  for (const [at, { topic }] of examples.entries()) byTopic.get(topic)?.push(at);
  return topics.map((topic) => {
    const own = byTopic.get(topic.id) ?? [];
    const asked = own.flatMap((at) => examples[at] ?? []);
    const kinds = new Map<QuestionKind, number>();
    for (const { kind } of asked) kinds.set(kind, (kinds.get(kind) ?? 0) + 1 / asked.length);
    const text = [...asked.map(({ question }) => question), ...topic.answers.map(({ say }) => say)].join("\n");
    const cited = new Set(topic.answers.flatMap(({ cites }) => cites));
    const places = [...cited].flatMap((clause) => clauseAt.get(clause) ?? []);
    return { id: topic.id, project: projectOf(topic), kinds, text, examples: own, clauses: places };
  });
}

/** A clause with all that is below it: whoever asks about a part must also find the whole. */
export function wholeText({ id, text }: SearchedClause, clauses: readonly SearchedClause[]): string {
  // A bare annex number stands for its beginning and end only.
  const below = id.includes("#") ? clauses.filter((other) => other.id.startsWith(`${id}.`)) : [];
  return [text, ...below.map((other) => other.text)].join("\n");
}

// The model reads a prefix for each side. It takes 512 pieces, which no question needs and which only costs time.
const questionLength = 160;
const passageLength = 380;

export function questionText(question: string): string {
  return `query: ${question.normalize("NFKC").trim().slice(0, questionLength)}`;
}

export function passageText(clause: SearchedClause): string {
  return `passage: ${clause.path.join(" > ")} ${clause.text}`.replaceAll(/\s+/g, " ").slice(0, passageLength);
}

/** By this a text finds its vector: independent of order, so that one more example moves nothing else. */
export function textHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
