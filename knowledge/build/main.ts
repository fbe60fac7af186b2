/** Builds clauses.json from the source text and its outline; with `--check` only tells whether the committed file is that build. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { cut } from "./cut.ts";
import { outlineEntrySchema } from "./records.ts";

const edition = process.argv.slice(2).find((word) => /^\d{4}$/.test(word)) ?? "2023";
const folder = fileURLToPath(new URL(`../documents/${edition}/`, import.meta.url));
const target = `${folder}clauses.json`;

export function build(source: string, outline: string): string {
  const clauses = cut(source, z.array(outlineEntrySchema).parse(JSON.parse(outline)));
  return `[\n${clauses.map((clause) => `  ${JSON.stringify(clause)}`).join(",\n")}\n]\n`;
}

function main(check: boolean): number {
  const read = (file: string) => readFileSync(`${folder}${file}`, "utf8");
  const fresh = build(read("source.txt"), read("outline.json"));
  if (!check) {
    writeFileSync(target, fresh);
    return 0;
  }
  if (fresh === read("clauses.json")) return 0;
  process.stderr.write("clauses.json differs from a fresh build of source.txt and outline.json.\n");
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.includes("--check"));
