/** The largest type size at which the text of a cell keeps to the height of its row, so that the sheet keeps to its page. */
import type { FilledCell, FilledLine, FilledSheet } from "./sheet.ts";

const millimetresPerPoint = 25.4 / 72;
const leading = 1.35;
const sizes = [12, 11, 10.5, 10, 9, 8] as const;
/** Width of an A4 sheet between its margins, and what the borders of a cell take, in millimetres. */
const inner = 170;
const padding = 4;

/** Chinese characters are as wide as high, the others about half. */
export const ems = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0);

const emsOf = ({ runs }: FilledLine): number => ems(runs.map(({ text }) => text).join(""));

const heightAt = (size: number, lines: readonly FilledLine[], width: number): number => {
  const perLine = Math.max(1, Math.floor(width / (size * millimetresPerPoint)));
  const count = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(emsOf(line) / perLine)), 0);
  return count * size * leading * millimetresPerPoint;
};

export interface Fit {
  /** Type size in points. */
  readonly size: number;
  /** Millimetres that the text leaves free, for a line that stands at the foot. */
  readonly spare: number;
}

/** A face may be set wider than reckoned here; so much is kept back. */
const kept = 4;

/** For a cell of the sheet that begins at a column, in a row of a height in millimetres. */
export function fitting(sheet: FilledSheet, cell: FilledCell, column: number, rowHeight: number): Fit {
  const parts = sheet.columns.reduce((sum, part) => sum + part, 0);
  const own = sheet.columns.slice(column, column + (cell.columns ?? 1)).reduce((sum, part) => sum + part, 0);
  const width = (inner * own) / parts - padding;
  const room = rowHeight * (cell.rows ?? 1) - 1;
  const size = sizes.find((size) => heightAt(size, cell.lines, width) <= room) ?? 8;
  return { size, spare: Math.max(0, room - heightAt(size, cell.lines, width) - kept) };
}
