/** The nearest example questions vote: what they are about is what the question is about. */

/** Position of an example and how near it is; nearest first. */
export type Neighbour = { readonly at: number; readonly similarity: number };

/** Positions of the largest values, largest first. */
export function nearest(similarity: Float32Array, count: number): Neighbour[] {
  const best: Neighbour[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < similarity.length; at += 1) {
    const value = similarity[at] ?? 0;
    if (best.length === count && value <= least) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.similarity ?? 0) < value) place -= 1;
    best.splice(place, 0, { at, similarity: value });
    if (best.length > count) best.pop();
    least = best.at(-1)?.similarity ?? least;
  }
  return best;
}

/** Shares that add up to one: similarities crowd together, so only their differences count. */
export function softmax(values: readonly number[], temperature: number): number[] {
  const top = Math.max(...values);
  const parts = values.map((value) => Math.exp((value - top) / temperature));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** Weight by label. A voter may name several labels, each with a share of its vote. */
export function tally(
  voters: readonly { readonly weight: number; readonly labels: readonly (readonly [label: string, share: number])[] }[],
): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { weight, labels } of voters) {
    for (const [label, share] of labels) sum.set(label, (sum.get(label) ?? 0) + weight * share);
  }
  return sum;
}
