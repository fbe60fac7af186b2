/** A worksheet as rows of plain text, parsed in a thread with limits on time and memory. */
import { Worker } from "node:worker_threads";
import type { Refusal } from "./guard.ts";

export interface GridCell {
  readonly text: string;
  /** Typed as a number: beyond fifteen digits the last ones are lost. */
  readonly number?: true;
  readonly day?: true;
}
export interface GridRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  readonly cells: readonly (GridCell | undefined)[];
}
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
}
export type Parsed =
  | { readonly kind: "grids"; readonly grids: readonly Grid[] }
  | { readonly kind: "refused"; readonly because: Refusal };

export const most = { rows: 20_100, columns: 60, sheets: 10, characters: 2000 } as const;
const heap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 } as const;

export async function parsed(file: Buffer, milliseconds = 10_000): Promise<Parsed> {
  const worker = new Worker(new URL("./start-worker.js", import.meta.url), {
    workerData: new Uint8Array(file),
    resourceLimits: heap,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Parsed>((resolve) => {
      timer = setTimeout(() => resolve({ kind: "refused", because: "tooSlow" }), milliseconds);
      worker.once("message", (message: Parsed) => resolve(message));
      worker.once("error", () => resolve({ kind: "refused", because: "tooSlow" }));
      worker.once("exit", () => resolve({ kind: "refused", because: "damaged" }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
