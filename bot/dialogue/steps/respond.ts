/** What the document and its rules have to say to one question, or to each of two questions in one message. */
import type { Answer } from "../../answer.ts";
import type { Conversation } from "../conversation.ts";
import { looksLikeQuestion } from "../residue.ts";
import { sayTopic } from "../say-topic.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { nearestSimilarity, topicOf } from "../what-is-asked.ts";
import { searchable } from "../understanding/heard.ts";
import { calculate } from "./calculate.ts";

/** A part of a message is taken for a question of its own when something this near is known. */
const plainEnough = 0.6;

export const respond: Step = async (turn) => {
  const parts = questionsIn(turn.heard.text);
  const answers = parts.length > 1 ? await partByPart(turn, parts) : [];
  if (answers.length > 1) return joined(answers);
  return one(turn, turn.heard.text);
};

async function one(turn: Turn, text: string): Promise<Said | undefined> {
  const found = await turn.searches(searchable(text), turn.heard.slots.project);
  const topic = topicOf(turn, found);
  const calculated = calculate(turn, found, topic);
  if (calculated) return calculated;
  return topic && sayTopic(withoutInterview(turn.conversation), topic, turn.heard.slots, turn.knowledge, turn.today);
}

/** 「该交多少？从哪天起算？」 */
function questionsIn(text: string): readonly string[] {
  const sentences = text.split(/[?？。;；!]+/).filter((part) => part.length >= 3);
  const pieces = sentences.length > 1 ? sentences : text.split(/[,，]/).filter((part) => part.length >= 4);
  const asking = pieces.filter((part) => looksLikeQuestion({ text: part }));
  return asking.length === 2 ? asking : [];
}

/** Distinct answers to the parts, each searched within the project of the whole message. */
async function partByPart(turn: Turn, parts: readonly string[]): Promise<readonly Said[]> {
  const whole = await turn.searches(searchable(turn.heard.text), turn.heard.slots.project);
  const main = topicOf(turn, whole);
  const project = turn.heard.slots.project ?? (main && main.id.slice(0, main.id.indexOf(".")));
  const answers: Said[] = [];
  let conversation = turn.conversation;
  for (const part of parts) {
    const found = await turn.searches(searchable(part), project);
    const topic = nearestSimilarity(found) >= plainEnough ? topicOf(turn, found) : undefined;
    if (!topic || topic.kind === "smallTalk" || topic.kind === "outside") return [];
    const partTurn = { ...turn, conversation };
    const said = calculate(partTurn, found, topic) ?? sayTopic(withoutInterview(conversation), topic, turn.heard.slots, turn.knowledge, turn.today);
    if (said.answer.outcome === "asking") return [];
    if (!answers.some(({ answer }) => answer.say === said.answer.say)) answers.push(said);
    conversation = said.next;
  }
  return answers;
}

function joined(answers: readonly Said[]): Said | undefined {
  const [first, ...rest] = answers;
  if (!first) return undefined;
  const all = [first, ...rest].map(({ answer }) => answer);
  const answer: Answer = {
    ...first.answer,
    lines: [...(first.answer.lines ?? []).slice(0, 1), ...rest.flatMap((said) => [said.answer.say, ...(said.answer.lines ?? []).slice(0, 1)])],
    cites: [...new Set(all.flatMap(({ cites }) => cites ?? []))],
    origins: all.flatMap(({ origins }) => origins ?? []),
  };
  const last = rest.at(-1) ?? first;
  return { answer, next: last.next };
}

function withoutInterview(conversation: Conversation): Conversation {
  const { interview: _, ...rest } = conversation;
  return rest;
}
