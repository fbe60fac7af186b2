import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assistant } from "../../bot/assistant.ts";
import { fixedClock } from "../../bot/clock.ts";
import { evalLine, type Scored, scoreLine } from "../../bot/eval/run.ts";
import { silentLog } from "../../bot/log.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import { type Knowledge, openKnowledge } from "../../knowledge/index.ts";
import { localEmbedder } from "../../knowledge/model/local.ts";

const today = "2023-06-15";
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge({ embedder: localEmbedder(), patience: 60_000 });
});
afterAll(() => knowledge.close());

async function scores(file: string): Promise<readonly Scored[]> {
  const { handle } = assistant({ knowledge, store: memoryStore(), clock: fixedClock(today), log: silentLog });
  const lines = readFileSync(new URL(`../eval/${file}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);
  const all: Scored[] = [];
  for (const line of lines) all.push(...(await scoreLine(evalLine.parse(JSON.parse(line)), handle, today)));
  return all;
}

const share = (all: readonly Scored[], good: (score: Scored) => boolean) => all.filter(good).length / all.length;
const passed = ({ faults }: Scored) => faults.length === 0;

test("answers the public questions: each kind, the citations, and briefly", async () => {
  const all = await scores("questions");
  for (const kind of new Set(all.map((score) => score.kind))) {
    expect(
      share(
        all.filter((score) => score.kind === kind),
        passed,
      ),
      kind,
    ).toBeGreaterThanOrEqual(0.98);
  }
  expect(
    share(
      all.filter(({ cited }) => cited !== undefined),
      ({ cited }) => cited === true,
    ),
  ).toBeGreaterThanOrEqual(0.97);
  const lengths = all.map(({ length = 0 }) => length).sort((one, other) => one - other);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120);
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(260);
});

test("holds the public dialogues", async () => {
  expect(share(await scores("dialogues"), passed)).toBeGreaterThanOrEqual(0.97);
});

test("computes every public calculation", async () => {
  expect((await scores("calculations")).filter((score) => !passed(score))).toEqual([]);
});
