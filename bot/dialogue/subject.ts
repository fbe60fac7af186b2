/** What the conversation is about now, and what it was about before. */
import type { Slots } from "../../knowledge/slots.ts";
import type { Conversation, Subject } from "./conversation.ts";

const remembered = 5;

/** Makes a subject the current one; another project's subject moves to the earlier ones. */
export function about(conversation: Conversation, subject: Subject): Conversation {
  const before = conversation.subject;
  const moved = before !== undefined && before.project !== subject.project;
  const earlier = moved
    ? [before, ...conversation.earlier.filter(({ project }) => project !== before.project)].slice(0, remembered)
    : conversation.earlier;
  return { ...conversation, subject, earlier };
}

/** Slots that live on in a follow-up: those of the subject, overridden by what was just heard. */
export const merged = (before: Slots | undefined, heard: Slots): Slots => ({ ...before, ...heard });
