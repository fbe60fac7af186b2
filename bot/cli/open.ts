/** Opens what the commands need: knowledge with its model, and an assistant over a store. */
import { type Knowledge, openKnowledge } from "../../knowledge/index.ts";
import { type Assistant, assistant } from "../assistant.ts";
import { systemClock } from "../clock.ts";
import { operatorLog } from "../log.ts";
import { chosenEmbedder } from "../model.ts";
import type { Store } from "../storage/store.ts";
import type { Usage } from "./usage.ts";

/** How long a command waits for the model; a server does not wait. */
const patienceOfCommands = 30_000;

export const knowledgeFor = async (patience = patienceOfCommands): Promise<Knowledge> =>
  openKnowledge({ embedder: chosenEmbedder(process.env["GONGHUI_MODEL"]), patience });

export async function assistantFor(
  { asOf }: Usage,
  store: Store,
): Promise<{ assistant: Assistant; knowledge: Knowledge }> {
  const knowledge = await knowledgeFor();
  return { knowledge, assistant: assistant({ knowledge, store, clock: systemClock(asOf), log: operatorLog("error") }) };
}
