/** Search as years go by: one index an edition, of which a question meets one, against one index of all. */
import type { PolicyDocument } from "../knowledge/document.ts";
import { indexOf, type Text, textsOf } from "./floor.ts";
import { megabytes, ms, row, timed } from "./measure.ts";

/** Editions that differ a little from one another, as yearly plans do. */
const edition = (texts: readonly Text[], number: number): readonly Text[] =>
  texts.map(({ id, text }) => ({ id: `${number}/${id}`, text: `${text} 第${number}号文件` }));

export async function searchAtSizes(document: PolicyDocument, questions: readonly string[]): Promise<void> {
  const texts = textsOf(document);
  row("search of words", "one an edition", "one of all");
  for (const clauses of [200, 10_000, 100_000]) {
    const editions = Math.max(1, Math.round(clauses / texts.length));
    const before = process.memoryUsage().heapUsed;
    const own = indexOf(edition(texts, 0));
    const oneOfMany = await timed(questions, (question) => own.search(question));
    const all = indexOf(Array.from({ length: editions }, (_, number) => edition(texts, number)).flat());
    const few = clauses > 50_000 ? questions.slice(0, 10) : questions;
    const together = await timed(few, (question) => all.search(question));
    const grown = megabytes(process.memoryUsage().heapUsed - before);
    row(`  ${clauses} clauses (${editions} editions)`, ms(oneOfMany.median), ms(together.median), grown);
  }
}
