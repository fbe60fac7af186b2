/** Prints the same sheet as a PDF file, for whoever has no Word; on one A4 page as well. */
import pdfmake from "pdfmake";
import type { Answers } from "../../rules/engine/fact.ts";
import { faces } from "../common/faces.ts";
import { type Fit, fitting } from "../engine/fit.ts";
import type { Form } from "../engine/form.ts";
import { apart } from "../engine/layout.ts";
import { type FilledCell, type FilledLine, type FilledSheet, filledSheet, type Run } from "../engine/sheet.ts";
import { type Face, GlyphsMissing, installedFace, missingGlyphs, tickedBox } from "./font.ts";

const pointsPerMillimetre = 72 / 25.4;
const margins = [57, 48, 57, 42] as const;
const inner = 595.28 - margins[0] - margins[2];

type Node = Readonly<Record<string, unknown>>;
type Write = (runs: readonly Run[]) => string;

const writer =
  (face: Face): Write =>
  (runs) =>
    runs.map(({ text, origin }) => (origin === "ticked" ? tickedBox(face) : text)).join("");

/** Blank lines keep their height; spaces that make room are not swallowed. */
const kept = (text: string): string => text.replace(/ {2,}/g, (spaces) => "\u00a0".repeat(spaces.length)) || "\u00a0";

function textNode({ runs, align }: FilledLine, write: Write, usual: string, fontSize: number): Node {
  const at = runs.findIndex(({ text }) => text === apart);
  if (at >= 0) {
    const halves = [runs.slice(0, at), runs.slice(at + 1)].map((half) => kept(write(half)));
    return { columns: halves.map((text, half) => ({ text, fontSize, width: half === 0 ? "*" : "auto" })) };
  }
  return { text: kept(write(runs)), alignment: align ?? usual, fontSize, preserveLeadingSpaces: true };
}

function cellNode(cell: FilledCell, write: Write, { size, spare }: Fit): Node {
  const { columns = 1, rows = 1, align = "left", vertical = "center", lines } = cell;
  return {
    stack: lines.map((line) => ({
      ...textNode(line, write, align, size),
      ...(line.foot && { margin: [0, spare * pointsPerMillimetre, 0, 0] }),
    })),
    colSpan: columns,
    rowSpan: rows,
    verticalAlignment: vertical === "center" ? "middle" : vertical,
  };
}

/** pdfmake wants a place holder for every column that a span covers, to the right and below. */
function tableBody(sheet: FilledSheet, write: Write): readonly (readonly Node[])[] {
  const width = sheet.columns.length;
  const taken = sheet.columns.map(() => 0);
  return sheet.rows.map(({ cells, height }) => {
    const row: Node[] = Array.from({ length: width }, () => ({}));
    let at = 0;
    for (const cell of cells) {
      while ((taken[at] ?? 0) > 0) at += 1;
      row[at] = cellNode(cell, write, fitting(sheet, cell, at, height));
      taken.fill(cell.rows ?? 1, at, at + (cell.columns ?? 1));
      at += cell.columns ?? 1;
    }
    for (const [column, left] of taken.entries()) taken[column] = Math.max(0, left - 1);
    return row;
  });
}

function content(sheet: FilledSheet, write: Write): readonly Node[] {
  const parts = sheet.columns.reduce((sum, part) => sum + part, 0);
  const padding = 8 + 1;
  const widths = sheet.columns.map((part) => (inner * part) / parts - padding);
  return [
    ...(sheet.annex ? [{ text: sheet.annex, fontSize: 10.5 }] : []),
    ...sheet.title.map((text, at) => ({
      text,
      alignment: "center",
      fontSize: at > 0 ? 14 : 17,
      margin: [0, at > 0 ? 2 : 8, 0, 2],
    })),
    ...sheet.above.map((line) => ({ ...textNode(line, write, "left", 12), margin: [0, 4, 0, 2] })),
    {
      margin: [0, 6, 0, 4],
      table: {
        widths,
        heights: sheet.rows.map(({ height }) => height * pointsPerMillimetre - 5),
        dontBreakRows: true,
        body: tableBody(sheet, write),
      },
    },
    ...sheet.below.map((line) => ({ ...textNode(line, write, "left", 11), margin: [0, 3, 0, 0] })),
    ...sheet.notes.map((text) => ({ text, fontSize: 10.5, margin: [0, 4, 0, 0] })),
  ];
}

const allText = (sheet: FilledSheet, write: Write): string =>
  [
    sheet.annex ?? "",
    ...sheet.title,
    ...[...sheet.above, ...sheet.below].map(({ runs }) => write(runs)),
    ...sheet.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(({ runs }) => write(runs)))),
    ...sheet.notes,
  ].join("");

/** Throws GlyphsMissing, naming the characters, before anything is drawn wrong. */
export async function pdf(form: Form, answers: Answers, face: Face = installedFace()): Promise<Buffer> {
  const sheet = filledSheet(form, answers);
  const write = writer(face);
  const missing = missingGlyphs(allText(sheet, write), face);
  if (missing.length > 0) throw new GlyphsMissing(missing);
  pdfmake.setFonts({ Chinese: { normal: face.path, bold: face.path } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === face.path);
  return pdfmake
    .createPdf({
      pageSize: "A4",
      pageMargins: margins,
      info: { title: form.title, creator: faces.creator },
      defaultStyle: { font: "Chinese", fontSize: 12, lineHeight: 1.25 },
      content: content(sheet, write),
    })
    .getBuffer();
}
