/** The smallest change of one number that would turn a refusal into a yes, found by asking the rule itself. */
import { evaluate } from "./evaluate.ts";
import type { Answers, AnyFact } from "./fact.ts";
import type { AnyRule, Outcome } from "./rule.ts";

export interface NearMiss {
  readonly fact: AnyFact;
  readonly from: number;
  readonly to: number;
}

/** Distances grow by this factor between two looks; narrower bands of right values are found by the numbers of the law. */
const growth = 1.25;
const farthest = 1_000_000;

/**
 * Undefined unless the outcome is decided, is not a yes already, and one number alone can turn it.
 * Money comes before heads and times; an age is never to be changed.
 */
export function nearMiss(rule: AnyRule, answers: Answers, today: string): NearMiss | undefined {
  const outcome = evaluate(rule, answers, today);
  if (outcome.status !== "done" || isYes(outcome)) return undefined;
  const movable = outcome.used.filter(({ fact }) => fact.kind === "yuan" || fact.kind === "count");
  const misses = movable.flatMap(({ fact, value: from }) => {
    // 「不清楚」 is an answer without a number.
    if (typeof from !== "number") return [];
    const turns = (value: number) => isYes(evaluate(rule, { ...answers, [fact.id]: value }, today));
    const to = nearest(from, turns, printedNumbers(outcome));
    return to === undefined ? [] : [{ fact, from, to }];
  });
  return misses.sort((a, b) => rank(a) - rank(b))[0];
}

const isYes = (outcome: Outcome): boolean => outcome.status === "done" && outcome.decision.verdict === "eligible";

/** Money before counts, less before more, then the smaller change; of equals the one that the rule read first. */
const rank = ({ fact, from, to }: NearMiss): number =>
  (fact.kind === "yuan" ? 0 : 4 * farthest) + (to < from ? 0 : 2 * farthest) + Math.abs(to - from);

/** Numbers that the decision rests on, also for all heads together: its thresholds are among them. */
function printedNumbers(outcome: Outcome): readonly number[] {
  const printed = outcome.grounds.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const counts = outcome.used.flatMap(({ fact, value }) =>
    fact.kind === "count" && typeof value === "number" ? [value] : [],
  );
  const together = counts.flatMap((count) => printed.map((value) => value * count));
  return [...printed, ...together, ...outcome.steps.map(({ result }) => result)];
}

/** The value nearest to `from` for which `turns` holds, looking up and down; equal distances prefer the smaller. */
function nearest(from: number, turns: (value: number) => boolean, hints: readonly number[]): number | undefined {
  const distances = looks(from, hints);
  const down = closest(
    distances.down.filter((distance) => distance <= from),
    (distance) => turns(from - distance),
  );
  const nearer = down === undefined ? distances.up : distances.up.filter((distance) => distance < down);
  const up = closest(nearer, (distance) => turns(from + distance));
  if (up !== undefined) return from + up;
  return down === undefined ? undefined : from - down;
}

/** Where to look, ascending: ever wider apart, and right at the numbers of the law and beside them. */
function looks(from: number, hints: readonly number[]): { up: readonly number[]; down: readonly number[] } {
  const spread: number[] = [];
  for (let distance = 1; distance <= farthest; distance = Math.max(distance + 1, Math.floor(distance * growth))) {
    spread.push(distance);
  }
  spread.push(farthest);
  const beside = hints.filter(Number.isInteger).flatMap((hint) => [hint - 1, hint, hint + 1]);
  const sorted = (extra: readonly number[]) =>
    [...new Set([...spread, ...extra.filter((distance) => distance > 0 && distance <= farthest)])].sort(
      (a, b) => a - b,
    );
  return { up: sorted(beside.map((hint) => hint - from)), down: sorted(beside.map((hint) => from - hint)) };
}

/** The least distance that holds: the first look that does, narrowed against the look before it. */
function closest(distances: readonly number[], holds: (distance: number) => boolean): number | undefined {
  let missed = 0;
  for (const distance of distances) {
    if (holds(distance)) return narrowed(missed, distance, holds);
    missed = distance;
  }
  return undefined;
}

function narrowed(misses: number, hits: number, holds: (distance: number) => boolean): number {
  let [low, high] = [misses, hits];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
