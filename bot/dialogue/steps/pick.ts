/** One of the numbered choices of the last reply, by number or by its words. */
import { ruleById } from "../../../rules/index.ts";
import type { Option } from "../conversation.ts";
import { sayRule } from "../say-decision.ts";
import { sayTopic } from "../say-topic.ts";
import { merged } from "../subject.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { readNumber } from "../understanding/numerals.ts";

const position = /^(?:选|第|我选)?(\d|[一二三四五六七八九])(?:个|项|种|号)?[.。、]?$/;

export const pick: Step = async (turn) => {
  const { conversation, heard } = turn;
  if (conversation.options.length === 0 || conversation.interview?.asking !== undefined) return undefined;
  const numbered = position.exec(heard.text)?.[1];
  const option =
    numbered === undefined
      ? onlyMatch(conversation.options, heard.text)
      : conversation.options[(readNumber(numbered) ?? 0) - 1];
  return option && chosen(turn, option);
};

function onlyMatch(options: readonly Option[], text: string): Option | undefined {
  const exact = options.find(({ label }) => label === text);
  if (exact) return exact;
  const named = text.length < 2 ? [] : options.filter(({ label }) => label.includes(text));
  return named.length === 1 ? named[0] : undefined;
}

async function chosen({ conversation, heard, knowledge, today }: Turn, option: Option): Promise<Said | undefined> {
  const slots = merged(conversation.subject?.slots, heard.slots);
  const topic = option.topic === undefined ? undefined : knowledge.topics.get(option.topic);
  if (topic) return sayTopic(conversation, topic, slots, knowledge, today);
  const rule = option.rule === undefined ? undefined : ruleById(option.rule);
  return rule && sayRule(conversation, rule, conversation.told[rule.id] ?? {}, [], slots, today);
}
