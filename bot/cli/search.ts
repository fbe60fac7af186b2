/** `gonghui search`: why an answer came out. */
import { z } from "zod";
import { knowledgeFor } from "./open.ts";
import { inputLines, jsonLine, print, UsageError, usage } from "./usage.ts";

const line = z.object({ id: z.union([z.string(), z.number()]).transform(String), question: z.string() });

export async function search(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl"]);
  const question = used.words.join(" ");
  if (!used.flags.has("jsonl") && question === "") throw new UsageError('要查什么？例如 gonghui search "体检补多少"');
  const knowledge = await knowledgeFor();
  if (used.flags.has("jsonl")) {
    let number = 0;
    for await (const raw of inputLines()) {
      number += 1;
      const { id, question: text } = jsonLine(raw, number, line);
      const found = await knowledge.search(text);
      print({
        id,
        clauses: found.clauses,
        kind: found.kinds[0]?.kind ?? "",
        rule: found.rules[0]?.rule ?? "",
        topic: found.topics[0]?.topic ?? "",
        ms: found.ms,
      });
    }
  } else {
    const found = await knowledge.search(question);
    print(
      `类型：${found.kinds
        .slice(0, 3)
        .map(({ kind, weight }) => `${kind} ${weight.toFixed(2)}`)
        .join("  ")}   计算器：${found.rules[0]?.rule ?? "无"}   依靠：${found.by}`,
    );
    for (const { topic, score } of found.topics.slice(0, 5))
      print(`  主题 ${score.toFixed(3)}  ${topic}  ${knowledge.topics.get(topic)?.asks ?? ""}`);
    for (const { clause, score } of found.clauses)
      print(`  条款 ${score.toFixed(3)}  ${clause}  ${knowledge.document.citationLabel(clause)}`);
    for (const { question: near, similarity } of found.nearest.slice(0, 5))
      print(`  近似 ${similarity.toFixed(3)}  ${near}`);
  }
  await knowledge.close();
}
