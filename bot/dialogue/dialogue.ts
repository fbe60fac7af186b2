/** The dialogue: (conversation, message, day) → (conversation, answer). Pure but for the search it is given. */
import type { Knowledge } from "../../knowledge/index.ts";
import type { Answer } from "../answer.ts";
import type { Desk } from "../applications/desk.ts";
import type { IncomingFile } from "../channels/channel.ts";
import type { Change } from "../storage/records.ts";
import { handInByPage, type PageOrder } from "./application/by-page.ts";
import type { Conversation } from "./conversation.ts";
import { inTime } from "./in-time.ts";
import { namedProject } from "./named-project.ts";
import { memoised } from "./searches.ts";
import { apply } from "./steps/apply.ts";
import { command } from "./steps/command.ts";
import { followUp } from "./steps/follow-up.ts";
import { interviewStep } from "./steps/interview.ts";
import { limits } from "./steps/limits.ts";
import { pick } from "./steps/pick.ts";
import { privateMatter } from "./steps/private-matter.ts";
import { respond } from "./steps/respond.ts";
import { scope } from "./steps/scope.ts";
import { unknown } from "./steps/unknown.ts";
import { supposedYear } from "./supposed-year.ts";
import { firstAnswer, type Step, type Turn } from "./turn.ts";
import { hear } from "./understanding/heard.ts";

/** What can happen to a message, in this order. */
export const steps: readonly Step[] = [
  limits,
  privateMatter,
  apply,
  command,
  pick,
  interviewStep,
  scope,
  followUp,
  respond,
];

export interface Message {
  readonly text: string;
  readonly inRoom: boolean;
  readonly file?: IncomingFile;
}

export interface Replied {
  readonly conversation: Conversation;
  readonly answer: Answer;
  readonly changes: readonly Change[];
}

function turnOf(conversation: Conversation, message: Message, knowledge: Knowledge, today: string, desk: Desk): Turn {
  const project = conversation.subject?.project;
  const heard = hear(message.text, {
    today,
    year: supposedYear(today),
    ...(project !== undefined && { project }),
  });
  return {
    conversation,
    heard,
    raw: message.text,
    today,
    inRoom: message.inRoom,
    knowledge,
    searches: memoised(knowledge),
    desk,
    ...(message.file && { file: message.file }),
  };
}

export async function reply(
  conversation: Conversation,
  message: Message,
  knowledge: Knowledge,
  today: string,
  desk: Desk,
): Promise<Replied> {
  const turn = turnOf(conversation, message, knowledge, today, desk);
  const { answer, next, changes = [] } = await firstAnswer(steps, turn, unknown);
  const named = namedProject(answer, turn.heard.text, conversation, next);
  return {
    answer: inTime(named, turn.heard, today),
    conversation: { ...next, turns: conversation.turns + 1 },
    changes,
  };
}

/** What a person does on the page of a link. Undefined when there is nothing to commit: the page shows why. */
export async function replyToPage(
  conversation: Conversation,
  order: PageOrder,
  knowledge: Knowledge,
  today: string,
  desk: Desk,
): Promise<Replied | undefined> {
  const said = await handInByPage(turnOf(conversation, { text: "", inRoom: false }, knowledge, today, desk), order);
  if (!said) return undefined;
  const { answer, next, changes = [] } = said;
  return { answer, conversation: { ...next, turns: conversation.turns + 1 }, changes };
}
