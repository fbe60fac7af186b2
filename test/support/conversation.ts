/** One person's conversation with the real knowledge; its state is stored as JSON between turns, as a restart would. */
import type { Answer } from "../../bot/answer.ts";
import { deskOver } from "../../bot/applications/desk.ts";
import { labelsOf } from "../../bot/assistant-labels.ts";
import { renderText } from "../../bot/channels/render.ts";
import { type Conversation, newConversation } from "../../bot/dialogue/conversation.ts";
import { reply } from "../../bot/dialogue/dialogue.ts";
import { guard } from "../../bot/dialogue/guard.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import type { Knowledge } from "../../knowledge/index.ts";

export interface Replied extends Answer {
  readonly text: string;
}

export function conversation(knowledge: Knowledge, today = "2023-06-15") {
  let stored = JSON.stringify(newConversation("test:person"));
  const labels = labelsOf(knowledge);
  const store = memoryStore();
  const desk = () => deskOver(store, { person: "test:person", channel: "test", at: `${today}T08:00:00.000Z` });
  return {
    async say(text: string, { inRoom = false } = {}): Promise<Replied> {
      const turn = await reply(JSON.parse(stored) as Conversation, { text, inRoom }, knowledge, today, desk());
      await store.apply(turn.changes);
      stored = JSON.stringify(turn.conversation);
      guard(turn.answer, renderText({ ...turn.answer, cites: [], quick: [] }, labels), knowledge, text);
      return { ...turn.answer, text: renderText(turn.answer, labels) };
    },
  };
}
