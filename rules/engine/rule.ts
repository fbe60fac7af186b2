/** A rule is a plain synchronous function of `need`; whatever is missing is the next question. */
import type { AnyFact, ValueOf } from "./fact.ts";
import type { AnyProvision, Grounds, Period, Provision } from "./provision.ts";

export type Payer =
  | "municipalUnion"
  | "districtUnion"
  | "townUnion"
  | "grassrootsUnion"
  | "employer"
  | "individual"
  /** 市职保中心 pays the benefits of the mutual insurance. */
  | "mutualAid"
  /** The document does not say who pays. */
  | "notStated";

/** Whole 元: an amount, a range [least, most], or a lower bound { atLeast }. */
export type Amount = number | readonly [number, number] | { readonly atLeast: number };
export type Verdict = "eligible" | "notEligible" | "upperBound" | "unsettled";
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** One line of the trace. `expression` is arithmetic in digits and + - * / ( ) min max ceil; it evaluates to `result`. */
export interface Step {
  readonly label: string;
  readonly expression: string;
  readonly result: number;
  readonly unit: "元" | "人" | "天" | "次" | "%" | "元/人" | "批" | "月";
  readonly by?: AnyProvision;
}

export interface Decision {
  readonly verdict: Verdict;
  /** The direct answer in one sentence, with the figures that matter; a refusal holds a plain negative (不能/不符合/不属于). */
  readonly say: string;
  /** The shortest needed conditions or next steps, most important first. */
  readonly lines?: readonly string[];
  readonly yuan?: Readonly<Partial<Record<Payer, Amount>>>;
  /** Results for programs; keys are part of the contract of `gonghui calc`. */
  readonly values?: Readonly<Record<string, Plain>>;
  readonly by: Grounds;
  /** The period the answer depends on; the reply says when it has passed. */
  readonly window?: Provision<Period>;
  /** Ids of the ambiguities behind the answer (A38). */
  readonly open?: readonly string[];
  /** The official form to hand in next. */
  readonly form?: string;
}

export interface Context<Asked extends AnyFact, Given extends AnyFact> {
  /** The value, asked for when absent; 「不清楚」 stops the rule. */
  readonly need: <F extends Asked>(fact: F) => ValueOf<F>;
  /** The value, asked for when absent; undefined when the person does not know. */
  readonly know: <F extends Asked>(fact: F) => ValueOf<F> | undefined;
  /** The value if the person happened to say it; never asked. */
  readonly given: <F extends Asked | Given>(fact: F) => ValueOf<F> | undefined;
  /** The value of a provision, which thereby joins the grounds of the outcome. */
  readonly cite: <T>(provision: Provision<T>) => T;
  /** Adds a line to the trace and returns its result. */
  readonly step: (step: Step) => number;
  /** The day of asking, for windows and days left; the law is chosen by the day of the event. */
  readonly today: string;
}

export interface Rule<Asked extends AnyFact = AnyFact, Given extends AnyFact = AnyFact> {
  /** Id of the list of calculators: K01…K35. */
  readonly id: string;
  /** English name, unique: kanShanghaiTrip. */
  readonly name: string;
  readonly title: string;
  /** The annex it belongs to: `2-1`; `0` for the document as a whole. */
  readonly project: string;
  /** All it may ask, in the usual order: shown before the first question. `need` accepts no other fact. */
  readonly asks: readonly Asked[];
  /** Facts that it uses when they were said, and never asks. */
  readonly uses?: readonly Given[];
  decide(context: Context<Asked, Given>): Decision;
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds rules of any facts; `evaluate` only passes answers by id
export type AnyRule = Rule<any, any>;

export const defineRule = <const Asked extends AnyFact, const Given extends AnyFact = never>(
  rule: Rule<Asked, Given>,
): Rule<Asked, Given> => Object.freeze(rule);

/** Every fact that a rule may hear, in its own order. */
export const factsOf = ({ asks, uses = [] }: AnyRule): readonly AnyFact[] => [...asks, ...uses];

/** No document covers the day of the event: the honest answer for other years. */
export class NotCovered extends Error {
  override readonly name = "NotCovered";
  readonly day: string;
  constructor(day: string, known: string) {
    super(`No document covers ${day}. Known: ${known}.`);
    this.day = day;
  }
}

interface Trail {
  /** Facts whose answers were used, in order. */
  readonly used: readonly { readonly fact: AnyFact; readonly value: unknown }[];
  /** Provisions cited, in order. */
  readonly grounds: readonly AnyProvision[];
  readonly steps: readonly Step[];
}

export type Outcome = Trail &
  (
    | { readonly status: "done"; readonly decision: Decision }
    | { readonly status: "asking"; readonly fact: AnyFact }
    | { readonly status: "stuck"; readonly fact: AnyFact }
    | { readonly status: "notCovered"; readonly day: string }
  );
