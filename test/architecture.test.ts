/** Planted breaches show that the import boundaries, the one clock and the size limits really bite. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const breaches = [
  ["a rule that imports the assistant", "rules/travel/a.ts", 'import "../../bot/answer.ts";'],
  ["a rule that imports the document", "rules/travel/b.ts", 'import "../../knowledge/index.ts";'],
  ["a rule that reads a file", "rules/travel/c.ts", 'import "node:fs";'],
  ["a rule that uses a package", "rules/travel/d.ts", 'import "minisearch";'],
  [
    "a type-only import across a boundary",
    "rules/travel/e.ts",
    'import type { Answer } from "../../bot/answer.ts";\nexport type A = Answer;',
  ],
  ["a rule that waits", "rules/travel/f.ts", "export const f = async (g: Promise<number>) => await g;"],
  [
    "a rule that catches",
    "rules/travel/g.ts",
    "export function g() {\n  try {\n    return 1;\n  } catch {\n    return 2;\n  }\n}",
  ],
  ["a rule that asks the machine for the day", "rules/travel/h.ts", "export const h = () => new Date();"],
  ["an engine that imports content", "rules/engine/i.ts", 'import "../editions/index.ts";'],
  ["knowledge that imports a rule", "knowledge/search/j.ts", 'import "../../rules/index.ts";'],
  ["knowledge that reads a file in passing", "knowledge/search/k.ts", 'import "node:fs";'],
  ["a form that imports the assistant", "flows/send-health/l.ts", 'import "../../bot/answer.ts";'],
  ["a form that imports knowledge", "flows/send-health/m.ts", 'import "../../knowledge/index.ts";'],
  ["a form engine that imports a form", "flows/engine/n.ts", 'import "../send-health/form.ts";'],
  ["dialogue that imports a channel", "bot/dialogue/o.ts", 'import "../channels/web.ts";'],
  ["dialogue that imports a store", "bot/dialogue/steps/p.ts", 'import "../../storage/lowdb.ts";'],
  ["dialogue that reads a file", "bot/dialogue/steps/q.ts", 'import "node:fs/promises";'],
  ["a channel that knows policy", "bot/channels/r.ts", 'import "../../rules/index.ts";'],
  ["a channel that imports WeChat beside wechaty.ts", "bot/channels/s.ts", 'import "wechaty";'],
  ["a channel that imports Botkit beside botkit.ts", "bot/channels/t.ts", 'import "botkit";'],
  ["storage that knows policy", "bot/storage/u.ts", 'import "../../rules/index.ts";'],
  ["a second clock", "bot/dialogue/v.ts", "export const v = () => Date.now();"],
  [
    "a file that is too long",
    "bot/dialogue/w.ts",
    Array.from({ length: 260 }, (_, line) => `export const w${line} = ${line};`).join("\n"),
  ],
  ["a cycle", "bot/dialogue/x.ts", 'import { y } from "./y.ts";\nexport const x = (): unknown => y;'],
  ["a name that is not in kebab-case", "bot/dialogue/TwoWords.ts", "export const z = 1;"],
] as const;

const allowed = [
  ["rules/travel/ok.ts", 'import "zod";\nimport "../engine/i.ts";'],
  ["flows/send-health/ok.ts", 'import "../../rules/index.ts";'],
  ["bot/dialogue/y.ts", 'import { x } from "./x.ts";\nexport const y = (): unknown => x;'],
  [
    "bot/dialogue/ok.ts",
    'import "../../rules/index.ts";\nimport "../../knowledge/index.ts";\nimport "../storage/store.ts";',
  ],
  ["bot/channels/wechaty.ts", 'import "wechaty";'],
  ["bot/channels/botkit.ts", 'import "botkit";'],
  ["bot/storage/ok.ts", 'import "node:fs";\nimport "pg";'],
  ["bot/clock.ts", "export const now = () => new Date();"],
] as const;

/** Not about boundaries: the planted files import for nothing. */
const beside = /format|organizeImports|noUnused|noUndeclared/;

let folder: string;
let found: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "boundaries-"));
  const config = JSON.parse(await readFile("biome.json", "utf8")) as Record<string, unknown>;
  await writeFile(join(folder, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  await cp("tools", join(folder, "tools"), { recursive: true, filter: (path) => !path.includes(".ts") });
  for (const [path, text] of [...breaches.map(([, path, text]) => [path, text] as const), ...allowed]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${text}\n`);
  }
  found = await faults();
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function faults(): Promise<ReadonlyMap<string, readonly string[]>> {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const parts = ["lint", ".", "--reporter=json", "--max-diagnostics=1000"];
  const run = promisify(execFile)(process.execPath, [biome, ...parts], { cwd: folder, maxBuffer: 1 << 26 });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { category: string; location: { path: string } }[];
  };
  const byFile = new Map<string, string[]>();
  for (const { category, location } of diagnostics) {
    if (!beside.test(category)) byFile.set(location.path, [...(byFile.get(location.path) ?? []), category]);
  }
  return byFile;
}

test.each(breaches)("refuses %s", (_name, path) => {
  expect(found.get(path) ?? []).not.toEqual([]);
});

test.each(allowed.filter(([path]) => !path.endsWith("/y.ts")))("lets %s be", (path) => {
  expect(found.get(path) ?? []).toEqual([]);
});
