/** 「绑定 ABCDE…」: an officer shows the code that staff handed out, and from then on acts for the unit. */
import { isGood, ticketId, used } from "../../applications/tickets.ts";
import type { Binding, Change } from "../../storage/records.ts";
import type { Said, Turn } from "../turn.ts";
import { formAnswer } from "./say.ts";
import { words } from "./words.ts";

const binds = /^(?:我要?)?绑定(?:单位|码|代码)?(?:是|为)?[:：\s]*([A-Za-z0-9-]{4,40})[。.!！]*$/;
const asks = /^(?:我)?(?:现在)?绑定(?:的是)?(?:了)?(?:哪家|哪个|什么)?(?:单位)?(?:了吗|吗)?[?？]*$/;

/** Wrong codes of one person on one day; then a code that is right is not looked at either. */
const mostFailures = 5;

/** The code that the message shows. */
export const bindsWith = (text: string): string | undefined => binds.exec(text.normalize("NFKC").trim())?.[1];

export async function bind(turn: Turn): Promise<Said | undefined> {
  const { desk, raw, conversation } = turn;
  const text = raw.normalize("NFKC").trim();
  const bound = await boundUnit(turn, text);
  if (bound) return bound;
  if (/^(?:我要?)?绑定(?:单位)?[。.!！]*$/.test(text))
    return { answer: formAnswer(words.howToBind), next: turn.conversation };
  const code = bindsWith(text);
  if (code === undefined) return undefined;
  const failures = conversation.failedCodes?.day === turn.today ? conversation.failedCodes.count : 0;
  if (failures >= mostFailures) return { answer: formAnswer(words.tooManyCodes), next: conversation };
  const stored = await desk.ticket(ticketId(code.replace(/-/g, "")));
  const ticket = stored?.value;
  if (!stored || !isGood(ticket, desk.at) || ticket.purpose !== "bind")
    return {
      answer: formAnswer(words.badCode),
      next: { ...conversation, failedCodes: { day: turn.today, count: failures + 1 } },
    };
  const { unit, role, by } = ticket;
  const value: Binding = { id: desk.person, unit, role, by, at: desk.at };
  const note: Change = {
    kind: "audit",
    note: {
      at: desk.at,
      actor: `person:${desk.person}`,
      action: "bind",
      object: `binding/${desk.person}`,
      reason: `code of ${by}`,
    },
  };
  return {
    answer: formAnswer(words.bound(unit, role)),
    next: conversation,
    changes: [{ kind: "binding", id: desk.person, person: desk.person, value }, used(stored, desk.at), note],
  };
}

async function boundUnit({ desk, conversation }: Turn, text: string): Promise<Said | undefined> {
  if (!asks.test(text) || !/吗|[?？]|哪|什么/.test(text)) return undefined;
  const binding = await desk.binding();
  return binding && { answer: formAnswer(words.boundAlready(binding.unit)), next: conversation };
}
