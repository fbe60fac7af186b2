/** What a person has already said to any calculator of a project, for the next one that can use it. */
import type { Slots } from "../../knowledge/slots.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import { type AnyRule, factsOf } from "../../rules/engine/rule.ts";
import { ruleById } from "../../rules/index.ts";
import type { Conversation } from "./conversation.ts";

/** Slots, then what other calculators of the project were told, then what this one was told. */
export function knownFacts(conversation: Conversation, rule: AnyRule, slots: Slots): Answers {
  const ids = new Set(factsOf(rule).map(({ id }) => id));
  const told = Object.entries(conversation.told)
    .filter(([id]) => id !== rule.id && ruleById(id)?.project === rule.project)
    .map(([, answers]) => answers);
  const own =
    conversation.interview?.rule === rule.id ? conversation.interview.answers : (conversation.told[rule.id] ?? {});
  const all: Answers = Object.assign({}, ...told, own);
  const wanted = { ...all, ...heardAsFacts(slots, all) };
  return Object.fromEntries(Object.entries(wanted).filter(([id]) => ids.has(id)));
}

/** A slot that no calculator was told yet. */
const heardAsFacts = (slots: Slots, told: Answers): Answers =>
  Object.fromEntries(Object.entries(slots).filter(([slot]) => !(slot in told)));
