/** A file as plain text cells, whatever it holds: a workbook, or a roster saved as text. */
import ExcelJS from "exceljs";
import { csvGrid } from "./csv.ts";
import type { Grid, GridCell, GridRow, Parsed } from "./grid.ts";
import { most } from "./grid.ts";

/** What a person sees in the cell; formulas by their result, errors as empty. */
function cellOf(value: ExcelJS.CellValue): GridCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return { text: String(value), number: true };
  if (typeof value === "string") return value.trim() === "" ? undefined : { text: value.slice(0, most.characters) };
  if (typeof value === "boolean") return { text: String(value) };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), day: true };
  if ("richText" in value) return cellOf(value.richText.map(({ text }) => text).join(""));
  if ("hyperlink" in value) return cellOf(value.text as ExcelJS.CellValue);
  if ("result" in value) return cellOf(value.result);
  return undefined;
}

function gridOf(sheet: ExcelJS.Worksheet): Grid | "tooManyRows" {
  const rows: GridRow[] = [];
  let many = false;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (many) return;
    const cells: (GridCell | undefined)[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > most.columns) return;
      const read = cellOf(cell.value);
      if (read) cells[column - 1] = read;
    });
    if (cells.some((cell) => cell !== undefined)) rows.push({ number, cells: Array.from(cells) });
    many = rows.length > most.rows;
  });
  return many ? "tooManyRows" : { name: sheet.name, rows };
}

const isArchive = (file: Uint8Array): boolean => file[0] === 0x50 && file[1] === 0x4b;

export async function parse(file: Uint8Array): Promise<Parsed> {
  if (!isArchive(file)) {
    const grid = csvGrid(file);
    if (grid === undefined) return { kind: "refused", because: "notExcel" };
    return grid === "tooManyRows" ? { kind: "refused", because: grid } : { kind: "grids", grids: [grid] };
  }
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer, {
      ignoreNodes: ["drawing", "picture", "dataValidations", "conditionalFormatting"],
    });
  } catch {
    return { kind: "refused", because: "damaged" };
  }
  const grids: Grid[] = [];
  for (const sheet of book.worksheets.slice(0, most.sheets)) {
    const grid = gridOf(sheet);
    if (grid === "tooManyRows") return { kind: "refused", because: grid };
    grids.push(grid);
  }
  return { kind: "grids", grids };
}
