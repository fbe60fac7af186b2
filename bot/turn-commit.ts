/** What a turn writes: the conversation as it becomes, the lines of the log, the reply, and what it submits. */
import type { Answer } from "./answer.ts";
import { withoutSecrets } from "./applications/tickets.ts";
import type { Incoming, Outgoing } from "./channels/channel.ts";
import type { Conversation } from "./dialogue/conversation.ts";
import { maskPersonal } from "./privacy/mask.ts";
import type { Change } from "./storage/records.ts";
import type { LogEntry, TurnCommit } from "./storage/store.ts";

export interface Proven {
  readonly conversation: Conversation;
  readonly answer: Answer;
  readonly text: string;
  readonly changes: readonly Change[];
}

export function commitOf(incoming: Incoming, said: Proven, at: string): TurnCommit {
  const { answer, text, conversation, changes } = said;
  const inRoom = incoming.room !== undefined;
  // The name of a file may say whom it is about.
  const personal = !inRoom && (answer.outcome === "form" || incoming.file) ? { personal: true as const } : {};
  const who = {
    at,
    conversation: conversation.id,
    user: incoming.user,
    channel: incoming.channel,
    ...(incoming.room !== undefined && { room: incoming.room }),
  };
  const entries: readonly LogEntry[] = [
    // What is said in a room is read by many: nothing personal of it is kept.
    { ...who, from: "person", text: inRoom ? maskPersonal(incoming.text) : saidText(incoming), ...personal },
    {
      ...who,
      from: "bot",
      text: withoutSecrets(text),
      outcome: answer.outcome,
      cites: answer.cites ?? [],
      ...(answer.files && { files: answer.files }),
      ...personal,
    },
  ];
  return { conversation, messageId: incoming.id, entries, replies: [outgoing(incoming, answer, text)], changes };
}

const saidText = ({ text, file }: Incoming): string => (file ? `［文件］${file.name}${text}` : text);

export function outgoing(incoming: Incoming, answer: Answer, text: string): Outgoing {
  return {
    id: `${incoming.id}/1`,
    to: incoming.user,
    ...(incoming.room !== undefined && { room: incoming.room }),
    text,
    outcome: answer.outcome,
    cites: answer.cites ?? [],
    ...(answer.quick && answer.quick.length > 0 && { quick: answer.quick }),
    ...(answer.files && { files: answer.files }),
  };
}
