/** The port through which search understands meaning, and the adapter that does without. */

export type EmbedderStatus =
  | { readonly state: "loading"; readonly model: string }
  | { readonly state: "ready"; readonly model: string; readonly sha256: string }
  /** Search goes on by words alone; `reason` is for whoever runs the assistant. */
  | { readonly state: "off"; readonly reason: string };

/**
 * Turns texts into vectors of length one, whose dot product is their similarity.
 *
 * An embedder is usable from its first moment: loading goes on behind it. `embed` waits for the model and rejects once
 * the status is `off`; it never answers with vectors that it did not compute. It must not hold the event loop. The
 * vectors of one call come in the order of the texts, and the same text has the same vector at any time.
 */
export interface Embedder {
  readonly status: EmbedderStatus;
  /** Resolves when loading has ended, whichever way; never rejects. */
  ready(): Promise<EmbedderStatus>;
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}

export class EmbedderOff extends Error {
  readonly code = "EMBEDDER_OFF";
  constructor(reason: string) {
    super(`No sentence model: ${reason}`);
    this.name = "EmbedderOff";
  }
}

export function noEmbedder(reason = "switched off"): Embedder {
  const status = { state: "off", reason } as const;
  return {
    status,
    ready: async () => status,
    embed: async () => {
      throw new EmbedderOff(reason);
    },
    close: async () => {},
  };
}
