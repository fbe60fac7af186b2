/** Times of repeated work, the warm-up left out, and a small table to print them in. */

export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Each item once, one after the other; milliseconds. The first fifth only warms up. */
export async function timed<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const item of items) {
    const began = performance.now();
    await work(item);
    times.push(performance.now() - began);
  }
  const sorted = times.slice(Math.floor(items.length / 5)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

export const ms = (time: number): string => (time < 1 ? `${(time * 1000).toFixed(0)} µs` : `${time.toFixed(1)} ms`);

export const versus = (time: Times, floor: Times): string => `${(time.median / floor.median).toFixed(2)} × floor`;

export function row(name: string, ...cells: readonly string[]): void {
  console.log(`${name.padEnd(58)}${cells.map((cell) => cell.padStart(16)).join("")}`);
}

export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;
