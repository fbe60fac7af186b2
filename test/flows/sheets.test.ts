/** The printed sheets stand word by word in the document, and every field has its place on them. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Form, fieldsOf } from "../../flows/engine/form.ts";
import type { Cell, Line, SheetLayout } from "../../flows/engine/layout.ts";
import { forms } from "../../flows/index.ts";

const source = readFileSync(new URL("../../knowledge/documents/2023/source.txt", import.meta.url), "utf8");
const bare = (text: string): string => text.replace(/\s/g, "");

/** The part of the document that prints the sheet: from its heading to the next annex. */
function part(form: Form): string {
  const whole = bare(source);
  const title = bare(form.layout.title.join(""));
  const start = form.layout.annex ? whole.lastIndexOf(`${bare(form.layout.annex)}${title}`) : whole.lastIndexOf(title);
  expect(start, `the heading of ${form.id}`).toBeGreaterThan(0);
  const next = whole.indexOf("附件2-", start + 10);
  return whole.slice(start, next < 0 ? undefined : next);
}

const empty = ({ pieces }: Line): string =>
  bare(
    pieces
      .map((piece) => {
        if (typeof piece === "string") return piece;
        if (piece.kind === "answer") return piece.blank;
        return piece.box === "before" ? `□${piece.text}` : `${piece.text}□`;
      })
      .join(""),
  );
const printedOn = ({ lines }: Cell): string => lines.map(empty).join("");
const cells = (layout: SheetLayout): readonly Cell[] => layout.rows.flatMap((row) => row.cells);
const lines = (layout: SheetLayout): readonly Line[] => [
  ...(layout.above ?? []),
  ...cells(layout).flatMap((cell) => cell.lines),
  ...(layout.below ?? []),
];
const fieldsOn = (form: Form): readonly string[] => {
  if (form.layout.kind === "roster") return [form.layout.field];
  return lines(form.layout).flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.field])),
  );
};

const official = forms.filter(({ kind }) => kind === "official");

describe("the nine printed forms", () => {
  it("are all there, under the numbers of the document", () => {
    expect(official.map(({ id }) => id)).toEqual([
      "2-1-1",
      "2-1-2",
      "2-1-3",
      "2-3-2",
      "2-3-3",
      "2-3-4",
      "2-3-5",
      "2-3-6",
      "2-8-1",
    ]);
  });

  it.each(official.map((form) => [form.id, form] as const))(
    "%s prints labels, options, seals and notes verbatim",
    (_, form) => {
      const printed = part(form);
      for (const note of form.layout.notes ?? []) expect(printed).toContain(bare(note));
      if (form.layout.kind === "roster") {
        const { columns } = form.layout;
        expect(printed).toContain(columns.map(({ title }) => bare(title)).join(""));
        expect(printed).toContain(columns.flatMap(({ under = [] }) => under).join(""));
        return;
      }
      for (const cell of cells(form.layout)) expect(printed).toContain(printedOn(cell));
      for (const line of [...(form.layout.above ?? []), ...(form.layout.below ?? [])])
        expect(printed).toContain(empty(line));
    },
  );

  it.each(official.map((form) => [form.id, form] as const))(
    "%s leaves out nothing that the document prints",
    (_, form) => {
      let printed = part(form);
      const { layout } = form;
      const texts =
        layout.kind === "sheet"
          ? [
              ...layout.rows.flatMap((row) => row.cells.map(printedOn)),
              ...(layout.above ?? []).map(empty),
              ...(layout.below ?? []).map(empty),
            ]
          : [layout.columns.map(({ title }) => title).join(""), "已婚未婚", "12345678910"];
      for (const text of [...texts, ...(layout.notes ?? []), layout.annex ?? "", layout.title.join("")]
        .map(bare)
        .sort((a, b) => b.length - a.length)) {
        printed = printed.replace(text, "");
      }
      expect(printed).toBe("");
    },
  );
});

describe("every form", () => {
  it.each(forms.map((form) => [form.id, form] as const))(
    "%s has a place for each field, and a field for each place",
    (_, form) => {
      const asked = fieldsOf(form)
        .filter(({ offSheet }) => offSheet !== true)
        .map(({ fact }) => fact.id);
      expect(new Set(asked).size).toBe(asked.length);
      if (form.layout.kind === "sheet") expect(new Set(fieldsOn(form))).toEqual(new Set(asked));
      else expect(asked).toContain(form.layout.field);
    },
  );

  it.each(forms.map((form) => [form.id, form] as const))("%s has ticks only for options of its fields", (_, form) => {
    const options = new Map(fieldsOf(form).map(({ fact }) => [fact.id, new Set(fact.samples.flat())]));
    const ticks =
      form.layout.kind === "sheet"
        ? lines(form.layout).flatMap(({ pieces }) =>
            pieces.flatMap((piece) => (typeof piece === "object" && piece.kind === "tick" ? [piece] : [])),
          )
        : [];
    for (const { field, option } of ticks) expect(options.get(field)).toContain(option);
  });

  it.each(forms.map((form) => [form.id, form] as const))(
    "%s fills each row of its table from edge to edge",
    (_, form) => {
      const { layout } = form;
      if (layout.kind !== "sheet") return;
      const taken = layout.columns.map(() => 0);
      for (const { cells: row } of layout.rows) {
        const held = taken.filter((left) => left > 0).length;
        expect(row.reduce((sum, { columns = 1 }) => sum + columns, held)).toBe(layout.columns.length);
        let at = 0;
        for (const { columns = 1, rows = 1 } of row) {
          while ((taken[at] ?? 0) > 0) at += 1;
          taken.fill(rows, at, at + columns);
          at += columns;
        }
        taken.forEach((left, column) => {
          taken[column] = Math.max(0, left - 1);
        });
      }
    },
  );
});
