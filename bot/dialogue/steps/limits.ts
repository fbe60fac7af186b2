/** Nothing to read, or too much of it: said so at once, before anything costs time. */
import { replies } from "../replies.ts";
import type { Step } from "../turn.ts";

/** Longest text that is read as a question; a person's long message is 200 characters. */
export const longestText = 1000;

export const limits: Step = async ({ conversation, heard, file }) => {
  if (heard.text === "" && !file)
    return { answer: { outcome: "notUnderstood", say: replies.empty }, next: conversation };
  if (heard.text.length > longestText) {
    return {
      answer: { outcome: "refused", say: replies.tooLong(longestText), origins: [String(longestText)] },
      next: conversation,
    };
  }
  return undefined;
};
