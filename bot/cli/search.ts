/** `gonghui search`: why an answer came out. */
import { z } from "zod";
import type { Knowledge, SearchResult } from "../../knowledge/index.ts";
import { knowledgeFor } from "./open.ts";
import { inputLines, jsonLine, print, UsageError, usage } from "./usage.ts";

const line = z.object({ id: z.union([z.string(), z.number()]).transform(String), question: z.string() });

export async function search(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl"]);
  const question = used.words.join(" ");
  if (!used.flags.has("jsonl") && question === "") throw new UsageError('要查什么？例如 gonghui search "体检补多少"');
  const knowledge = await knowledgeFor();
  if (used.flags.has("jsonl")) await eachLine(knowledge);
  else show(knowledge, await knowledge.search(question));
  await knowledge.close();
}

async function eachLine(knowledge: Knowledge): Promise<void> {
  let number = 0;
  for await (const raw of inputLines()) {
    number += 1;
    const { id, question } = jsonLine(raw, number, line);
    const { clauses, kinds, rules, topics, ms } = await knowledge.search(question);
    const best = { kind: kinds[0]?.kind ?? "", rule: rules[0]?.rule ?? "", topic: topics[0]?.topic ?? "" };
    print({ id, clauses, ...best, ms });
  }
}

const shownTopics = 5;

function show({ topics: known, document }: Knowledge, { kinds, rules, by, topics, clauses, nearest }: SearchResult) {
  const likely = kinds.slice(0, 3).map(({ kind, weight }) => `${kind} ${weight.toFixed(2)}`);
  print(`类型：${likely.join("  ")}   计算器：${rules[0]?.rule ?? "无"}   依靠：${by}`);
  for (const { topic, score } of topics.slice(0, shownTopics))
    print(`  主题 ${score.toFixed(3)}  ${topic}  ${known.get(topic)?.asks ?? ""}`);
  for (const { clause, score } of clauses)
    print(`  条款 ${score.toFixed(3)}  ${clause}  ${document.citationLabel(clause)}`);
  for (const { question, similarity } of nearest.slice(0, shownTopics))
    print(`  近似 ${similarity.toFixed(3)}  ${question}`);
}
