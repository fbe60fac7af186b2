/** `gonghui ask`: one question, or a question a line, each its own conversation. */
import { z } from "zod";
import { memoryStore } from "../storage/memory.ts";
import { assistantFor } from "./open.ts";
import { inputLines, jsonLine, print, UsageError, usage } from "./usage.ts";

const line = z.object({ id: z.union([z.string(), z.number()]).transform(String), question: z.string() });

export async function ask(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["jsonl"]);
  const question = used.words.join(" ");
  if (!used.flags.has("jsonl") && question === "")
    throw new UsageError('要问什么？例如 gonghui ask "我能报销多少体检费"');
  const { assistant, knowledge } = await assistantFor(used, memoryStore());
  const answer = async (user: string, text: string) => {
    const [reply] = await assistant.handle({ id: "1", channel: "ask", user, text });
    if (!reply) throw new Error("The assistant gave no reply.");
    return reply;
  };
  if (!used.flags.has("jsonl")) {
    print((await answer("person", question)).text);
  } else {
    let number = 0;
    for await (const raw of inputLines()) {
      number += 1;
      const { id, question: text } = jsonLine(raw, number, line);
      const began = performance.now();
      const reply = await answer(`${number}`, text);
      print({
        id,
        answer: reply.text,
        cites: reply.cites ?? [],
        outcome: reply.outcome,
        ms: Math.round((performance.now() - began) * 10) / 10,
      });
    }
  }
  await knowledge.close();
}
