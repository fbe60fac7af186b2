/** The least that any answer by search must cost: tokens and one MiniSearch query, on the same clauses. */
import MiniSearch from "minisearch";
import type { PolicyDocument } from "../knowledge/document.ts";
import { tokens } from "../knowledge/search/tokens.ts";

export interface Text {
  readonly id: string;
  readonly text: string;
}

const asItIs = (token: string): string => token;

export function indexOf(texts: readonly Text[]): MiniSearch<Text> {
  const index = new MiniSearch<Text>({
    fields: ["text"],
    tokenize: tokens,
    processTerm: asItIs,
    searchOptions: { processTerm: asItIs },
  });
  index.addAll(texts);
  return index;
}

export const textsOf = ({ clauses }: PolicyDocument): readonly Text[] =>
  clauses.map(({ id, title, text }) => ({ id, text: `${title} ${text}` }));
