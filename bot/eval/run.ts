/** Runs an evaluation file through the assistant as users meet it, and gathers what passed and what did not. */
import { z } from "zod";
import { calculation } from "../../rules/interop/calculation.ts";
import type { Handle } from "../channels/channel.ts";
import { citeAccepted, faults, valueFaults } from "./judge.ts";

const expectation = { must: z.array(z.array(z.string())).optional(), mustNot: z.array(z.string()).optional() };
const question = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  cites: z.array(z.string()).optional(),
  ...expectation,
});
const dialogue = z.object({ id: z.string(), turns: z.array(z.object({ user: z.string(), ...expectation })) });
const calculationCase = z.object({
  id: z.string(),
  calculator: z.string(),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
});
export const evalLine = z.union([dialogue, calculationCase, question]);
export type EvalLine = z.infer<typeof evalLine>;

export interface Scored {
  readonly id: string;
  readonly kind: string;
  readonly asked: string;
  readonly said: string;
  readonly faults: readonly string[];
  /** Undefined where no citation is asked for. */
  readonly cited?: boolean;
  readonly length?: number;
}

export async function scoreLine(line: EvalLine, handle: Handle, today: string): Promise<readonly Scored[]> {
  if ("turns" in line) return scoreDialogue(line, handle);
  if ("calculator" in line) return [scoreCalculation(line, today)];
  const reply = await say(handle, line.id, "1", line.question);
  const wanted = line.cites ?? [];
  const cited =
    wanted.length === 0
      ? undefined
      : reply.cites.some((given) => wanted.some((accepted) => citeAccepted(given, accepted)));
  return [
    {
      id: line.id,
      kind: line.kind,
      asked: line.question,
      said: reply.text,
      faults: faults(line, reply.text),
      length: [...reply.text].length,
      ...(cited !== undefined && { cited }),
    },
  ];
}

async function scoreDialogue({ id, turns }: z.infer<typeof dialogue>, handle: Handle): Promise<readonly Scored[]> {
  const scores: Scored[] = [];
  for (const [index, turn] of turns.entries()) {
    const reply = await say(handle, id, String(index + 1), turn.user);
    scores.push({
      id: `${id}.${index + 1}`,
      kind: "dialogue",
      asked: turn.user,
      said: reply.text,
      faults: faults(turn, reply.text),
    });
  }
  return scores;
}

function scoreCalculation({ id, calculator, given, expect }: z.infer<typeof calculationCase>, today: string): Scored {
  const result = calculation(calculator, given, today);
  const values = result?.values ?? {};
  return {
    id,
    kind: calculator,
    asked: JSON.stringify(given),
    said: JSON.stringify(values),
    faults: result ? valueFaults(expect, values) : [`没有计算器 ${calculator}`],
  };
}

async function say(
  handle: Handle,
  user: string,
  id: string,
  text: string,
): Promise<{ text: string; cites: readonly string[] }> {
  const replies = await handle({ id, channel: "eval", user, text });
  return { text: replies.map((reply) => reply.text).join("\n"), cites: replies.flatMap(({ cites }) => cites ?? []) };
}
