/** What the document and its rules have to say to one question, or to each of two questions in one message. */
import type { SearchResult } from "../../../knowledge/index.ts";
import { slotLabel, subjectName } from "../../../knowledge/slot-labels.ts";
import type { Topic } from "../../../knowledge/topic.ts";
import type { Answer } from "../../answer.ts";
import type { Conversation } from "../conversation.ts";
import { looksLikeQuestion } from "../residue.ts";
import { projectOf, sayTopic } from "../say-topic.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { hear, searchable } from "../understanding/heard.ts";
import { introduces, isSmallTalk, namedProjects, nearestSimilarity, topicOf } from "../what-is-asked.ts";
import { calculate } from "./calculate.ts";

/** A part of a message is taken for a question of its own when something this near is known. */
const plainEnough = 0.6;

export const respond: Step = async (turn) => {
  const parts = questionsIn(turn.heard.text);
  const whole = await one(turn, turn.heard.text);
  if (parts.length < 2) return whole;
  const answers = await partByPart(turn, parts);
  const calculated = (said: Said | undefined) => said?.answer.outcome === "calculated";
  const several = new Set(parts.flatMap(namedProjects)).size > 1;
  if (answers.length < 2 || (calculated(whole) && !several && !answers.every(calculated))) return whole;
  return joined(answers);
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
  const sentences = text.split(/[?？。;；!]+|顺便|另外|还想问/).filter((part) => part.length >= 3);
  const pieces = sentences.length > 1 ? sentences : text.split(/[,，]/).filter((part) => part.length >= 3);
  const asks = (part: string) =>
    looksLikeQuestion({ text: part }) || (sentences.length > 1 && namedProjects(part).length > 0);
  const asking = pieces.filter(asks);
  if (asking.length < 2 || asking.length > 3) return [];
  // What stands before the first question tells whom or what it is about.
  const before = pieces.slice(0, pieces.findIndex(asks)).join(",");
  return before === "" ? asking : [`${before},${asking[0]}`, ...asking.slice(1)];
}

/** Distinct answers to the parts; a part without a project of its own is about that of the part before. */
async function partByPart(turn: Turn, parts: readonly string[]): Promise<readonly Said[]> {
  const main = topicOf(turn, await turn.searches(searchable(turn.heard.text), turn.heard.slots.project));
  let name = slotLabel(turn.heard.slots) || (main === undefined ? "" : subjectName(projectOf(main.id), main.id));
  let conversation = turn.conversation;
  const answers: Said[] = [];
  for (const part of parts) {
    const own = namedProjects(part)[0];
    const project = own ?? turn.heard.slots.project ?? (main && projectOf(main.id));
    const heard = own !== undefined && own !== turn.heard.slots.project ? hearPart(turn, part, own) : turn.heard;
    const query = own === undefined ? `${name}，${searchable(part)}` : searchable(part);
    const found = nearer(await turn.searches(searchable(part), project), await turn.searches(query, project));
    const answer = onePart({ ...turn, conversation, heard }, found);
    if (!answer) return [];
    if (!answers.some((said) => said.answer.say === answer.said.answer.say)) answers.push(answer.said);
    conversation = answer.said.next;
    name = slotLabel(heard.slots) || subjectName(projectOf(answer.topic.id), answer.topic.id);
  }
  return answers;
}

/** Undefined when the part is not plainly a question that can be answered at once. */
function onePart(turn: Turn, found: SearchResult): { readonly said: Said; readonly topic: Topic } | undefined {
  const topic = nearestSimilarity(found) >= plainEnough ? topicOf(turn, found) : undefined;
  if (!topic || isSmallTalk(topic) || introduces.test(topic.id)) return undefined;
  const said =
    calculate(turn, found, topic) ??
    sayTopic(withoutInterview(turn.conversation), topic, turn.heard.slots, turn.knowledge, turn.today);
  return said.answer.outcome === "asking" ? undefined : { said, topic };
}

const nearer = (one: SearchResult, other: SearchResult): SearchResult =>
  nearestSimilarity(other) > nearestSimilarity(one) ? other : one;

/** A part about a scheme of its own is understood on its own: its figures are not those of the other part. */
const hearPart = ({ today }: Turn, part: string, project: string): Turn["heard"] =>
  hear(part, { today, year: Number(today.slice(0, 4)), project });

function joined(answers: readonly Said[]): Said | undefined {
  const [first, ...rest] = answers;
  if (!first) return undefined;
  const all = [first, ...rest].map(({ answer }) => answer);
  const answer: Answer = {
    ...first.answer,
    lines: [
      ...(first.answer.lines ?? []).slice(0, 1),
      ...rest.flatMap((said) => [said.answer.say, ...(said.answer.lines ?? []).slice(0, 1)]),
    ],
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
