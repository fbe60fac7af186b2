/** Parses one workbook in a thread of its own and hands back plain text cells; it may be ended at any moment. */
import { parentPort, workerData } from "node:worker_threads";
import ExcelJS from "exceljs";
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

async function parse(file: Uint8Array): Promise<Parsed> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer, {
    ignoreNodes: ["drawing", "picture", "dataValidations", "conditionalFormatting"],
  });
  const grids: Grid[] = [];
  for (const sheet of book.worksheets.slice(0, most.sheets)) {
    const grid = gridOf(sheet);
    if (grid === "tooManyRows") return { kind: "refused", because: grid };
    grids.push(grid);
  }
  return { kind: "grids", grids };
}

parse(workerData as Uint8Array).then(
  (parsed) => parentPort?.postMessage(parsed),
  () => parentPort?.postMessage({ kind: "refused", because: "damaged" } satisfies Parsed),
);
