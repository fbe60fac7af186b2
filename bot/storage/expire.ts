/** Retention of conversations: pages and conversations that ended before a moment go; younger ones stay whole. */
import { conversationBody, pageEntries, pageKey, pagesOf } from "./conversation-document.ts";
import type { Document, Documents, Key, Write } from "./documents.ts";
import type { Removed } from "./store.ts";

const lastOf = (entries: readonly { readonly at: string }[]): string =>
  entries
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? "";

export async function expire(documents: Documents, before: string): Promise<Removed> {
  let [conversations, pages] = [0, 0];
  for await (const document of documents.list("conversation")) {
    const old = await oldPages(documents, document, before);
    const ended = lastOf(conversationBody(document)?.entries ?? []) < before;
    const keys: readonly Key[] = [{ kind: "conversation", id: document.id }, ...old];
    if (keys.length === 1 && !ended) continue;
    // A person who wrote meanwhile keeps the conversation.
    const removed = await documents.transact(keys, ([found]) => {
      const gone = ended && found?.revision === document.revision;
      const writes: Write[] = (gone ? keys : old).map((key) => ({ key, body: null }));
      return { writes, result: gone };
    });
    conversations += removed ? 1 : 0;
    pages += old.length;
  }
  return { conversation: conversations, page: pages };
}

async function oldPages(documents: Documents, document: Document, before: string): Promise<readonly Key[]> {
  const old: Key[] = [];
  for (let number = 1; number <= pagesOf(conversationBody(document)); number += 1) {
    const page = await documents.read(pageKey(document.id, number));
    if (!page) continue;
    if (lastOf(pageEntries(page)) >= before) break;
    old.push(pageKey(document.id, number));
  }
  return old;
}
