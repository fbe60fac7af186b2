/** Runs one task in a thread of its own, with limits on time and memory, two at a time. */
import { Worker } from "node:worker_threads";
import type { Tasks } from "./tasks.ts";

const heap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 } as const;
/** More threads at once would only slow each other down and multiply the memory. */
const atOnce = 2;
export const usualPatience = 10_000;

export type Outcome<T> =
  | { readonly done: T }
  /** `tooMuch`: it took too long or too much memory. */
  | { readonly ended: "tooMuch" | "failed" };

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running < atOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}
/** The place goes to whoever waits longest. */
function next(): void {
  const first = waiting.shift();
  if (first) first();
  else running -= 1;
}

type Input<K extends keyof Tasks> = Parameters<Tasks[K]>[0];
type Result<K extends keyof Tasks> = Awaited<ReturnType<Tasks[K]>>;

/** The clock runs from the start of the thread, not from the call. */
export async function inThread<K extends keyof Tasks>(
  task: K,
  input: Input<K>,
  milliseconds = usualPatience,
): Promise<Outcome<Result<K>>> {
  await turn();
  try {
    return await started<Result<K>>({ task, input }, milliseconds);
  } finally {
    next();
  }
}

async function started<T>(order: object, milliseconds: number): Promise<Outcome<T>> {
  const worker = new Worker(new URL("./start.js", import.meta.url), {
    workerData: order,
    resourceLimits: heap,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Outcome<T>>((resolve) => {
      timer = setTimeout(() => resolve({ ended: "tooMuch" }), milliseconds);
      worker.once("message", resolve);
      worker.once("error", () => resolve({ ended: "tooMuch" }));
      worker.once("exit", () => resolve({ ended: "failed" }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
