import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadDocument } from "../../knowledge/document.ts";

const document = loadDocument();
const terms = [
  ...readFileSync("docs/glossary.md", "utf8").matchAll(/^\|\s*(\S.*?)\s*\|\s*`(\w+)`\s*\|\s*`(.+?)`\s*\|$/gm),
].map(([, term = "", name = "", clause = ""]) => ({ term, name, clause }));

/** Blanks, and the width of brackets and letters, are print. */
const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

test("lists the terms of the document", () => {
  expect(terms.length).toBeGreaterThanOrEqual(138);
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
});

test("every Chinese term stands word for word in its clause", () => {
  const wrong = terms.filter(({ term, clause }) => !plain(wordsOf(clause)).includes(plain(term)));
  expect(wrong).toEqual([]);
});

/** A clause with its heading and everything below it; a form or table with its cells. */
function wordsOf(id: string): string {
  const clause = document.clause(id);
  return `${clause?.title ?? ""} ${document.fullText(id)}`;
}
