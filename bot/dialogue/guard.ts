/** Before anything is sent: every figure of the text must stand in a cited clause, a trace, or the person's own words. */
import { unsupported } from "../../knowledge/build/figures.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Answer } from "../answer.ts";

export class UnprovenFigure extends Error {
  override readonly name = "UnprovenFigure";
  readonly code = "UNPROVEN_FIGURE";
  constructor(figures: readonly string[], cites: readonly string[]) {
    super(`The reply holds figures without origin: ${figures.join(", ")}. Cited: ${cites.join(", ") || "nothing"}.`);
  }
}

/** Throws UnprovenFigure; the turn then says that it cannot answer and staff get the cause. */
export function guard(answer: Answer, text: string, { document }: Knowledge, said: string): void {
  const contact = document.contact(answer.contact ?? "");
  const sources = [
    ...(answer.cites ?? []).map((id) => document.fullText(id)),
    ...(answer.origins ?? []),
    ...notesOf(answer.notes ?? [], document),
    ...(contact ? [`${contact.phone} ${contact.mobile ?? ""}`] : []),
    answer.notice ?? "",
    said,
  ];
  const missing = unsupported(text, sources);
  if (missing.length > 0) throw new UnprovenFigure(missing, answer.cites ?? []);
}

const notesOf = (ids: readonly string[], { ambiguities, gaps }: Knowledge["document"]): readonly string[] => [
  ...ambiguities.filter(({ id }) => ids.includes(id)).map((one) => JSON.stringify(one)),
  ...gaps.filter(({ id }) => ids.includes(id)).map((one) => JSON.stringify(one)),
];
