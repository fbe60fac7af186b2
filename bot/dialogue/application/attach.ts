/** A file that is sent while a form is open: a roster is read and checked, anything else is kept with the application. */

import { checkAttachment } from "../../../flows/attachments/index.ts";
import { fieldsOf } from "../../../flows/engine/form.ts";
import { type Roster, readRoster } from "../../../flows/roster/read.ts";
import { answerOf, isUnsure } from "../../../rules/engine/fact.ts";
import { digest } from "../../applications/digest.ts";
import type { Change } from "../../storage/records.ts";
import type { Said, Turn } from "../turn.ts";
import { type Draft, kept, rowsField, withAnswers, withFiles } from "./draft.ts";
import type { Filling } from "./filling.ts";
import { storedFile } from "./printed.ts";
import { askedField, formAnswer, goOn, question } from "./say.ts";
import { words } from "./words.ts";

const mostFiles = 20;
const shownRows = 10;

export async function attach(turn: Turn, draft: Draft, filling: Filling): Promise<Said> {
  const { file } = turn;
  if (!file) return goOn(turn, draft, filling);
  const isWorkbook = /\.(xlsx|xls|csv|et)$/i.test(file.name);
  if (isWorkbook && (draft.form.roster !== undefined || rowsField(draft.form) !== undefined))
    return roster(turn, draft, filling);
  const checked = checkAttachment(file.bytes, file.name);
  if (checked.kind === "refused") return stays(turn, draft, filling, checked.say);
  const hash = digest(checked.bytes);
  if (draft.application.files.some(({ sha256 }) => sha256 === hash))
    return stays(turn, draft, filling, words.fileTwice(file.name));
  const attached = draft.application.files.filter(({ purpose }) => purpose === "attachment");
  if (attached.length >= mostFiles) return stays(turn, draft, filling, words.tooManyFiles(mostFiles));
  const { desk } = turn;
  const stored = storedFile(
    { id: `${draft.application.id}-${hash.slice(0, 16)}`, name: file.name, type: checked.mime, purpose: "attachment" },
    checked.bytes,
    { person: draft.application.owner, at: desk.at },
  );
  const after = withFiles(draft, [...draft.application.files, stored.reference], desk.at);
  return went(turn, after, filling, [words.fileKept(stored.reference.name, attached.length + 1)], [stored.change]);
}

/** Says what was wrong and repeats the question; nothing is changed. */
function stays(turn: Turn, draft: Draft, filling: Filling, say: string): Said {
  const asked = askedField(draft, filling);
  return { answer: formAnswer(say, asked ? [question(asked)] : [words.ready]), next: turn.conversation };
}

function went(turn: Turn, draft: Draft, filling: Filling, before: readonly string[], changes: readonly Change[]): Said {
  const said = goOn(turn, draft, filling, before);
  return { ...said, changes: [...(said.changes ?? []), ...changes] };
}

async function roster(turn: Turn, draft: Draft, filling: Filling): Promise<Said> {
  const { file, desk, today } = turn;
  const read = await readRoster(Buffer.from(file?.bytes ?? []), today);
  if (read.kind === "refused") return stays(turn, draft, filling, read.say);
  if (read.problems.length > 0) return marked(turn, draft, read);
  const person = draft.application.owner;
  const lines = read.rows.map(({ row: _, ...line }) => line);
  const stored = storedFile(
    {
      id: `${draft.application.id}-roster-${draft.revision + 1}`,
      name: file?.name ?? "",
      type: "application/json",
      purpose: "roster",
    },
    Buffer.from(JSON.stringify(lines)),
    { person, at: desk.at },
  );
  const old = draft.application.files.filter(({ purpose }) => purpose === "roster");
  const others = draft.application.files.filter(({ purpose }) => purpose !== "roster");
  const counted = draft.form.roster?.(read.counts) ?? {};
  const filed = withFiles(draft, [...others, stored.reference], desk.at);
  const told = { ...filed, application: { ...filed.application, roster: read.counts } };
  const after = withAnswers(told, { ...counted, ...(rowsField(draft.form) && { rows: lines }) }, desk.at);
  const before = [
    words.rosterGood(read.counts.total, read.counts.male, read.counts.female),
    ...corrected(draft, counted),
  ];
  return went(turn, after, filling, before, [
    stored.change,
    ...old.map(({ id }): Change => ({ kind: "file", id, value: null })),
  ]);
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
async function marked(turn: Turn, draft: Draft, read: Extract<Roster, { kind: "read" }>): Promise<Said> {
  const { desk } = turn;
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
    { person: draft.application.owner, at: desk.at },
  );
  const others = draft.application.files.filter((one) => one.id !== id);
  const after = withFiles(draft, [...others, stored.reference], desk.at);
  return {
    answer: formAnswer(
      words.rosterBad(read.lines, read.problems.length),
      [...lines, ...(more > 0 ? [words.rosterMore(more)] : [])],
      {
        files: [{ id, name: stored.reference.name }],
      },
    ),
    next: turn.conversation,
    changes: [kept(after), stored.change],
  };
}
