/** 「网页填」: a link that opens once and carries this form on in a browser. */

import { kept } from "../../applications/changes.ts";
import type { Said, Turn } from "../turn.ts";
import type { Draft } from "./draft.ts";
import { type Filling, withFilling } from "./filling.ts";
import { askedField, formAnswer, question } from "./say.ts";
import { words } from "./words.ts";

const asks =
  /^(?:我?要?|想|请|可以)?(?:(?:用|在|到|上)?(?:网页|电脑|浏览器)(?:上|里|版)?(?:来|去)?(?:填(?:写|表)?)|(?:发|给|要)(?:我)?(?:一?个|一下)?(?:网页|填表|表格)?(?:的)?(?:链接|网址))(?:吧|给我|一下)*[。!！]*$/;

export const asksForLink = ({ heard }: Turn): boolean => asks.test(heard.text);

/** The draft is kept with the link that opens it; where the chat stands stays as it is. */
export function link(turn: Turn, draft: Draft, filling: Filling): Said {
  const made = turn.desk.formLink?.(draft.application.id);
  if (!made) return { answer: formAnswer(words.noLink, goingOn(draft, filling)), next: turn.conversation };
  const { url, minutes, ticket } = made;
  return {
    answer: formAnswer(words.link(url, minutes)),
    next: withFilling(turn.conversation, { ...filling, application: draft.application.id }),
    changes: [
      ...(draft.revision === 0 ? [kept(draft)] : []),
      { kind: "ticket", id: ticket.id, person: turn.desk.person, value: ticket, expected: 0 },
    ],
  };
}

function goingOn(draft: Draft, filling: Filling): readonly string[] {
  const asked = askedField(draft, filling);
  return asked ? [question(asked)] : [];
}
