/** Prints a filled sheet as a Word document in the official layout, A4, made to fit one page. */
import {
  AlignmentType,
  Document,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
} from "docx";
import type { Answers } from "../../rules/engine/fact.ts";
import { faces } from "../common/faces.ts";
import { type Fit, fitting } from "./fit.ts";
import type { Form } from "./form.ts";
import { apart } from "./layout.ts";
import { type FilledCell, type FilledSheet, filledSheet, type Run } from "./sheet.ts";

/** Twentieths of a point. */
const perMillimetre = 1440 / 25.4;
const page = { width: 11_906, height: 16_838, side: 1134, top: 1021, bottom: 907 };
const inner = page.width - 2 * page.side;

interface Face {
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly bold?: boolean;
}
const title: Face = { name: faces.title, size: 36 };
const body: Face = { name: faces.body, size: 24 };
const note: Face = { name: faces.note, size: 21 };

/** East Asian hint: quotes and boxes are taken from the Chinese face; the two languages keep numbers unbroken. */
const run = (text: string, { name, size, bold = false }: Face): TextRun =>
  new TextRun({
    text,
    size,
    bold,
    font: { ascii: name, eastAsia: name, hAnsi: name, cs: name, hint: "eastAsia" },
    language: { value: "en-US", eastAsia: "zh-CN" },
  });

/** 仿宋_GB2312 lacks the rare characters of names and some programs print boxes for them: they get a face that has them. */
const textRuns = (text: string, face: Face): readonly TextRun[] =>
  (text.match(/[\u{20000}-\u{3ffff}]+|[\u3400-\u4dbf]+|[^\u{20000}-\u{3ffff}\u3400-\u4dbf]+/gu) ?? [""]).map((part) => {
    const first = part.codePointAt(0) ?? 0;
    if (first >= 0x20000) return run(part, { ...face, name: faces.rare });
    return run(part, first >= 0x3400 && first <= 0x4dbf ? { ...face, name: faces.note } : face);
  });

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

const paragraph = (
  runs: readonly Run[],
  face: Face,
  align: keyof typeof alignments,
  spacing: IParagraphOptions["spacing"] = {},
): Paragraph =>
  new Paragraph({
    alignment: alignments[align],
    spacing,
    ...(runs.some(({ text }) => text === apart) && { tabStops: [{ type: TabStopType.RIGHT, position: inner }] }),
    children: runs.flatMap(({ text }) =>
      text === apart ? new TextRun({ children: [new Tab()] }) : textRuns(text, face),
    ),
  });

const tight = { line: 264, lineRule: LineRuleType.AUTO };

const tableCell = (cell: FilledCell, widths: readonly number[], { size, spare }: Fit): TableCell => {
  const { columns = 1, rows = 1, align = "left", vertical = "center", lines } = cell;
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: "dxa" },
    verticalAlign: { top: VerticalAlign.TOP, center: VerticalAlign.CENTER, bottom: VerticalAlign.BOTTOM }[vertical],
    margins: { left: 85, right: 85, top: 30, bottom: 30 },
    children: lines.map(({ runs, align: own = align, foot }) =>
      paragraph(
        runs,
        { ...body, size: size * 2 },
        own,
        foot ? { ...tight, before: Math.round(spare * perMillimetre) } : tight,
      ),
    ),
  });
};

/** Columns that cells of earlier rows still take up, by column. */
function tableRows(sheet: FilledSheet, widths: readonly number[]): readonly TableRow[] {
  const taken = widths.map(() => 0);
  return sheet.rows.map(({ cells, height }) => {
    let at = 0;
    const made = cells.map((cell) => {
      while ((taken[at] ?? 0) > 0) at += 1;
      const span = cell.columns ?? 1;
      const made = tableCell(cell, widths.slice(at, at + span), fitting(sheet, cell, at, height));
      taken.fill(cell.rows ?? 1, at, at + span);
      at += span;
      return made;
    });
    for (const [column, left] of taken.entries()) taken[column] = Math.max(0, left - 1);
    return new TableRow({
      children: made,
      cantSplit: true,
      height: { value: Math.round(height * perMillimetre), rule: HeightRule.ATLEAST },
    });
  });
}

function content(sheet: FilledSheet): readonly (Paragraph | Table)[] {
  const parts = sheet.columns.reduce((sum, part) => sum + part, 0);
  const widths = sheet.columns.map((part) => Math.floor((inner * part) / parts));
  const printed = (text: string): readonly Run[] => [{ text, origin: "printed" }];
  return [
    ...(sheet.annex ? [paragraph(printed(sheet.annex), note, "left")] : []),
    ...sheet.title.map((text, at) =>
      paragraph(printed(text), sheet.title.length > 1 && at > 0 ? { ...title, size: 30 } : titleFor(text), "center", {
        before: at === 0 ? 120 : 0,
        after: at === sheet.title.length - 1 ? 160 : 40,
      }),
    ),
    ...sheet.above.map(({ runs, align = "left" }) => paragraph(runs, body, align, { after: 80 })),
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: "dxa" },
      layout: TableLayoutType.FIXED,
      rows: tableRows(sheet, widths),
    }),
    ...sheet.below.map(({ runs, align = "left" }) => paragraph(runs, { ...body, size: 22 }, align, { before: 120 })),
    ...sheet.notes.map((text) => paragraph(printed(text), note, "left", { before: 80 })),
  ];
}

/** A long title is set smaller, so that it stays on its line. */
const titleFor = (text: string): Face => ({ ...title, size: text.length > 22 ? 32 : 36 });

export async function docx(form: Form, answers: Answers): Promise<Buffer> {
  const document = new Document({
    creator: faces.creator,
    title: form.title,
    styles: { default: { document: { run: { size: body.size, language: { value: "en-US", eastAsia: "zh-CN" } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { left: page.side, right: page.side, top: page.top, bottom: page.bottom, header: 400, footer: 400 },
          },
        },
        children: [...content(filledSheet(form, answers))],
      },
    ],
  });
  return Packer.toBuffer(document);
}
