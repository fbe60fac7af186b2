/** Walks every path of a rule from the samples of its facts, 「不清楚」 included. */
import { evaluate } from "../../rules/engine/evaluate.ts";
import { type Answers, type AnyFact, isUnsure, unsure } from "../../rules/engine/fact.ts";
import type { AnyRule, Outcome } from "../../rules/engine/rule.ts";

export interface Path {
  /** Facts asked on the way, in order. */
  readonly asked: readonly string[];
  readonly answers: Answers;
  readonly outcome: Exclude<Outcome, { status: "asking" }>;
}

export interface Exploration {
  readonly today?: string;
  /** Said before the first question: the start of the walk. */
  readonly answers?: Answers;
  /** Other samples than the fact's own, by fact id. */
  readonly samples?: Readonly<Record<string, readonly unknown[]>>;
  /** Also walk the facts that are used when said, each sample and absent. Off by default: the paths multiply. */
  readonly given?: boolean | readonly string[];
}

/** A rule that would ask without end is a bug: no rule announces as many facts as this. */
const mostQuestions = 30;

export function explore(rule: AnyRule, exploration: Exploration = {}): readonly Path[] {
  const { today = "2023-06-15", samples = {} } = exploration;
  const samplesOf = (fact: AnyFact): readonly unknown[] => samples[fact.id] ?? fact.samples;
  const paths: Path[] = [];
  const walk = (answers: Answers, asked: readonly string[]): void => {
    const outcome = evaluate(rule, answers, today);
    if (outcome.status !== "asking") {
      paths.push({ asked, answers, outcome });
      return;
    }
    const { fact } = outcome;
    if (asked.length >= mostQuestions || asked.includes(fact.id)) {
      throw new Error(`Rule ${rule.id} asks "${fact.id}" although it was answered: ${JSON.stringify(answers)}`);
    }
    for (const value of [...samplesOf(fact), unsure]) walk({ ...answers, [fact.id]: value }, [...asked, fact.id]);
  };
  for (const start of starts(rule, exploration, samplesOf)) walk(start, []);
  return paths;
}

/** The given facts said beforehand, in every combination. */
function starts(
  rule: AnyRule,
  { answers = {}, given = false }: Exploration,
  samplesOf: (fact: AnyFact) => readonly unknown[],
): readonly Answers[] {
  const uses: readonly AnyFact[] = rule.uses ?? [];
  const chosen = given === true ? uses : given === false ? [] : uses.filter(({ id }) => given.includes(id));
  return chosen.reduce<readonly Answers[]>(
    (partial, fact) =>
      partial.flatMap((known) =>
        fact.id in known ? [known] : [known, ...samplesOf(fact).map((value) => ({ ...known, [fact.id]: value }))],
      ),
    [answers],
  );
}

const printed = (value: unknown): string =>
  isUnsure(value) ? "?" : typeof value === "string" ? value : JSON.stringify(value);

/** One path in a line: `eligible ← trip=twoDay costPerPerson=750`. For snapshots that staff can read. */
export function pathLine({ asked, answers, outcome }: Path): string {
  const result = outcome.status === "done" ? outcome.decision.verdict : outcome.status;
  const said = Object.keys(answers).filter((id) => !asked.includes(id));
  return `${result} ← ${[...said, ...asked].map((id) => `${id}=${printed(answers[id])}`).join(" ")}`.trimEnd();
}

/** Paths as lines, without doubles. */
export const pathLines = (paths: readonly Path[]): readonly string[] => [...new Set(paths.map(pathLine))];

/** Facts asked on no path: an announcement that is not kept. `asked ⊆ announced` is held by `need` itself and checked here. */
export function announcementFaults(rule: AnyRule, paths: readonly Path[]): readonly string[] {
  const asked = new Set(paths.flatMap(({ asked: ids }) => ids));
  const announced = new Set(rule.asks.map(({ id }: AnyFact) => id));
  return [
    ...[...asked].filter((id) => !announced.has(id)).map((id) => `asks ${id} unannounced`),
    ...[...announced].filter((id) => !asked.has(id)).map((id) => `never asks ${id}`),
  ];
}
