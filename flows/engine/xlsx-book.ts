/** A roster as an Excel workbook in the official columns: everything is text, nothing is a formula. */
import ExcelJS from "exceljs";
import { faces } from "../common/faces.ts";
import { clean } from "../common/text.ts";
import { rosterWords as words } from "../common/wording.ts";
import { ems } from "./fit.ts";
import type { RosterColumn, RosterLayout } from "./layout.ts";

type Line = Readonly<Record<string, unknown>>;

/** A column of the sheet: its key, and for one half of a divided column the only word that may stand in it. */
interface Place {
  readonly key: string;
  readonly only?: string;
}
const placesOf = (columns: readonly RosterColumn[]): readonly Place[] =>
  columns.flatMap(({ key, under }) => (under ? under.map((only) => ({ key, only })) : [{ key }]));

const thin = { style: "thin" } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const centred = { horizontal: "center", vertical: "middle", wrapText: true } as const;

function header(sheet: ExcelJS.Worksheet, layout: RosterLayout, last: number): number {
  let at = 1;
  if (layout.annex) {
    Object.assign(sheet.getCell(at, 1), { value: layout.annex, font: { name: faces.note, size: 11 } });
    at += 1;
  }
  for (const text of layout.title) {
    sheet.mergeCells(at, 1, at, last);
    Object.assign(sheet.getCell(at, 1), { value: text, font: { name: faces.title, size: 18 }, alignment: centred });
    sheet.getRow(at).height = 32;
    at += 1;
  }
  let column = 1;
  for (const { title, under, width } of layout.columns) {
    const span = under?.length ?? 1;
    sheet.getCell(at, column).value = title;
    under?.forEach((text, offset) => {
      sheet.getCell(at + 1, column + offset).value = text;
    });
    sheet.mergeCells(at, column, under ? at : at + 1, column + span - 1);
    for (let each = 0; each < span; each += 1) sheet.getColumn(column + each).width = width / span;
    column += span;
  }
  for (const row of [at, at + 1]) {
    sheet.getRow(row).height = 20;
    for (let each = 1; each <= last; each += 1) {
      Object.assign(sheet.getCell(row, each), { font: { name: faces.body, size: 12 }, alignment: centred, border });
    }
  }
  return at + 2;
}

const textOf = (line: Line, { key, only }: Place, number: number): string => {
  if (key === words.seqKey) return String(number);
  const value = line[key];
  // A number in place of an identity number has lost its last digits: it is left out, and the checks say so.
  if (typeof value === "number" ? key === words.idKey : typeof value !== "string") return "";
  const text = clean(String(value));
  return only === undefined || only === text ? text : "";
};

const listOf = (options: readonly string[]): ExcelJS.DataValidation => ({
  type: "list",
  allowBlank: true,
  formulae: [`"${options.join(",")}"`],
  showErrorMessage: true,
  error: words.pickFromList,
});
const eighteen: ExcelJS.DataValidation = {
  type: "textLength",
  operator: "equal",
  allowBlank: true,
  formulae: [18],
  showInputMessage: true,
  prompt: words.idPrompt,
  showErrorMessage: true,
  errorStyle: "stop",
  error: words.idError,
};

function validation({ key, only }: Place): ExcelJS.DataValidation | undefined {
  if (only !== undefined) return listOf([only]);
  if (key === words.sexKey) return listOf(words.sexes);
  return key === words.idKey ? eighteen : undefined;
}

function body(sheet: ExcelJS.Worksheet, layout: RosterLayout, lines: readonly Line[], first: number): number {
  const places = placesOf(layout.columns);
  const count = Math.max(lines.length, layout.preprinted);
  const rules = places.map(validation);
  const widths = places.map((_, column) => sheet.getColumn(column + 1).width ?? 0);
  for (let index = 0; index < count; index += 1) {
    const row = sheet.getRow(first + index);
    const texts = places.map((place) => textOf(lines[index] ?? {}, place, index + 1));
    if (texts.every((text, column) => keepsToLine(text, widths[column] ?? 0))) row.height = lineHeight;
    places.forEach((place, column) => {
      const cell = row.getCell(column + 1);
      const text = texts[column] ?? "";
      cell.numFmt = "@";
      cell.border = border;
      cell.font = { name: faces.body, size: 12 };
      cell.alignment = {
        vertical: "middle",
        horizontal: place.key === words.unitKey ? "left" : "center",
        wrapText: true,
      };
      if (text !== "") cell.value = text;
      const rule = rules[column];
      if (rule) cell.dataValidation = rule;
    });
  }
  return first + count;
}

/** Heights are set only where the text keeps to one line: elsewhere the program that opens the file makes room. */
const lineHeight = 24;
const keepsToLine = (text: string, width: number): boolean => ems(text) * 2 <= width - 1;

/** What is printed, free of facts and functions, so that it can be handed to a thread. */
export interface RosterPlan {
  readonly layout: RosterLayout;
  readonly lines: readonly Line[];
  /** Under the table. */
  readonly closing: readonly string[];
}

export async function rosterBook({ layout, lines, closing }: RosterPlan): Promise<Uint8Array> {
  const last = placesOf(layout.columns).length;

  const book = new ExcelJS.Workbook();
  book.creator = faces.creator;
  const sheet = book.addWorksheet(words.sheetName, {
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: words.footer },
  });
  const first = header(sheet, layout, last);
  sheet.pageSetup.printTitlesRow = `${first - 2}:${first - 1}`;
  sheet.views = [{ state: "frozen", ySplit: first - 1 }];
  let at = body(sheet, layout, lines, first);
  for (const text of closing) {
    sheet.mergeCells(at, 1, at, last);
    Object.assign(sheet.getCell(at, 1), { value: text, numFmt: "@", font: { name: faces.note, size: 11 } });
    at += 1;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
