/** Makes the vectors of an edition; only texts that are new or changed are given to the model. */
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadDocument } from "../knowledge/document.ts";
import { editionFolder } from "../knowledge/index.ts";
import { localEmbedder } from "../knowledge/model/local.ts";
import { readContents, textsToEmbed } from "../knowledge/search/assemble.ts";
import { rebuildVectors } from "../knowledge/search/rebuild.ts";
import { searchedClauses } from "../knowledge/search/texts.ts";

const { values } = parseArgs({
  options: {
    edition: { type: "string", default: "2023" },
    /** Another model than the embedded one, and where its vectors go. */
    model: { type: "string" },
    out: { type: "string" },
  },
});
const folder = editionFolder(values.edition);
const out = values.out ?? folder;
mkdirSync(out, { recursive: true });

const embedder = localEmbedder(values.model === undefined ? {} : { folder: values.model });
const texts = textsToEmbed(readContents(folder, searchedClauses(loadDocument(values.edition).clauses)));
const { made, kept, dropped } = await rebuildVectors(out, texts, embedder);
console.log(`${made} made, ${kept} kept, ${dropped} dropped`);
await embedder.close();
