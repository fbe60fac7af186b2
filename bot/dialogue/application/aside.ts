/** A question in the middle of a form is answered, and the form waits. */
import type { Field } from "../../../flows/engine/form.ts";
import { looksLikeQuestion } from "../residue.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { confidentTopic, isSmallTalk } from "../what-is-asked.ts";
import type { Draft } from "./draft.ts";
import { type Filling, withFilling, withoutFilling } from "./filling.ts";
import { formAnswer, question } from "./say.ts";
import { consentText } from "./start.ts";
import { words } from "./words.ts";

const ends = /(?:[?？]|吗|伐|呢|么)[。!！~]*$/;

/** Free text takes nearly anything: there a question must look like one plainly, or be one that we know. */
async function isQuestion(turn: Turn, asked: Field | undefined): Promise<boolean> {
  const { heard, raw } = turn;
  if (/[:：=]/.test(raw) || !looksLikeQuestion(heard)) return false;
  const free = asked?.input === "text" || asked?.input === "longText";
  if (ends.test(raw.trim())) return true;
  if (heard.text.length > 40 && free) return false;
  const topic = await confidentTopic(turn);
  return topic !== undefined && !(free && isSmallTalk(topic));
}

export async function aside(
  turn: Turn,
  draft: Draft | undefined,
  filling: Filling,
  asked: Field | undefined,
  others: readonly Step[],
): Promise<Said | undefined> {
  if (!(await isQuestion(turn, asked))) return undefined;
  const conversation = withoutFilling(turn.conversation);
  for (const step of others) {
    const said = await step({ ...turn, conversation });
    if (said) return resumed(said, turn, filling, resumeWith(draft, filling, asked));
  }
  return undefined;
}

function resumeWith(draft: Draft | undefined, filling: Filling, asked: Field | undefined): string {
  if (filling.expects === "consent" || filling.expects === "medicalConsent") return consentText(filling);
  return asked && draft ? words.askAgain(question(asked)) : words.ready;
}

function resumed(said: Said, turn: Turn, filling: Filling, again: string): Said {
  // A calculator that has to ask would leave two questions open at once.
  if (said.answer.outcome === "asking")
    return { answer: formAnswer(words.otherSums, [again]), next: turn.conversation };
  const { interview: _, ...next } = said.next;
  return {
    answer: {
      ...said.answer,
      quick: [],
      lines: [...(said.answer.lines ?? []), again],
      origins: [...(said.answer.origins ?? []), again],
    },
    next: withFilling(next, filling),
    ...(said.changes && { changes: said.changes }),
  };
}
