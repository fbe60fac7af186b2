/** What a conversation remembers of the form that is being filled in; what was said is in the draft itself. */
import type { Answers } from "../../../rules/engine/fact.ts";
import type { Conversation } from "../conversation.ts";

/** What the next message is expected to be. */
export type Expected =
  | "form"
  | "consent"
  | "medicalConsent"
  | "answer"
  | "review"
  /** 「仍然交」 after the calculator refused. */
  | "insist"
  | "cancel"
  | "takeBack";

export interface Filling {
  readonly expects: Expected;
  /** The form; absent while it is being chosen. */
  readonly form?: string;
  /** The forms to choose from. */
  readonly choice?: readonly string[];
  /** Id of the draft; absent until the person has agreed. */
  readonly application?: string;
  readonly asking?: string;
  /** The whole page was shown once: later only what changed. */
  readonly reviewed?: true;
  /** Fields in the order in which they were answered, for 「上一题」. */
  readonly trail: readonly string[];
  /** What was said of the matter before the draft began: counts and days, nothing personal. */
  readonly told: Answers;
}

/** Written by this folder only, so that what is read is what was written. */
export const fillingOf = ({ form }: Conversation): Filling | undefined => form as Filling | undefined;

export const withFilling = (conversation: Conversation, filling: Filling): Conversation => ({
  ...conversation,
  options: [],
  form: filling,
});

export function withoutFilling(conversation: Conversation): Conversation {
  const { form: _, ...rest } = conversation;
  return { ...rest, options: [] };
}
