/** Asks the process that holds the data folder, so that commands work while it runs; does it here when there is none. */
import { z } from "zod";
import { askHolder } from "./folder-lock.ts";
import { openStore } from "./open.ts";
import type { AuditNote, Change } from "./records.ts";
import type { ServiceRequest } from "./service-requests.ts";
import { type Removed, type Store, StoreRefused } from "./store.ts";

/** A snapshot of a large folder takes seconds. */
const patience = 60_000;

/** Done by the process that holds the folder, or, when there is none, by this one. */
async function done(
  folder: string,
  wanted: ServiceRequest,
  here: (store: Store) => Promise<unknown>,
): Promise<unknown> {
  const answer = process.env["STORE"] ? undefined : await askHolder(folder, JSON.stringify(wanted), patience);
  if (answer !== undefined) {
    if (!answer.startsWith("{")) throw new StoreRefused(`正在运行的 gonghui 没有完成这一步：${answer || "没有回应"}`);
    return JSON.parse(answer);
  }
  const store = await openStore(folder);
  try {
    return await here(store);
  } finally {
    await store.close();
  }
}

/** All or none; a `Conflict` of the holder comes back as `StoreRefused`. */
export async function applyChanges(folder: string, changes: readonly Change[]): Promise<void> {
  await done(folder, { do: "apply", changes: [...changes] }, (store) => store.apply(changes));
}

export const noteDown = (folder: string, note: AuditNote): Promise<void> =>
  applyChanges(folder, [{ kind: "audit", note }]);

export const erase = async (folder: string, person: string): Promise<Removed> =>
  z.record(z.string(), z.number()).parse(await done(folder, { do: "erase", person }, (store) => store.erase(person)));

/** False when nobody holds the folder. */
export async function snapshotByHolder(folder: string, to: string): Promise<boolean> {
  const answer = await askHolder(folder, JSON.stringify({ do: "snapshot", to }), patience);
  if (answer !== undefined && answer !== "{}") throw new StoreRefused(`正在运行的 gonghui 没有做成备份：${answer}`);
  return answer !== undefined;
}
