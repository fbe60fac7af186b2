/** What the check of one kind of file hands back: the bytes to keep, or why not. */
import type { Reason } from "./refusal.ts";

export type Checked = { readonly bytes: Uint8Array } | { readonly refused: Reason };
