/** Applications: a form that is open, one that somebody wants to begin, and what became of those handed in. */

import { withdraws } from "../../privacy/consent.ts";
import { bind, bindsWith } from "../application/bind.ts";
import { fill } from "../application/fill.ts";
import { fillingOf, withoutFilling } from "../application/filling.ts";
import { confirmTakeBack, mine, resumesDraft } from "../application/mine.ts";
import { pdfSheet } from "../application/pdf.ts";
import { formAnswer } from "../application/say.ts";
import { begin } from "../application/start.ts";
import { wantedForms } from "../application/which-form.ts";
import { words } from "../application/words.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { command } from "./command.ts";
import { followUp } from "./follow-up.ts";
import { interviewStep } from "./interview.ts";
import { pick } from "./pick.ts";
import { respond } from "./respond.ts";
import { scope } from "./scope.ts";

/** What answers a question in the middle of a form. */
const questions: readonly Step[] = [scope, followUp, respond];

export const apply: Step = async (turn) => {
  if (turn.inRoom) return inRoom(turn);
  const filling = fillingOf(turn.conversation);
  if (!filling) return outside(turn);
  if (filling.expects === "takeBack") {
    const said = await confirmTakeBack(turn, filling);
    return said ?? passOn(turn);
  }
  return (
    (await bind(turn)) ??
    ownDataOf(turn) ??
    (await aboutAnother(turn)) ??
    (await fill(turn, filling, questions)) ??
    passOn(turn)
  );
};

/** The form is gone, or was only being chosen: the message is about something else. */
async function passOn(turn: Turn): Promise<Said | undefined> {
  const free = { ...turn, conversation: withoutFilling(turn.conversation) };
  const said = await outside(free);
  if (said) return said;
  for (const step of [command, pick, interviewStep, ...questions]) {
    const answer = await step(free);
    if (answer) return answer;
  }
  return undefined;
}

/** 「我的申请到哪了」 in the middle of a form: it stays open. */
async function aboutAnother(turn: Turn): Promise<Said | undefined> {
  return /到哪|进度|QP-\d|^撤回申请/i.test(turn.raw) ? mine(turn) : undefined;
}

const ownData =
  /(?:删除|删掉|清除|导出|下载).{0,6}(?:我的|个人).{0,4}(?:数据|信息|记录|资料)|(?:我的|个人)(?:数据|信息|记录|资料).{0,4}(?:删除|删掉|清除|导出)/;

const ownDataOf = ({ heard, conversation }: Turn): Said | undefined =>
  ownData.test(heard.text) ? { answer: formAnswer(words.ownData), next: conversation } : undefined;

async function outside(turn: Turn): Promise<Said | undefined> {
  if (turn.file) return { answer: formAnswer(words.fileNowhere), next: turn.conversation };
  const data = ownDataOf(turn);
  if (data) return data;
  const said = (await bind(turn)) ?? (await pdfSheet(turn)) ?? (await mine(turn));
  if (said) return said;
  if (turn.conversation.interview?.asking !== undefined && !/申请|申报|填/.test(turn.heard.text)) return undefined;
  const forms = await wantedForms(turn);
  return forms.length > 0 ? begin(turn, forms) : undefined;
}

/** A room gets no form, no state and no file; it is told where to go. */
async function inRoom(turn: Turn): Promise<Said | undefined> {
  const say = await privately(turn);
  return say === undefined ? undefined : { answer: formAnswer(say), next: turn.conversation };
}

async function privately(turn: Turn): Promise<string | undefined> {
  if (turn.file) return words.fileInRoom;
  if (bindsWith(turn.raw) !== undefined) return words.bindPrivately;
  if (withdraws(turn.raw)) return words.withdrawPrivately;
  if (resumesDraft(turn.heard.text)) return undefined;
  if (await mine(turn)) return words.privateStatus;
  return (await wantedForms(turn)).length > 0 ? words.privateOnly : undefined;
}
