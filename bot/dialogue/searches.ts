/** The searches of one turn, each done at most once. */
import type { Knowledge, SearchResult } from "../../knowledge/index.ts";

export type Searches = (query: string, project?: string) => Promise<SearchResult>;

export function memoised(knowledge: Knowledge): Searches {
  const done = new Map<string, Promise<SearchResult>>();
  return (query, project) => {
    const key = `${project ?? ""}|${query}`;
    const earlier = done.get(key);
    if (earlier) return earlier;
    const search = knowledge.search(query, project === undefined ? {} : { project });
    done.set(key, search);
    return search;
  };
}
