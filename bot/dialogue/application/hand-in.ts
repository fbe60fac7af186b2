/** Handing in: everything checked once more, a number taken, places reserved, the sheet printed, all in one commit. */

import { fieldsOf } from "../../../flows/engine/form.ts";
import { type Validation, validate } from "../../../flows/engine/validate.ts";
import { isUnsure } from "../../../rules/engine/fact.ts";
import { clauseOf as clauseOfProvision } from "../../../rules/engine/provision.ts";
import { kept, personNote, removed } from "../../applications/changes.ts";
import { digest } from "../../applications/digest.ts";
import { stepped } from "../../applications/life.ts";
import { shanghaiDayOf } from "../../clock.ts";
import type { Application } from "../../storage/records.ts";
import type { Said, Turn } from "../turn.ts";
import { chineseDay } from "../understanding/dates.ts";
import { clauseOf, type Draft, givenOf, projectOf } from "./draft.ts";
import { type Filling, fillingOf, withFilling, withoutFilling } from "./filling.ts";
import { printedFile, withPrint } from "./printed.ts";
import { formAnswer, preCheck, review } from "./say.ts";
import { isLate } from "./time.ts";
import { words } from "./words.ts";

/** `insists`: the person hands in although the calculator refused. */
export async function handIn(turn: Turn, draft: Draft, insists: boolean): Promise<Said> {
  const filling: Filling = fillingOf(turn.conversation) ?? { expects: "review", trail: [], told: {} };
  if (lacks(draft, turn.today)) return review(turn, draft, filling);
  const same = await sameAsBefore(turn, draft);
  if (same) return same;
  const checked = preCheck(draft, turn.today);
  if (checked?.decision.verdict === "notEligible" && !insists) {
    const lines = [words.preCheck(checked.answer.say), ...(checked.answer.lines ?? []), words.refusedByRule];
    return {
      answer: formAnswer(lines[0] ?? "", lines.slice(1), {
        cites: checked.answer.cites ?? [],
        origins: checked.answer.origins ?? [],
      }),
      next: withFilling(turn.conversation, { ...filling, expects: "insist" }),
    };
  }
  return registered(turn, draft);
}

/** Nothing is wrong, and fields that the sheet demands are there; what the person does not know may stay blank. */
function lacks(draft: Draft, today: string): boolean {
  const { missing, problems } = lacking(draft, today);
  return problems.length > 0 || missing.length > 0;
}

export function lacking({ form, answers }: Draft, today: string): Validation {
  const found = validate(form, answers, today);
  const unknown = new Set(
    fieldsOf(form)
      .filter(({ fact, required }) => required !== "document" && isUnsure(answers[fact.id]))
      .map(({ fact }) => fact.id),
  );
  return { ...found, missing: found.missing.filter((id) => !unknown.has(id)) };
}

async function registered(turn: Turn, draft: Draft): Promise<Said> {
  const { desk, today, conversation } = turn;
  const { form } = draft;
  const again = draft.application.number !== undefined;
  const number = draft.application.number ?? (await desk.nextNumber(series(draft)));
  const room = await placesFor(draft, turn);
  const about = {
    id: `${draft.application.id}-sheet-${draft.revision + 1}`,
    label: ` ${number}`,
    person: draft.application.owner,
    at: desk.at,
  };
  const printed = withPrint(draft, await printedFile(form, draft.answers, about), desk.at);
  const bound = (await desk.binding())?.unit;
  const actor = draft.application.owner === desk.person ? "owner" : "unit";
  const { places: _p, late: _l, overQuota: _o, unitProven: _u, ...application } = printed.draft.application;
  const handed: Application = {
    ...stepped(application, { to: "handedIn", actor, by: `person:${desk.person}`, at: desk.at }),
    number,
    fingerprint: fingerprint(draft),
    ...(room.places && { places: room.places }),
    ...(room.isOver && { overQuota: true }),
    ...(isLate(draft, today) && { late: true }),
    ...(bound !== undefined && bound === application.unit && { unitProven: true }),
  };
  const done = { ...printed.draft, application: handed };
  const lines = [...receipt(done, room.line, lateLine(draft, today)), ...(again ? [] : await anotherLine(turn, draft))];
  const file = handed.files.find(({ purpose }) => purpose === "printed");
  return {
    answer: formAnswer(again ? words.corrected(number) : words.receipt(number), lines, {
      cites: [clauseOf(form), ...room.cites],
      origins: preCheck(draft, today)?.answer.origins ?? [],
      ...(file && { files: [{ id: file.id, name: file.name }] }),
    }),
    next: withoutFilling(conversation),
    changes: [kept(done), ...printed.changes, personNote(desk, "handIn", `application/${number}`)],
  };
}

/** A legal cut-off is stated as it stands; any other lateness is for staff to decide. */
function lateLine(draft: Draft, today: string): string {
  const checked = draft.form.window === "judgedByRule" ? preCheck(draft, today) : undefined;
  return checked?.decision.verdict === "notEligible" ? words.preCheck(checked.answer.say) : words.lateReceipt;
}

function receipt({ form, application }: Draft, places: string | undefined, lateLine: string): readonly string[] {
  return [
    ...(application.late ? [lateLine] : []),
    ...(form.seals.length > 0 ? [words.seals(form.seals)] : []),
    ...(form.copies === undefined ? [] : [words.copies(form.copies)]),
    words.handIn(form.handIn),
    ...(form.advice ?? []),
    ...(places === undefined ? [] : [places]),
    ...(form.by === "unit" && application.unitProven !== true ? [words.unproven] : []),
    words.status,
  ];
}

/** `2023/2-3-2` → QP-2-3-2-2023; a cover without a sheet of its own takes its annex. */
function series(draft: Draft): string {
  const { form } = draft;
  const year = form.clause.slice(0, form.clause.indexOf("/"));
  return `QP-${form.kind === "official" ? form.id : projectOf(form)}-${year}`;
}

interface Room {
  readonly places?: NonNullable<Application["places"]>;
  readonly isOver: boolean;
  readonly line?: string;
  readonly cites: readonly string[];
}

/** Places that are free are taken; when they are not, the application waits for staff instead of being refused. */
async function placesFor(draft: Draft, { desk, today }: Turn): Promise<Room> {
  const wanted = draft.form.places?.(givenOf(draft));
  if (!wanted) return { isOver: false, cites: [] };
  const { quota, of, count, unit } = wanted;
  const held = draft.application.places?.quota === quota ? draft.application.places.count : 0;
  const used = (await desk.quotaUsed(quota)) - held;
  const cites = [clauseOfProvision(of)];
  const day = chineseDay(today);
  if (used + count > of.value) return { isOver: true, cites, line: words.overQuota(day, used, of.value, unit) };
  return {
    isOver: false,
    cites,
    places: { quota, count, limit: of.value },
    line: words.places(day, used + count, of.value, unit),
  };
}

/** What two applications have in common when they say the same; the day of filling in aside. */
function fingerprint({ form, application }: Draft): string {
  const said = Object.entries(application.fields)
    .filter(([id]) => id !== "fillDate")
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const sent = application.files.filter(({ purpose }) => purpose !== "printed").map(({ sha256 }) => sha256);
  return digest(JSON.stringify([form.id, said, sent.sort()]));
}

/** The very same application, handed in before and still under way: its number stands. */
async function sameAsBefore(turn: Turn, draft: Draft): Promise<Said | undefined> {
  const own = fingerprint(draft);
  const before = (await turn.desk.applications()).find(
    ({ value }) =>
      value.id !== draft.application.id &&
      value.fingerprint === own &&
      // What was returned waits to be corrected: saying that it is registered would leave it there.
      !["draft", "withdrawn", "returned"].includes(value.status),
  );
  if (before?.value.number === undefined) return undefined;
  const isOwn = before.value.owner === turn.desk.person;
  const file = isOwn ? before.value.files.find(({ purpose }) => purpose === "printed") : undefined;
  return {
    answer: formAnswer(words.sameAgain(before.value.number), [], {
      ...(file && { files: [{ id: file.id, name: file.name }] }),
    }),
    next: withoutFilling(turn.conversation),
    changes: draft.application.number === undefined ? removed(draft) : [],
  };
}

const handedInAt = ({ history, createdAt }: Application): string =>
  history.findLast(({ did }) => did === "handedIn")?.at ?? createdAt;

/** Another application of the same form and unit that is under way: said with the receipt, not forbidden. */
async function anotherLine(turn: Turn, { form, application }: Draft): Promise<readonly string[]> {
  const other = (await turn.desk.applications()).find(
    ({ value }) =>
      value.id !== application.id &&
      value.form === form.id &&
      value.unit === application.unit &&
      value.number !== undefined &&
      value.status !== "withdrawn",
  );
  return other?.value.number === undefined
    ? []
    : [words.another(other.value.number, chineseDay(shanghaiDayOf(handedInAt(other.value))))];
}
