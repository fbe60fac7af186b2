/** Copies every document from one kind of storage to another; stopped anywhere, it goes on; at the end it compares. */
import { createHash } from "node:crypto";
import { conversationBody } from "./conversation-document.ts";
import { type Document, type Documents, type Key, type Kind, kinds, type Write } from "./documents.ts";
import { recordValue, usedPlaces } from "./record-changes.ts";
import type { Application } from "./records.ts";
import { StoreRefused } from "./store.ts";

export interface MoveReport {
  readonly copied: number;
  /** Already there, and equal. */
  readonly equal: number;
}

function digest({ id, person, body }: Document): string {
  const fields = Object.entries(body).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([id, person ?? null, fields]))
    .digest("hex");
}

function writeOf(kind: Kind, key: Key, document: Document): Write {
  const { body, person } = document;
  const write: Write = { key, body, ...(person !== undefined && { person }) };
  if (kind === "conversation") return { ...write, waiting: conversationBody(document)?.waiting.length ?? 0 };
  if (kind === "quota") return { ...write, constraint: { used: usedPlaces(document) } };
  const number = kind === "application" ? recordValue<Application>(document).number : undefined;
  return number === undefined ? write : { ...write, constraint: { number } };
}

export async function move(from: Documents, to: Documents): Promise<MoveReport> {
  let [copied, equal] = [0, 0];
  for (const kind of kinds) {
    for await (const document of from.list(kind)) {
      const key: Key = { kind, id: document.id };
      const there = await to.read(key);
      if (there && digest(there) === digest(document)) {
        equal += 1;
        continue;
      }
      await to.transact([key], () => ({ writes: [writeOf(kind, key, document)], result: undefined }));
      copied += 1;
    }
  }
  await compare(from, to);
  return { copied, equal };
}

async function compare(from: Documents, to: Documents): Promise<void> {
  for (const kind of kinds) {
    for await (const document of from.list(kind)) {
      const there = await to.read({ kind, id: document.id });
      if (!there || digest(there) !== digest(document))
        throw new StoreRefused("复制后核对不一致，请再运行一次这条命令");
    }
    for await (const { id } of to.list(kind)) {
      if (await from.read({ kind, id })) continue;
      throw new StoreRefused("目标里有来源没有的数据：它不是空的，也不是上次没做完的复制。请换一个空的目标");
    }
  }
}
