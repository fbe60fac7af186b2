/** The sentence model that the operator chose: the embedded one unless a folder is named, or none. */
import type { Embedder } from "../knowledge/model/embedder.ts";
import { noEmbedder } from "../knowledge/model/embedder.ts";
import { localEmbedder } from "../knowledge/model/local.ts";

/** `GONGHUI_MODEL`: a folder, or `off` for word search only. */
export function chosenEmbedder(setting: string | undefined): Embedder {
  if (setting === "off") return noEmbedder("switched off by GONGHUI_MODEL=off");
  return localEmbedder(setting === undefined || setting === "" ? {} : { folder: setting });
}
