/** A fact is one thing that a person tells us; its question, its choices and the words it is heard by stand together. */
import type { z } from "zod";

/** How a value is read from a sentence and checked. Money is whole 元, days are `YYYY-MM-DD`. */
export type FactKind = "choice" | "yesNo" | "count" | "yuan" | "date" | "age" | "text" | "list";

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  /** Everyday words that mean this choice, tried on the normalised sentence; the first choice that matches wins. */
  readonly heard?: RegExp;
}

export interface Fact<Id extends string = string, T = unknown> {
  readonly id: Id;
  readonly kind: FactKind;
  readonly label: string;
  readonly question: string;
  readonly hint?: string;
  /** Said when the person asks 「为什么问」. */
  readonly why?: string;
  readonly unit?: "人" | "元" | "天" | "次" | "家" | "个" | "岁" | "月" | "批";
  readonly choices?: readonly Choice<T>[];
  /** For numbers and days: the words near which a figure belongs to this fact. */
  readonly cue?: RegExp;
  /** Whoever says this has named the very thing that is asked about: enough for the calculator to answer. */
  readonly decisive?: true;
  /** Values that a test or the picture of the rule walks through, boundaries included. */
  readonly samples: readonly T[];
  readonly schema: z.ZodType<T>;
}

// biome-ignore lint/suspicious/noExplicitAny: a fact of any value type; the value is only reached through its own schema
export type AnyFact = Fact<string, any>;
export type ValueOf<F> = F extends Fact<string, infer T> ? T : never;

/** 「不清楚」 as an answer: known to be asked, not known to the person. */
export const unsure = { unsure: true } as const;
export const isUnsure = (value: unknown): value is typeof unsure =>
  typeof value === "object" && value !== null && "unsure" in value;

/** A figure or a day: it tells more of a case than a choice does. */
export const isMeasure = ({ kind }: AnyFact): boolean => ["count", "yuan", "date", "age"].includes(kind);

/** What a person has told us, by fact id. It is the whole state of an interview. */
export type Answers = Readonly<Record<string, unknown>>;

export const fact = <const Id extends string, T>(definition: Fact<Id, T>): Fact<Id, T> => Object.freeze(definition);

export class FactMissing extends Error {
  override readonly name = "FactMissing";
  readonly fact: AnyFact;
  constructor(missing: AnyFact) {
    super(`The fact "${missing.id}" has no answer yet.`);
    this.fact = missing;
  }
}

export class FactUnsure extends Error {
  override readonly name = "FactUnsure";
  readonly fact: AnyFact;
  constructor(stuck: AnyFact) {
    super(`The person does not know "${stuck.id}", and the rule cannot decide without it.`);
    this.fact = stuck;
  }
}

/** The stored answer of a fact: its value, `unsure`, or undefined when absent or no longer valid for its schema. */
export function answerOf<T>(of: Fact<string, T>, answers: Answers): T | typeof unsure | undefined {
  const stored = answers[of.id];
  if (stored === undefined) return undefined;
  if (isUnsure(stored)) return unsure;
  const parsed = of.schema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
