/** A file that is sent while a form is open: a roster is read and checked, anything else is kept with the application. */

import { checkAttachment } from "../../../flows/attachments/index.ts";
import { fieldsOf } from "../../../flows/engine/form.ts";
import { type Roster, readRoster } from "../../../flows/roster/read.ts";
import { answerOf, isUnsure } from "../../../rules/engine/fact.ts";
import { kept, withoutFiles } from "../../applications/changes.ts";
import { digest } from "../../applications/digest.ts";
import type { IncomingFile } from "../../channels/channel.ts";
import type { Change, FileReference } from "../../storage/records.ts";
import type { Said, Turn } from "../turn.ts";
import { type Draft, rowsField, withAnswers, withFiles } from "./draft.ts";
import type { Filling } from "./filling.ts";
import { storedFile } from "./printed.ts";
import { askedField, formAnswer, goOn, question } from "./say.ts";
import { words } from "./words.ts";

const mostFiles = 20;
const shownRows = 10;

/** What became of a file. Kept, its draft and the changes belong into one commit. */
export type Taken =
  | { readonly kind: "refused"; readonly say: string }
  | {
      readonly kind: "kept";
      readonly draft: Draft;
      readonly said: readonly string[];
      readonly changes: readonly Change[];
    }
  /** A roster with faults: not taken, given back with its faults marked in it. */
  | {
      readonly kind: "marked";
      readonly draft: Draft;
      readonly said: readonly string[];
      readonly file: FileReference;
      readonly changes: readonly Change[];
    };

const refused = (say: string): Taken => ({ kind: "refused", say });

export interface Moment {
  readonly at: string;
  readonly today: string;
  /** The unit that the person is bound to. */
  readonly bound?: string | undefined;
}

export async function take(draft: Draft, file: IncomingFile, moment: Moment): Promise<Taken> {
  const isWorkbook = /\.(xlsx|xls|csv|et)$/i.test(file.name);
  if (isWorkbook && (draft.form.roster !== undefined || rowsField(draft.form) !== undefined))
    return roster(draft, file, moment);
  const checked = checkAttachment(file.bytes, file.name);
  if (checked.kind === "refused") return refused(checked.say);
  const hash = digest(checked.bytes);
  if (draft.application.files.some(({ sha256 }) => sha256 === hash)) return refused(words.fileTwice(checked.name));
  const attached = draft.application.files.filter(({ purpose }) => purpose === "attachment");
  if (attached.length >= mostFiles) return refused(words.tooManyFiles(mostFiles));
  const id = `${draft.application.id}-${hash.slice(0, 16)}`;
  const stored = storedFile({ id, name: checked.name, type: checked.mime, purpose: "attachment" }, checked.bytes, {
    person: draft.application.owner,
    at: moment.at,
  });
  return {
    kind: "kept",
    draft: withFiles(draft, [...draft.application.files, stored.reference], moment.at),
    said: [words.fileKept(stored.reference.name, attached.length + 1)],
    changes: [stored.change],
  };
}

export async function attach(turn: Turn, draft: Draft, filling: Filling): Promise<Said> {
  const { file } = turn;
  if (!file) return goOn(turn, draft, filling);
  const bound = (await turn.desk.binding())?.unit;
  const taken = await take(draft, file, { at: turn.desk.at, today: turn.today, bound });
  if (taken.kind === "refused") return stays(turn, draft, filling, taken.say);
  if (taken.kind === "kept") {
    const said = goOn(turn, taken.draft, filling, taken.said);
    return { ...said, changes: [...(said.changes ?? []), ...taken.changes] };
  }
  const [say = "", ...lines] = taken.said;
  const { id, name } = taken.file;
  return {
    answer: formAnswer(say, lines, { files: [{ id, name }] }),
    next: turn.conversation,
    changes: [kept(taken.draft), ...taken.changes],
  };
}

/** Says what was wrong and repeats the question; nothing is changed. */
function stays(turn: Turn, draft: Draft, filling: Filling, say: string): Said {
  const asked = askedField(draft, filling);
  return { answer: formAnswer(say, asked ? [question(asked)] : [words.ready]), next: turn.conversation };
}

async function roster(draft: Draft, file: IncomingFile, { at, today, bound }: Moment): Promise<Taken> {
  // An officer who hands in for the proven unit sends that unit's people; a union of a street sends those of companies.
  const unit = bound !== undefined && bound === draft.application.unit ? bound : undefined;
  const read = await readRoster(Buffer.from(file.bytes), today, undefined, unit);
  if (read.kind === "refused") return refused(read.say);
  if (read.problems.length > 0) return marked(draft, read, at);
  const lines = read.rows.map(({ row: _, ...line }) => line);
  const stored = storedFile(
    {
      id: `${draft.application.id}-roster-${draft.revision + 1}`,
      name: file.name,
      type: "application/json",
      purpose: "roster",
    },
    Buffer.from(JSON.stringify(lines)),
    { person: draft.application.owner, at },
  );
  const old = draft.application.files.filter(({ purpose }) => purpose === "roster");
  const others = draft.application.files.filter(({ purpose }) => purpose !== "roster");
  const counted = draft.form.roster?.(read.counts) ?? {};
  const filed = withFiles(draft, [...others, stored.reference], at);
  const told = { ...filed, application: { ...filed.application, roster: read.counts } };
  return {
    kind: "kept",
    draft: withAnswers(told, { ...counted, ...(rowsField(draft.form) && { rows: lines }) }, at),
    said: [words.rosterGood(read.counts.total, read.counts.male, read.counts.female), ...corrected(draft, counted)],
    changes: [stored.change, ...withoutFiles({ files: old })],
  };
}

/** A number that was said before and is another one on the roster. */
function corrected({ form, answers }: Draft, counted: Readonly<Record<string, unknown>>): readonly string[] {
  return fieldsOf(form).flatMap(({ fact }) => {
    const [before, now] = [answerOf(fact, answers), counted[fact.id]];
    return typeof before === "number" && typeof now === "number" && !isUnsure(before) && before !== now
      ? [words.rosterTold(before, now)]
      : [];
  });
}

/** Row by row what is wrong, and the file with the problems marked in it. */
async function marked(draft: Draft, read: Extract<Roster, { kind: "read" }>, at: string): Promise<Taken> {
  const lines = read.problems
    .slice(0, shownRows)
    .map(({ row, column, problem }) => words.rosterRow(row, column, problem));
  const more = read.problems.length - lines.length;
  const id = `${draft.application.id}-marked`;
  const stored = storedFile(
    {
      id,
      name: "名册（标了问题）.xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      purpose: "printed",
    },
    await read.markedCopy(),
    { person: draft.application.owner, at },
  );
  const others = draft.application.files.filter((one) => one.id !== id);
  return {
    kind: "marked",
    draft: withFiles(draft, [...others, stored.reference], at),
    said: [words.rosterBad(read.lines, read.problems.length), ...lines, ...(more > 0 ? [words.rosterMore(more)] : [])],
    file: stored.reference,
    changes: [stored.change],
  };
}
