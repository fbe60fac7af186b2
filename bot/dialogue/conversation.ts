/** What the assistant remembers of one person's conversation: plain data, replayed after a restart. */
import type { Slots } from "../../knowledge/slots.ts";
import type { Answers } from "../../rules/engine/fact.ts";

/** What the last answer was about; follow-ups like 「女的呢」 change one thing of it. */
export interface Subject {
  readonly project: string;
  readonly topic?: string;
  readonly rule?: string;
  readonly slots: Slots;
}

/** A calculator under way or just finished: its answers are its whole state. */
export interface Interview {
  readonly rule: string;
  readonly answers: Answers;
  /** The fact asked last; absent once the calculator has decided. */
  readonly asking?: string;
  /** Facts in the order in which they were answered, for 「上一题」. */
  readonly trail: readonly string[];
}

export interface Option {
  readonly label: string;
  /** What is asked when it is picked: a topic id, a rule id, or words as if typed. */
  readonly topic?: string;
  readonly rule?: string;
  readonly text?: string;
}

export interface Conversation {
  readonly id: string;
  readonly schema: 1;
  readonly turns: number;
  readonly subject?: Subject;
  /** Earlier subjects, newest first, for 「刚才那个大病的」. */
  readonly earlier: readonly Subject[];
  readonly interview?: Interview;
  /** What was told to each calculator before, so that nobody types it twice. */
  readonly told: Readonly<Record<string, Answers>>;
  /** The numbered choices of the last reply. */
  readonly options: readonly Option[];
  /** The form being filled in; its shape is known to `application/filling.ts` alone. */
  readonly form?: unknown;
  /** Wrong binding codes of a day. */
  readonly failedCodes?: { readonly day: string; readonly count: number };
}

export const newConversation = (id: string): Conversation => ({
  id,
  schema: 1,
  turns: 0,
  earlier: [],
  told: {},
  options: [],
});
