import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadDocument } from "../../knowledge/document.ts";

const document = loadDocument();
const source = readFileSync(new URL("../../knowledge/documents/2023/source.txt", import.meta.url), "utf8").split("\n");
const printed = (lines: readonly number[]) =>
  lines
    .map((line) => source[line - 1] ?? "")
    .join("")
    .replace(/\s+/g, "");
const table = (id: string) => {
  const found = document.table(id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

describe("table 2-3-1", () => {
  it.each([
    ["A", 434, 457, 120, 314, 337, "A434(男)/457(女)120314(男)/337(女)"],
    ["B", 503, 526, 150, 353, 376, "B503(男)/526(女)150353(男)/376(女)"],
    ["C", 603, 626, 180, 423, 446, "C603(男)/626(女)180423(男)/446(女)"],
  ])(
    "has the printed cells of plan %s",
    (plan, priceMale, priceFemale, subsidy, employerMale, employerFemale, line) => {
      const value = (column: string) => Number(document.cell("2-3-1", plan, column)?.value);
      expect(value("priceMale")).toBe(priceMale);
      expect(value("priceFemale")).toBe(priceFemale);
      expect(value("subsidy")).toBe(subsidy);
      expect(value("employerMale")).toBe(employerMale);
      expect(value("employerFemale")).toBe(employerFemale);
      expect(printed(document.cell("2-3-1", plan, "subsidy")?.lines ?? [])).toBe(line);
      expect(value("priceMale") - value("subsidy")).toBe(value("employerMale"));
      expect(value("priceFemale") - value("subsidy")).toBe(value("employerFemale"));
    },
  );
});

describe("tables of ticks", () => {
  it("have a cell for every row and column and no other", () => {
    for (const { id, rows, columns, cells } of document.tables) {
      const wanted = rows.flatMap((row) => columns.map((column) => `${row.key} ${column.key}`));
      expect(cells.map((cell) => `${cell.row} ${cell.column}`).sort(), id).toEqual(wanted.sort());
    }
  });

  it.each(["2-3-7", "2-3-8"])(
    "%s stands on the printed lines: the item, then both ticks, or one, column lost",
    (id) => {
      const ticks = { both: "√√", one: "√", none: "" };
      const labels = new Map(table(id).rows.map(({ key, label }) => [key, label]));
      for (const { row, column, value, lines } of table(id).cells) {
        const tick = ticks[value as keyof typeof ticks];
        const wanted = value === "none" ? "" : `${labels.get(row)}${tick}`;
        expect(tick, `${row} ${column}`).toBeDefined();
        expect(printed(lines).slice(-wanted.length || 0), `${row} ${column}`).toBe(wanted);
        if (value === "none") expect(lines).toEqual([]);
      }
    },
  );

  it("have all printed ticks of 2-3-7: 28, 30 and 30 rows, and all 29 of 2-3-8", () => {
    const count = (column: string, value: string) =>
      table("2-3-7").cells.filter((cell) => cell.column === column && cell.value === value).length;
    expect(["A", "B", "C"].map((plan) => [count(plan, "both"), count(plan, "one"), count(plan, "none")])).toEqual([
      [23, 5, 3],
      [26, 4, 1],
      [26, 4, 1],
    ]);
    const ticked = source.slice(1051, 1361).filter((line) => line.includes("√")).length;
    const lines = new Set(["2-3-7", "2-3-8"].flatMap((id) => table(id).cells.flatMap((cell) => cell.lines)));
    expect([...lines].filter((line) => source[line - 1]?.includes("√"))).toHaveLength(ticked);
    expect(table("2-3-8").cells.every(({ value }) => value === "both")).toBe(true);
  });

  it("do not say for whom the tumour markers of plan A are", () => {
    expect(document.cell("2-3-7", "M25", "A")?.value).toBe("one");
    expect(document.cell("2-3-7", "M26", "A")?.value).toBe("one");
    expect(document.cell("2-3-7", "M26", "B")?.value).toBe("both");
  });

  it("print the group of each row above it or on its line", () => {
    for (const id of ["2-3-7", "2-3-8"]) {
      for (const cell of table(id).cells.filter(({ value }) => value !== "none")) {
        const group = cell.group ?? table(id).rows.find(({ key }) => key === cell.row)?.group ?? "";
        const last = cell.lines[0] ?? 0;
        const above = printed(Array.from({ length: 22 }, (_, at) => last - 21 + at));
        expect(above, `${cell.row} ${cell.column}`).toContain(group);
      }
    }
  });
});
