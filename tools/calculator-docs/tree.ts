/** The decision tree of a rule, found by answering every question with every sample; equal branches are one. */
import { evaluate } from "../../rules/engine/evaluate.ts";
import { type Answers, type AnyFact, isUnsure, unsure } from "../../rules/engine/fact.ts";
import { clauseOf } from "../../rules/engine/provision.ts";
import type { AnyRule, Outcome } from "../../rules/engine/rule.ts";

export type Ending = Exclude<Outcome, { status: "asking" }>;
export interface Branch {
  readonly labels: readonly string[];
  readonly to: Node;
}
export type Node =
  | { readonly kind: "end"; readonly id: string; readonly outcome: Ending }
  | {
      readonly kind: "ask";
      readonly id: string;
      readonly fact: AnyFact;
      readonly branches: readonly Branch[];
      /** Clauses that come in by the answers to this question. */
      readonly clauses: readonly string[];
    };

/** Dates left and windows depend on the day; the pictures are drawn for this one. */
const today = "2023-06-15";

/** More questions than this nobody follows on paper: then endings are told apart by their verdict alone. */
const legible = 25;

/** Nodes that say the same are the same node: figures of the samples do not tell endings apart. */
export function treeOf(rule: AnyRule): Node {
  const fine = grow(rule, sentence);
  const asks = nodesOf(fine).filter(({ kind }) => kind === "ask");
  return asks.length > legible ? grow(rule, verdictOnly) : fine;
}

function grow(rule: AnyRule, endingId: (outcome: Ending) => string): Node {
  const known = new Map<string, Node>();
  const once = (id: string, make: () => Node): Node => {
    const found = known.get(id) ?? make();
    known.set(id, found);
    return found;
  };
  const walk = (answers: Answers): { readonly node: Node; readonly clauses: readonly string[] } => {
    const outcome = evaluate(rule, answers, today);
    const clauses = outcome.grounds.map(clauseOf);
    if (outcome.status !== "asking") {
      const id = endingId(outcome);
      return { node: once(id, () => ({ kind: "end", id, outcome })), clauses };
    }
    const { fact } = outcome;
    const answered = [...fact.samples, unsure].map((value) => ({
      label: labelOf(fact, value),
      ...walk({ ...answers, [fact.id]: value }),
    }));
    const branches = merged(answered);
    const id = `${fact.id}(${branches.map(({ labels, to }) => `${labels.join("|")}>${to.id}`).join(";")})`;
    const added = [...new Set(answered.flatMap((one) => one.clauses))].filter((clause) => !clauses.includes(clause));
    return { node: once(id, () => ({ kind: "ask", id, fact, branches, clauses: added })), clauses };
  };
  return walk({}).node;
}

function merged(answered: readonly { readonly label: string; readonly node: Node }[]): readonly Branch[] {
  const groups = new Map<string, { labels: string[]; to: Node }>();
  for (const { label, node } of answered) {
    const group = groups.get(node.id);
    if (group) group.labels.push(label);
    else groups.set(node.id, { labels: [label], to: node });
  }
  return [...groups.values()];
}

function verdictOnly(outcome: Ending): string {
  if (outcome.status === "stuck") return `stuck ${outcome.fact.id}`;
  return outcome.status === "done" ? outcome.decision.verdict : outcome.status;
}

function sentence(outcome: Ending): string {
  const said = outcome.status === "done" ? outcome.decision.say.replace(/[A-Z]|\d+/g, "#") : "";
  return `${verdictOnly(outcome)} ${said}`;
}

function labelOf(fact: AnyFact, value: unknown): string {
  if (isUnsure(value)) return "不清楚";
  const choice = fact.choices?.find((one) => one.value === value);
  if (choice) return choice.label;
  return typeof value === "number" ? `${value}${fact.unit ?? ""}` : String(value);
}

/** Every node once, questions in the order in which they come up first. */
export function nodesOf(root: Node): readonly Node[] {
  const seen = new Map<string, Node>();
  const visit = (node: Node): void => {
    if (seen.has(node.id)) return;
    seen.set(node.id, node);
    if (node.kind === "ask") for (const { to } of node.branches) visit(to);
  };
  visit(root);
  return [...seen.values()];
}
