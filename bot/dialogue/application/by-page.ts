/** Handing in from the page of a link: the same path as 「交」 in the chat, whatever the chat is about just now. */
import type { Said, Turn } from "../turn.ts";
import { draftFrom, isOpenDraft } from "./draft.ts";
import { type Filling, fillingOf, withFilling } from "./filling.ts";
import { handIn } from "./hand-in.ts";
import { consentsMissing } from "./start.ts";

export interface PageOrder {
  readonly application: string;
  /** The revision that the person saw on the page. */
  readonly revision: number;
  /** Handed in although the calculator refused. */
  readonly insists: boolean;
}

export async function handInByPage(
  turn: Turn,
  { application, revision, insists }: PageOrder,
): Promise<Said | undefined> {
  const { desk, conversation } = turn;
  const stored = await desk.application(application);
  const draft = stored && (await draftFrom(stored, desk));
  if (!draft || draft.revision !== revision || !isOpenDraft(draft)) return undefined;
  if ((await consentsMissing(turn, draft.form)).length > 0) return undefined;
  const open = fillingOf(conversation);
  const own: Filling =
    open?.application === application ? open : { expects: "review", application, trail: [], told: {} };
  const said = await handIn({ ...turn, conversation: withFilling(conversation, own) }, draft, insists);
  if (fillingOf(said.next) !== undefined) return undefined;
  // Another form that is open in the chat stays open.
  return open && open !== own ? { ...said, next: withFilling(said.next, open) } : said;
}
