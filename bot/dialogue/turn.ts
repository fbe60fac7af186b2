/** One turn: the visible list of what can happen to a message. The first step that answers wins. */

import type { Knowledge } from "../../knowledge/index.ts";
import type { Answer } from "../answer.ts";
import type { Desk } from "../applications/desk.ts";
import type { IncomingFile } from "../channels/channel.ts";
import type { Change } from "../storage/records.ts";
import type { Conversation } from "./conversation.ts";
import type { Searches } from "./searches.ts";
import type { Heard } from "./understanding/heard.ts";

export interface Turn {
  readonly conversation: Conversation;
  readonly heard: Heard;
  /** The message as it was typed: names and addresses are read from it. */
  readonly raw: string;
  readonly file?: IncomingFile;
  /** What may be looked up about the person. */
  readonly desk: Desk;
  readonly today: string;
  readonly inRoom: boolean;
  readonly knowledge: Knowledge;
  /** Memoised searches of this turn. */
  readonly searches: Searches;
}

/** What a step says, and what the conversation becomes. */
export interface Said {
  readonly answer: Answer;
  readonly next: Conversation;
  /** Records that the turn changes, committed together with it. */
  readonly changes?: readonly Change[];
}

/** Answers the message, or passes it on. */
export type Step = (turn: Turn) => Promise<Said | undefined>;

export async function firstAnswer(steps: readonly Step[], turn: Turn, last: Step): Promise<Said> {
  for (const step of steps) {
    const said = await step(turn);
    if (said) return said;
  }
  const said = await last(turn);
  if (!said) throw new Error("The last step of a turn must always answer.");
  return said;
}
