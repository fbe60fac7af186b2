/** A worksheet as rows of plain text. */
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
