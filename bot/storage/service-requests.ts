/** What other commands may ask of the process that holds the data folder. */
import { join } from "node:path";
import { z } from "zod";
import type { LowdbDocuments } from "./lowdb.ts";
import type { Change } from "./records.ts";
import type { Store } from "./store.ts";

/** Computed by a command of ours from what it read; the revisions that it expects guard it. */
const change = z.custom<Change>((given) => typeof given === "object" && given !== null && "kind" in given);

const request = z.discriminatedUnion("do", [
  z.object({ do: z.literal("snapshot"), to: z.string().regex(/^snapshot-[0-9a-f]{12}$/) }),
  z.object({ do: z.literal("erase"), person: z.string() }),
  z.object({ do: z.literal("apply"), changes: z.array(change) }),
]);
export type ServiceRequest = z.infer<typeof request>;

export interface Served {
  readonly folder: string;
  readonly store: Store;
  readonly documents: LowdbDocuments;
}

/** The answer to a request, as JSON. */
export async function serve({ folder, store, documents }: Served, text: string): Promise<string> {
  const wanted = request.parse(JSON.parse(text));
  switch (wanted.do) {
    case "snapshot":
      await documents.snapshot(join(folder, wanted.to));
      return "{}";
    case "erase":
      return JSON.stringify(await store.erase(wanted.person));
    case "apply":
      await store.apply(wanted.changes);
      return "{}";
  }
}
