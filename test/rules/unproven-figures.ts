/** Figures of a decision that stand in no quote, value, step or answer: what the guard of replies would stop. */
import { unsupported } from "../../knowledge/build/figures.ts";
import type { Outcome } from "../../rules/engine/rule.ts";

export function unprovenFigures(outcome: Outcome): readonly string[] {
  if (outcome.status !== "done") return [];
  const { say, lines = [], values = {} } = outcome.decision;
  const sources = [
    ...outcome.grounds.map(({ quote }) => quote),
    ...outcome.grounds.map(({ value }) => JSON.stringify(value)),
    JSON.stringify(values),
    ...outcome.steps.map(({ expression, result, unit }) => `${expression} ${result} ${result}${unit}`),
    ...outcome.used.map(({ value }) => JSON.stringify(value)),
  ];
  const text = [say, ...lines].join("\n");
  return unsupported(text, sources).map((figure) => `${figure}: ${text}`);
}
