/** The roster as it came, with a column that says what is wrong with each line; every cell is text. */
import ExcelJS from "exceljs";
import { faces } from "../common/faces.ts";
import { clean } from "../common/text.ts";
import type { Grid } from "./grid.ts";
import type { Header } from "./header.ts";
import type { Problem } from "./people.ts";

const heading = "问题";
const red = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFE0E0" } } as const;

export async function markedCopy(grid: Grid, header: Header, problems: readonly Problem[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = faces.creator;
  const sheet = book.addWorksheet(grid.name.replace(/[\\/*?:[\]]/g, "") || heading);
  const last = grid.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const of = grouped(problems);
  for (const { number, cells } of grid.rows) {
    const row = sheet.getRow(number);
    cells.forEach((cell, at) => {
      if (!cell) return;
      const target = row.getCell(at + 1);
      target.numFmt = "@";
      target.value = clean(cell.text);
    });
    const found = of.get(number);
    if (!found) continue;
    const target = row.getCell(last + 1);
    target.value = found.map(({ column, problem }) => `${column}：${problem}`).join("；");
    for (let at = 1; at <= last + 1; at += 1) row.getCell(at).fill = red;
  }
  const top = grid.rows[header.firstRow - 1];
  if (top) sheet.getRow(top.number).getCell(last + 1).value = heading;
  for (let at = 1; at <= last; at += 1) sheet.getColumn(at).width = 16;
  const id = header.columns.idNumber;
  if (id !== undefined) sheet.getColumn(id + 1).width = 24;
  sheet.getColumn(last + 1).width = 60;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function grouped(problems: readonly Problem[]): ReadonlyMap<number, readonly Problem[]> {
  const by = new Map<number, Problem[]>();
  for (const problem of problems) {
    const known = by.get(problem.row);
    if (known) known.push(problem);
    else by.set(problem.row, [problem]);
  }
  return by;
}
