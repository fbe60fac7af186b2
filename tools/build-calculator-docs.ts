/** Writes docs/calculators from the rules; with --check it only says which pages have drifted from them. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { calculatorPages } from "./calculator-docs/pages.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const folder = fileURLToPath(new URL("../docs/calculators/", import.meta.url));
mkdirSync(folder, { recursive: true });

const pages = calculatorPages();
const there = readdirSync(folder).filter((name) => /\.(md|svg)$/.test(name));
const stale = there.filter((name) => !pages.has(name));
const changed = [...pages].filter(
  ([name, text]) => !there.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
);

if (values.check) {
  for (const name of [...changed.map(([name]) => name), ...stale]) console.log(`drifted: docs/calculators/${name}`);
  if (changed.length + stale.length > 0) process.exitCode = 1;
} else {
  for (const [name, text] of changed) writeFileSync(join(folder, name), text);
  for (const name of stale) rmSync(join(folder, name));
  console.log(`${changed.length} written, ${pages.size - changed.length} unchanged, ${stale.length} removed`);
}
