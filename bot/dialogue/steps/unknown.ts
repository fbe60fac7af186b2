/** Nothing fits well enough: say so, and offer what comes nearest. */
import { replies } from "../replies.ts";
import type { Step } from "../turn.ts";
import { nearestSimilarity } from "../what-is-asked.ts";

export const unknown: Step = async ({ conversation, heard, knowledge, searches }) => {
  const found = await searches(heard.text);
  const near = found.topics
    .slice(0, 3)
    .flatMap(({ topic }) => knowledge.topics.get(topic) ?? [])
    .filter(({ kind }) => kind === "answered");
  if (nearestSimilarity(found) < 0.4 || near.length === 0) {
    return { answer: { outcome: "notUnderstood", say: replies.notUnderstood }, next: { ...conversation, options: [] } };
  }
  const options = near.map(({ id, asks }) => ({ label: asks, topic: id }));
  return {
    answer: {
      outcome: "choosing",
      say: replies.didYouMean,
      quick: options.map(({ label }) => label),
      origins: options.map(({ label }) => label),
    },
    next: { ...conversation, options },
  };
};
