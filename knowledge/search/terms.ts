/** Everyday words and the official words they stand for: one line each in `terms.jsonl`, looked for in a question. */
import { z } from "zod";

export const termSchema = z.strictObject({
  /** What people say. */
  say: z.string().min(1),
  /** The words of the document, verbatim. */
  means: z.array(z.string().min(1)).min(1),
  clauses: z.array(z.string()).min(1),
  /** `direct`: the same thing. `near`: close enough to search by. `ask`: may mean something else, never conclude from it. */
  strength: z.enum(["direct", "near", "ask"]),
});

export type Term = z.infer<typeof termSchema>;

/** Official words for the everyday words in a question that it does not contain itself. */
export function officialWords(question: string, terms: readonly Term[]): string[] {
  const asked = comparable(question);
  const found = terms.filter((term) => asked.includes(comparable(term.say)));
  return [...new Set(found.flatMap((term) => term.means))].filter((word) => !asked.includes(comparable(word)));
}

function comparable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
}
