/** 「我的申请到哪了」, 「撤回申请」, 「修改申请」, 「继续填」: what has become of the person's applications. */
import { formById } from "../../../flows/index.ts";
import { kept, personNote } from "../../applications/changes.ts";
import { isOpen, isUnderWay, StepRefused, statusName, statusNames, stepped } from "../../applications/life.ts";
import { shanghaiDayOf } from "../../clock.ts";
import type { Application, Stored } from "../../storage/records.ts";
import type { Said, Turn } from "../turn.ts";
import { chineseDay } from "../understanding/dates.ts";
import { draftFrom, filledToday } from "./draft.ts";
import { type Filling, withFilling, withoutFilling } from "./filling.ts";
import { formAnswer, goOn, review } from "./say.ts";
import { askConsent, consentsMissing } from "./start.ts";
import { words } from "./words.ts";

type Kept = Stored<"application">;

const asksStatus =
  /(?:我|咱|上次|昨天|之前|前两天|上周)[^,。?]{0,8}(?:申请|表|材料|单子)[^,。?]{0,6}(?:到哪|怎么?样了|批了|批下来|批好|办好|办到|审核了|审批了|通过了|进展|处理)|(?:查|看|问)(?:一?下|看看)?(?:我们?的?)?(?:申请|受理|办理)?(?:的)?(?:进度|状态)|^我?们?的?(?:申请|进度)(?:呢|在哪|状态|怎么样)?[?。]*$/;
/** So said, somebody means an application of their own, also when there is none. */
const plainly = /我们?的?申请|我们?交的|进度/;
/** 「交」 once more, after it was handed in. */
const handsIn = /^(?:交|提交|确认提交)(?:了|吧)?[。!]*$/;
const whyBack = /(?:为什么|为啥|怎么)(?:被|给)?退|退回(?:的)?(?:原因|理由)/;
const numberIn = /QP-[\dA-Za-z-]+-20\d\d-\d{6}/i;
const takesBack = /^(?:我?要?|想)?(?:撤回|撤销|撤掉|不要了)(?:我的|这份|那份)?(?:申请|表)?/;
const corrects =
  /^(?:我?要?|想|来)?(?:修改|更正|补正|重新?填|改)(?:一下)?(?:被?退回的?|我的|那份|这份)?(?:申请|材料|表)/;
/** So said while something lies returned, somebody means that. */
const mends = /^(?:改|修改|更正)|重新交|改好了/;
const resumes = /^(?:继续|接着|再)(?:填|办|申请|来|上次的?|刚才的?|弄)?(?:写|表|申请|吧|一下|下去)*[。!]*$/;

export const resumesDraft = (text: string): boolean => resumes.test(text);

export async function mine(turn: Turn): Promise<Said | undefined> {
  const { heard, raw } = turn;
  const number = numberIn.exec(raw.normalize("NFKC"))?.[0]?.toUpperCase();
  if (resumesDraft(heard.text)) return resumed(turn);
  if (
    takesBack.test(heard.text) &&
    (number !== undefined || /申请|表|撤/.test(heard.text)) &&
    !/同意|授权/.test(heard.text)
  )
    return takeBack(turn, number);
  if (corrects.test(heard.text) || mends.test(heard.text)) {
    const said = await corrected(turn, number);
    if (said || corrects.test(heard.text)) return said;
  }
  if (number !== undefined || asksStatus.test(heard.text) || handsIn.test(heard.text) || whyBack.test(heard.text))
    return status(turn, number);
  return undefined;
}

async function status(turn: Turn, number: string | undefined): Promise<Said | undefined> {
  const all = (await turn.desk.applications()).map(({ value }) => value);
  const handed = all.filter((one) => one.number !== undefined);
  const shown = number === undefined ? handed : handed.filter((one) => one.number === number);
  const drafts = number === undefined ? all.filter((one) => one.status === "draft") : [];
  if (shown.length === 0 && drafts.length === 0) {
    if (number === undefined && !plainly.test(turn.heard.text)) return undefined;
    return {
      answer: formAnswer(number === undefined ? words.none : words.noneOfNumber(number)),
      next: turn.conversation,
    };
  }
  const lines = [
    ...shown.slice(0, 5).flatMap((one) => statusLines(one, shown.length === 1)),
    ...drafts.slice(0, 3).map(draftLine),
  ];
  const sheet =
    shown.length === 1 && shown[0]?.owner === turn.desk.person
      ? shown[0]?.files.find(({ purpose }) => purpose === "printed")
      : undefined;
  const files = sheet ? { files: [{ id: sheet.id, name: sheet.name }] } : {};
  return { answer: formAnswer(lines[0] ?? "", lines.slice(1), files), next: turn.conversation };
}

const titleOf = ({ form }: Application): string => formById(form)?.short ?? form;
const draftLine = (one: Application): string => `${titleOf(one)}：${statusNames.draft}，说「继续填」接着填。`;

function statusLines(one: Application, whole: boolean): readonly string[] {
  const flags = [...(one.late ? ["迟交"] : []), ...(one.overQuota ? ["候补"] : [])];
  const last = one.history.at(-1);
  const reason =
    one.status === "returned" && last?.reason !== undefined ? `原因：${last.reason}。说「修改申请」就可以改。` : "";
  const first = `${titleOf(one)}（${one.number ?? ""}）${one.unit ?? ""}：${statusName(one)}${flags.length > 0 ? `（${flags.join("、")}）` : ""}。${reason}`;
  if (!whole) return [first];
  const steps = one.history
    .filter(({ did }) => did !== "draft")
    .map(({ at, by, did }) => `${chineseDay(shanghaiDayOf(at))} ${doneBy(by, one.owner)}：${stepNames[did] ?? did}`);
  return [first, ...steps];
}

const stepNames: Readonly<Record<string, string>> = {
  handedIn: "交表登记",
  unitSealed: "单位工会盖章",
  townReviewed: "街镇（委局、公司）工会审核",
  districtApproved: "区总工会审核",
  delivered: "交承办单位",
  returned: "退回",
  withdrawn: "撤回",
};
/** Who did it, without an account name. */
const doneBy = (by: string, owner: string): string =>
  by === `person:${owner}`
    ? "申请人"
    : by.startsWith("person:")
      ? "本单位经办人"
      : by.startsWith("staff:") || by.startsWith("operator:")
        ? "区总工会"
        : "系统";

async function resumed(turn: Turn): Promise<Said | undefined> {
  const drafts = (await turn.desk.applications()).filter(
    ({ value }) => value.owner === turn.desk.person && isOpen(value),
  );
  const [newest] = drafts;
  if (!newest)
    return turn.conversation.interview?.asking === undefined
      ? { answer: formAnswer(words.noDraft), next: turn.conversation }
      : undefined;
  return reopened(turn, newest, []);
}

async function reopened(turn: Turn, stored: Kept, before: readonly string[]): Promise<Said | undefined> {
  const found = await draftFrom(stored, turn.desk);
  if (!found) return undefined;
  const draft = filledToday(found, turn);
  const filling: Filling = {
    expects: "answer",
    form: draft.form.id,
    application: stored.value.id,
    trail: [],
    told: {},
  };
  const [purpose] = await consentsMissing(turn, draft.form);
  if (purpose) return askConsent(turn, draft.form, purpose, filling, [`《${draft.form.title}》`]);
  const said =
    stored.value.status === "draft"
      ? goOn(turn, draft, filling, [`《${draft.form.title}》`, ...before])
      : review(turn, draft, filling, before);
  return said;
}

/** A returned application is corrected under its own number. */
async function corrected(turn: Turn, number: string | undefined): Promise<Said | undefined> {
  const returned = (await turn.desk.applications()).filter(
    ({ value }) => value.status === "returned" && (number === undefined || value.number === number),
  );
  const [newest] = returned;
  if (!newest) return undefined;
  const reason = newest.value.history.at(-1)?.reason ?? "";
  return reopened(turn, newest, [words.reopened(newest.value.number ?? "", reason)]);
}

async function takeBack(turn: Turn, number: string | undefined): Promise<Said> {
  const open = (await turn.desk.applications()).filter(({ value }) => isUnderWay(value) && value.number !== undefined);
  const meant = number === undefined ? open : open.filter(({ value }) => value.number === number);
  const [one] = meant;
  const numbers = meant.flatMap(({ value }) => value.number ?? []);
  if (!one)
    return {
      answer: formAnswer(number === undefined ? words.nothingToTakeBack : words.noneOfNumber(number)),
      next: turn.conversation,
    };
  if (meant.length > 1) return { answer: formAnswer(words.takeBackWhich(numbers)), next: turn.conversation };
  const filling: Filling = {
    expects: "takeBack",
    form: one.value.form,
    application: one.value.id,
    trail: [],
    told: {},
  };
  return {
    answer: formAnswer(words.takeBackSure(numbers[0] ?? "", titleOf(one.value))),
    next: withFilling(turn.conversation, filling),
  };
}

/** 「确认撤回」; anything else leaves the application as it is. */
export async function confirmTakeBack(turn: Turn, { application: id }: Filling): Promise<Said | undefined> {
  const next = withoutFilling(turn.conversation);
  const { desk, heard } = turn;
  if (!/^(确认|确定|是的?|对的?|好的?|嗯)[,，]?(撤回|撤销)?(申请)?[。!]*$/.test(heard.text)) return undefined;
  const stored = id === undefined ? undefined : await desk.application(id);
  if (!stored) return undefined;
  const number = stored.value.number ?? "";
  try {
    const actor = stored.value.owner === desk.person ? "owner" : "unit";
    const value = stepped(stored.value, { to: "withdrawn", actor, by: `person:${desk.person}`, at: desk.at });
    const say = words.takenBack(number, stored.value.places !== undefined);
    return {
      answer: { outcome: "cancelled", say, origins: [say] },
      next,
      changes: [
        kept({ application: value, revision: stored.revision }),
        personNote(desk, "withdraw", `application/${number}`),
      ],
    };
  } catch (cause) {
    if (!(cause instanceof StepRefused)) throw cause;
    return { answer: formAnswer(words.cannotTakeBack(number, statusName(stored.value))), next };
  }
}
