/** SHA-256 in hex: names that follow from their content, so that doing a turn twice writes the same. */
import { createHash } from "node:crypto";

export const digest = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
