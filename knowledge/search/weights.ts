/** How much each piece of evidence counts. Written by `tools/calibrate.ts` from the public questions; explained in `fuse.ts`. */

export type Weights = {
  readonly words: { readonly heading: number; readonly everyday: number; readonly count: number };
  readonly neighbours: { readonly count: number; readonly temperature: number };
  readonly clauses: {
    readonly temperature: number;
    readonly votes: number;
    readonly words: number;
    readonly wordVotes: number;
  };
  readonly topics: { readonly words: number; readonly clauses: number; readonly temperature: number };
  /** Added to a candidate of the project that the conversation is about. */
  readonly project: number;
};

export const weights: Weights = {
  words: { heading: 1, everyday: 0.3, count: 32 },
  neighbours: { count: 16, temperature: 0.05 },
  clauses: { temperature: 0.06, votes: 0.67, words: 0.15, wordVotes: 0.5 },
  topics: { words: 0.4, clauses: 0.1, temperature: 0.06 },
  project: 0.15,
};
