/** Mends what scanning did to the text: blanks inside words and lines broken by the page. No character that counts is changed. */

export interface SourceLine {
  readonly number: number;
  /** The line, or the piece of it that belongs to the clause. */
  readonly text: string;
  readonly whole: string;
}

/** Shorter lines end a paragraph; a full printed line is 24 to 28 characters wide. */
const fullLine = 22;
/** Kept apart when blanks go: labels printed behind one another on one line. */
const beforeLabel = /\s+(?=(?:电话|手机)：)/g;

/** Blanks of every kind, and the two page numbers that stand amid the text. */
export function squeeze(text: string): string {
  return text.replace(/^\s*— (?:15|35) —\s*$/gm, "").replace(/\s+/g, "");
}

export function isPageNumber(line: string): boolean {
  return /^\s*— (?:15|35) —\s*$/.test(line);
}

/**
 * Running text: joins the broken lines of a paragraph. `lostHeading` tells that the first line is short only because the
 * bold heading before it is lost; `starts` are lines that begin a paragraph although the line before is full.
 */
export function mendProse(lines: readonly SourceLine[], lostHeading = false, starts: readonly number[] = []): string {
  let text = "";
  let open = true;
  let last = lines[0]?.number ?? 0;
  for (const line of lines) {
    const joined = open && line.number - last <= 2 && !starts.includes(line.number);
    text += text === "" || joined ? withoutBlanks(line.text) : `\n${withoutBlanks(line.text)}`;
    open = (lostHeading && line === lines[0]) || isFull(line.whole);
    last = line.number;
  }
  return text;
}

/** A form or table: every printed line stays a line; only a note below it is running text. */
export function mendSheet(lines: readonly SourceLine[]): string {
  const note = lines.findIndex(({ text }) => /^\s*(?:注|备注)：/.test(text));
  const sheet = note < 0 ? lines : lines.slice(0, note);
  const texts = sheet.map(({ text }) => tidyColumns(text));
  if (note >= 0) texts.push(mendProse(lines.slice(note)));
  return texts.join("\n");
}

function withoutBlanks(line: string): string {
  const text = line.trim();
  if (text.startsWith("联系人：")) return tidyColumns(text);
  return text
    .split(beforeLabel)
    .map((part) => part.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, ""))
    .join(" ");
}

function tidyColumns(line: string): string {
  return line
    .trim()
    .replace(/\s+/g, " ")
    .replace(/(?<=[、，。：；（(《“\-—+]) | (?=[、，。；：）)》”\-—])/g, "")
    .replace(/(?<=\d) (?=[年月日项名号元家人条])|(?<=[年月]) (?=\d)/g, "");
}

function isFull(line: string): boolean {
  const text = withoutBlanks(line);
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 && !/[“”‘’—…]/.test(character) ? 0.5 : 1;
  return width >= fullLine && !/[：:]$/.test(text);
}
