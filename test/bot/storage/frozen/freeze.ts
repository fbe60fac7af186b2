/**
 * Keeps the data folder of this version for later ones: `node --import tsx test/bot/storage/frozen/freeze.ts`, once for
 * each new schema, before it is released. A file that is there is never written again.
 */
import { writeFileSync } from "node:fs";
import { currentSchema } from "../../../../bot/storage/document-file.ts";
import { openFolder } from "../../../../bot/storage/open.ts";
import { storeOver } from "../../../../bot/storage/store-over.ts";
import { crashDisk } from "../crash-disk.ts";
import { script } from "../script.ts";

const disk = crashDisk();
const { documents, marks } = await openFolder("/data", disk, { keyFile: "/data.key" });
const store = storeOver(documents, marks);
for (const { run } of script) await run(store);
await store.delivered("web:a", ["m35/1"]);
await store.close();
const lines = [...disk.image("everything")].map(([path, text]) => `${JSON.stringify({ path, text })}\n`);
writeFileSync(new URL(`./schema-${currentSchema}.jsonl`, import.meta.url), lines.join(""), { flag: "wx" });
