/** The web form over store and flows: a page of one draft that is filled in and handed in like in the chat. */
import type { Assistant } from "../assistant.ts";
import type { IncomingFile } from "../channels/channel.ts";
import type { FormDesk, FormOrder, FormResult } from "../channels/form-desk.ts";
import { take } from "../dialogue/application/attach.ts";
import { isOpenDraft } from "../dialogue/application/draft.ts";
import type { Change } from "../storage/records.ts";
import { Conflict, type StoredTurn } from "../storage/store.ts";
import { fileOfPerson } from "../storage/stored-files.ts";
import { kept } from "./changes.ts";
import { withPosted } from "./web-form-answers.ts";
import { agreeing } from "./web-form-consent.ts";
import { type Moments, type Opened, openedBy, openLink, shown } from "./web-form-session.ts";

export interface FormDeskParts extends Moments {
  readonly handIn: Assistant["handIn"];
  /** Brings the replies to the person's chat as well. */
  readonly deliver: (person: string, turn: StoredTurn) => Promise<void>;
}

const words = {
  agreeFirst: "还没有勾选同意，所以没有保存。请先勾选同意，再填写。",
  incomplete: "还没有交：请先补齐、改好下面标出的几项。",
  insist: "还没有交：预审没有通过，一般批不下来。仍要交，请勾选“仍然要交”，由区总工会决定。",
  handedIn: "（在网页上交表）",
} as const;

const closed: FormResult = { kind: "closed" };

export function formDeskOver(parts: FormDeskParts): FormDesk {
  return {
    open: (secret) => openLink(parts, secret),
    async describe(session) {
      const found = await openedBy(parts, session);
      return found ? { kind: "page", page: shown(found) } : closed;
    },
    async agree(session, { application }, purposes) {
      const found = await openedBy(parts, session);
      if (found?.draft.application.id !== application) return closed;
      return written(parts, session, await agreeing(parts.store, found, purposes));
    },
    answer: (session, order, answers) =>
      withDraft(parts, session, order, ({ draft, desk }) => {
        const { draft: after, wrong } = withPosted(draft, answers, desk.at);
        return written(parts, session, [kept(after)], { wrong });
      }),
    attach: (session, order, file) =>
      withDraft(parts, session, order, (found) => attached(parts, session, found, file)),
    handIn: (session, order, insists) =>
      withDraft(parts, session, order, (found) => handedIn(parts, session, found, insists)),
    async file(session, id) {
      const found = await openedBy(parts, session);
      const { files, owner } = found?.draft.application ?? { files: [], owner: "" };
      const own = files.some((one) => one.id === id && one.purpose !== "roster");
      return own ? fileOfPerson(parts.store, id, owner) : undefined;
    },
  };
}

/** What every change needs first: the page shows what is kept, it may still be changed, and the person has agreed. */
async function withDraft(
  parts: Moments,
  session: string,
  { application, revision }: FormOrder,
  act: (found: Opened) => Promise<FormResult>,
): Promise<FormResult> {
  const found = await openedBy(parts, session);
  if (found?.draft.application.id !== application) return closed;
  if (!isOpenDraft(found.draft)) return { kind: "page", page: shown(found) };
  if (found.consents.length > 0) return { kind: "refused", problem: words.agreeFirst };
  return found.draft.revision === revision ? act(found) : { kind: "changed", page: shown(found) };
}

type More = Pick<Extract<FormResult, { kind: "page" }>, "wrong" | "said">;

async function written(parts: Moments, session: string, changes: readonly Change[], more: More = {}) {
  const kind = await parts.store.apply(changes).then(
    () => "page" as const,
    (cause: unknown) => {
      if (cause instanceof Conflict) return "changed" as const;
      throw cause;
    },
  );
  const found = await openedBy(parts, session);
  if (!found) return closed;
  return kind === "page" ? { kind, page: shown(found), ...more } : { kind, page: shown(found) };
}

async function attached(parts: Moments, session: string, { draft, desk, today }: Opened, file: IncomingFile) {
  const bound = (await desk.binding())?.unit;
  const taken = await take(draft, file, { at: desk.at, today, bound });
  if (taken.kind === "refused") return { kind: "refused", problem: taken.say } as const;
  return written(parts, session, [kept(taken.draft), ...taken.changes], { said: taken.said });
}

async function handedIn(
  parts: FormDeskParts,
  session: string,
  { person, draft }: Opened,
  insists: boolean,
): Promise<FormResult> {
  const [channel = "", ...user] = person.split(":");
  const application = draft.application.id;
  const { revision } = draft;
  // The same order again, after an answer that got lost, is the same message: it is handed in once.
  const id = `form-${application}-${revision}${insists ? "-insists" : ""}`;
  const incoming = { id, channel, user: user.join(":"), text: words.handedIn };
  const turn = await parts.handIn(incoming, { application, revision, insists });
  const after = await openedBy(parts, session);
  if (turn) {
    await parts.deliver(person, turn);
    const said = turn.replies.map(({ text }) => text);
    return after ? { kind: "page", page: shown(after), said } : { kind: "known", said };
  }
  if (!after) return closed;
  const page = shown(after);
  if (page.revision !== revision) return { kind: "changed", page };
  const wrong = page.missing.length + page.problems.length > 0;
  return { kind: "refused", problem: wrong ? words.incomplete : words.insist };
}
