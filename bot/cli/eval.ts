/** `gonghui eval FILE`: scores questions, dialogues or calculations, prints passes per kind, then the failures. */
import { readFileSync } from "node:fs";
import { systemClock } from "../clock.ts";
import { evalLine, type Scored, scoreLine } from "../eval/run.ts";
import { memoryStore } from "../storage/memory.ts";
import { assistantFor } from "./open.ts";
import { existingFile, jsonLine, print, usage } from "./usage.ts";

export async function evaluateFile(argv: readonly string[]): Promise<void> {
  const used = usage(argv);
  const path = existingFile(used.words[0], "评测");
  const lines = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const { assistant, knowledge } = await assistantFor(used, memoryStore());
  const today = systemClock(used.asOf).today();
  const scores: Scored[] = [];
  for (const [index, line] of lines.entries())
    scores.push(...(await scoreLine(jsonLine(line, index + 1, evalLine), assistant.handle, today)));
  report(scores);
  await knowledge.close();
}

function report(scores: readonly Scored[]): void {
  for (const kind of new Set(scores.map((score) => score.kind)))
    print(
      summary(
        kind,
        scores.filter((score) => score.kind === kind),
      ),
    );
  print(summary("total", scores));
  const lengths = scores.flatMap(({ length }) => length ?? []).sort((a, b) => a - b);
  if (lengths.length > 0)
    print(
      `字数：中位 ${lengths[Math.floor(lengths.length / 2)]}，九成以内 ${lengths[Math.floor(lengths.length * 0.9)]}`,
    );
  for (const { id, kind, asked, said, faults, cited } of scores) {
    if (faults.length === 0 && cited !== false) continue;
    print(
      `\n${id} [${kind}] ${asked}\n    ${[...faults, ...(cited === false ? ["引用不对"] : [])].join("；")}\n    答：${said.replace(/\s+/g, " ").slice(0, 220)}`,
    );
  }
}

function summary(name: string, scores: readonly Scored[]): string {
  const passed = scores.filter(({ faults }) => faults.length === 0).length;
  const wanted = scores.filter(({ cited }) => cited !== undefined);
  const hit = wanted.filter(({ cited }) => cited).length;
  return `${name.padEnd(20)} 通过 ${passed}/${scores.length}${wanted.length > 0 ? `  引用 ${hit}/${wanted.length}` : ""}`;
}
