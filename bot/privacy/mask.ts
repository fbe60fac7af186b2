/** Personal data in free text → masked: ID numbers, phones, bank cards, illnesses, however they are spaced or typed. */
import { maskDiagnoses } from "./diagnoses.ts";
import { type Run, runsOf } from "./digits.ts";
import { numbersIn } from "./numbers.ts";

const document = /(?<![A-Za-z0-9])(?:[EGDSPHMC][A-Z]?\d{7,8})(?![A-Za-z0-9])/g;
/** A code opens once, and may not have been used yet. */
const code = /(绑定(?:单位|码)?[:：\s]*)[A-Za-z0-9-]{8,}/g;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

/** Landlines of the document are public and stay. */
export function maskPersonal(text: string): string {
  return maskDiagnoses(
    maskNumbers(text.replace(code, "$1［绑定码］")).replace(mail, "［邮箱］").replace(document, "［证件号］"),
  );
}

export const holdsPersonal = (text: string): boolean => maskPersonal(text) !== text;

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

function cutsIn(text: string): readonly Cut[] {
  return runsOf(text).flatMap((run) =>
    numbersIn(run).map(({ label, start, end }) => ({ label, from: run.from[start] ?? 0, to: run.to[end - 1] ?? 0 })),
  );
}

function replaced(text: string, cuts: readonly Cut[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, label } of cuts) {
    result += text.slice(at, from) + label;
    at = to;
  }
  return result + text.slice(at);
}

const maskNumbers = (text: string): string => replaced(text, cutsIn(text));

/** Fewer digits than this at an edge are part of a sentence rather than of a number that was split. */
const shortestPiece = 3;

/** A number that a person sends in two messages: both pieces masked, or undefined when they make no number together. */
export function maskSplit(earlier: string, later: string): readonly [string, string] | undefined {
  const [before, after] = [runsOf(earlier).at(-1), runsOf(later)[0]];
  if (!before || !after || before.digits.length < shortestPiece || after.digits.length < shortestPiece)
    return undefined;
  if (!endsWith(earlier, before) || !startsWith(later, after)) return undefined;
  const joined = `${before.digits}${after.digits}`;
  const seam = before.digits.length;
  const [run] = runsOf(joined);
  const spanning = run && numbersIn(run).find(({ start, end }) => start < seam && end > seam);
  if (!spanning) return undefined;
  const piece = { label: spanning.label };
  const first = { ...piece, from: before.from[spanning.start] ?? 0, to: before.to.at(-1) ?? 0 };
  const second = { ...piece, from: after.from[0] ?? 0, to: after.to[spanning.end - seam - 1] ?? 0 };
  return [replaced(earlier, [first]), replaced(later, [second])];
}

const quiet = /^[\s\p{P}]*$/u;
const endsWith = (text: string, run: Run): boolean => quiet.test(text.slice(run.to.at(-1)));
const startsWith = (text: string, run: Run): boolean =>
  /^[\s\p{P}]*(?:后面是|剩下的?|接着|然后是?|后半段?)?[\s\p{P}]*$/u.test(text.slice(0, run.from[0]));

/** Stands for whatever was said while an application was filled in. */
const filledIn = "［填表内容］";

/** The lines of conversations with everything personal masked, also what one person split over two messages. */
export function maskLines<
  Line extends { readonly user: string; readonly from: string; readonly text: string; readonly personal?: true },
>(lines: readonly Line[]): readonly Line[] {
  const masked = lines.map((line) => ({ ...line, text: line.personal ? filledIn : maskPersonal(line.text) }));
  const last = new Map<string, number>();
  for (const [index, { from, user }] of lines.entries()) {
    if (from !== "person") continue;
    const before = last.get(user);
    last.set(user, index);
    const [earlier, later] = [before === undefined ? undefined : masked[before], masked[index]];
    const pieces = earlier && later && maskSplit(earlier.text, later.text);
    if (!pieces || before === undefined) continue;
    masked[before] = { ...earlier, text: pieces[0] };
    masked[index] = { ...later, text: pieces[1] };
  }
  return masked;
}
