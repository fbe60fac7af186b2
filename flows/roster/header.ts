/** Finds the header of a roster wherever it stands, one row or two, and which column holds what. */
import type { Grid, GridCell, GridRow } from "./grid.ts";

export type Column = "seq" | "unit" | "name" | "sex" | "marital" | "married" | "single" | "age" | "idNumber";

export const columnTitles: Readonly<Record<Column, string>> = {
  seq: "序号",
  unit: "单位",
  name: "姓名",
  sex: "性别",
  marital: "婚否",
  married: "已婚",
  single: "未婚",
  age: "年龄",
  idNumber: "身份证号码",
};

const titles: readonly (readonly [Column, RegExp])[] = [
  ["seq", /^(序号|编号|序|no\.?)$/i],
  ["married", /^已婚$/],
  ["single", /^未婚$/],
  ["marital", /^(婚否|婚姻(状况|情况)?|是否已婚|已婚\/未婚)/],
  ["idNumber", /^(公民)?身份(证(件)?)?(号码?|编号)?$|^身份证|^证件号码?$/],
  ["sex", /^性别/],
  ["age", /^(年龄|周岁|岁数)/],
  ["name", /^((职工|员工|参检人(员)?|体检人(员)?)?姓名|名字)$/],
  ["unit", /^((所在|工作|体检|参检)?单位(名称)?|公司(名称)?|部门)$/],
];

export const plain = (cell: GridCell | undefined): string => (cell?.text ?? "").normalize("NFKC").replace(/\s/g, "");

const columnOf = (cell: GridCell | undefined): Column | undefined => {
  const text = plain(cell).replace(/\(.*\)$/, "");
  return text === "" ? undefined : titles.find(([, title]) => title.test(text))?.[0];
};

export type Columns = Readonly<Partial<Record<Column, number>>>;

function columnsOf(row: GridRow): Columns {
  const found: Partial<Record<Column, number>> = {};
  row.cells.forEach((cell, at) => {
    const column = columnOf(cell);
    if (column !== undefined) found[column] ??= at;
  });
  return found;
}

const isHeader = ({ name, idNumber }: Columns): boolean => name !== undefined && idNumber !== undefined;

export interface Header {
  readonly columns: Columns;
  /** Position of the first row of people in the grid. */
  readonly firstRow: number;
}

/** The first rows only: what looks like a header later on is a repeated one. */
const searched = 50;

export function header(grid: Grid): Header | undefined {
  const at = grid.rows.slice(0, searched).findIndex((row) => isHeader(columnsOf(row)));
  const first = grid.rows[at];
  if (!first) return undefined;
  const upper = columnsOf(first);
  const below = grid.rows[at + 1];
  const lower = below ? columnsOf(below) : {};
  // A person's own 「已婚」 is no header: on a header row nobody is named.
  const named = below !== undefined && plain(below.cells[upper.name ?? 0]) !== "" && lower.name === undefined;
  const second = !named && (lower.married !== undefined || lower.single !== undefined || isHeader(lower));
  if (!second) return { columns: upper, firstRow: at + 1 };
  const columns = { ...upper, ...lower };
  // 「婚否」 spans 「已婚」 and 「未婚」; the halves are read, not the whole.
  if (lower.married !== undefined || lower.single !== undefined) delete columns.marital;
  return { columns, firstRow: at + 2 };
}

/** The header printed again on a later page. */
export const repeatsHeader = (row: GridRow): boolean => {
  const columns = columnsOf(row);
  return isHeader(columns) || (columns.married !== undefined && columns.single !== undefined);
};
