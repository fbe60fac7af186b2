/** Reads the lines of a roster: who stands on each, and what is wrong with it. */
import { clean } from "../common/text.ts";
import type { Grid, GridCell, GridRow } from "./grid.ts";
import { type Column, type Columns, columnTitles, type Header, plain, repeatsHeader } from "./header.ts";
import { ageOn, type Identity, readId, tidyId } from "./id-number.ts";

export interface Person {
  /** Row in the file, as Excel counts. */
  readonly row: number;
  readonly unit?: string;
  readonly name: string;
  readonly sex: "男" | "女";
  readonly marital?: "已婚" | "未婚";
  readonly age?: number;
  readonly idNumber: string;
}

export interface Problem {
  readonly row: number;
  readonly column: string;
  readonly problem: string;
}

export interface People {
  readonly rows: readonly Person[];
  readonly problems: readonly Problem[];
  /** Lines with a person on them, right or wrong. */
  readonly lines: number;
}

/** Lines that are no person: sums, notes, signatures. */
const closing =
  /^(合计|总计|小计|共计|总人数|合\s*计|注[:：0-9]|备注|说明|填表|制表|审核|联系人|参检单位联系|经办|单位盖章|盖章|日期)/;

const isClosing = (row: GridRow): boolean => {
  const first = row.cells.find((cell) => plain(cell) !== "");
  return closing.test(plain(first));
};

interface Line {
  /** The numbers of this roster have lost their last digits. */
  readonly lost: boolean;
  readonly problems: readonly Problem[];
  readonly cell: (column: Column) => GridCell | undefined;
  readonly say: (column: Column, problem: string) => undefined;
}

function lineOf(row: GridRow, columns: Columns, lost: boolean): Line {
  const problems: Problem[] = [];
  return {
    lost,
    problems,
    cell: (column) => {
      const at = columns[column];
      return at === undefined ? undefined : row.cells[at];
    },
    say: (column, problem) => {
      problems.push({ row: row.number, column: columnTitles[column], problem });
      return undefined;
    },
  };
}

type Sex = "男" | "女";

function nameOn({ cell, say }: Line): string | undefined {
  // Kept as written, character by character: a name is compared with an identity card.
  const text = clean(cell("name")?.text ?? "");
  // 「张　三」 is set apart for looks only.
  const name = text.replace(/^(\p{Script=Han})\s+(\p{Script=Han})$/u, "$1$2");
  if (name === "") return say("name", "没有姓名");
  return /\d{3}|^[=+\-@]/.test(name.normalize("NFKC")) || name.length > 30 ? say("name", "不像姓名") : name;
}

function sexOn({ cell, say }: Line): Sex | undefined {
  const text = plain(cell("sex"));
  if (/^(男|男性|M)$/i.test(text)) return "男";
  if (/^(女|女性|F)$/i.test(text)) return "女";
  return say("sex", text === "" ? "没有性别" : "性别要写男或女");
}

function maritalOn({ cell, say }: Line): Person["marital"] {
  const whole = plain(cell("marital"));
  if (/^(已婚|是|婚|√|✓)$/.test(whole)) return "已婚";
  if (/^(未婚|否|未)$/.test(whole)) return "未婚";
  if (whole !== "") return say("marital", "婚否要写已婚或未婚");
  const ticked = (column: Column): boolean => /[^□○0否]/.test(plain(cell(column)));
  const [married, single] = [ticked("married"), ticked("single")];
  if (married && single) return say("married", "已婚和未婚都填了");
  return married ? "已婚" : single ? "未婚" : undefined;
}

function ageStated({ cell, say }: Line): number | undefined {
  const text = plain(cell("age")).replace(/(周)?岁$/, "");
  if (text === "") return undefined;
  return /^\d{1,3}$/.test(text) && Number(text) >= 14 && Number(text) <= 120
    ? Number(text)
    : say("age", "年龄要写成14到120的整数");
}

const lostDigits = "身份证号按数字存，后几位已经丢失，请把这一列设成“文本”后重新填写";

/**
 * A number of eighteen digits is stored with fifteen; made text again, it ends in three zeros. One such number may be
 * real, one in a thousand is; where most of them end so, none is believed.
 */
function lostTogether(grid: Grid, { columns, firstRow }: Header): boolean {
  const given = grid.rows
    .slice(firstRow)
    .map((row) => tidyId(row.cells[columns.idNumber ?? 0]?.text ?? ""))
    .filter((text) => /^\d{17}[\dX]$/.test(text));
  const zeros = given.filter((text) => text.endsWith("000")).length;
  return zeros > 0 && zeros * 2 > given.length;
}

function idOn({ cell, say, lost }: Line, today: string): Identity | undefined {
  const given = cell("idNumber");
  if (!given) return say("idNumber", "没有身份证号码");
  if (given.number || /^\d+(\.\d+)?E\+?\d+$/i.test(plain(given))) return say("idNumber", lostDigits);
  if (lost && tidyId(given.text).endsWith("000")) return say("idNumber", lostDigits);
  const read = readId(given.text, today);
  return read.kind === "valid" ? read : say("idNumber", read.problem);
}

interface Seen {
  readonly columns: Columns;
  readonly today: string;
  readonly lost: boolean;
}

function person(row: GridRow, { columns, today, lost }: Seen) {
  const line = lineOf(row, columns, lost);
  const unit = columns.unit === undefined ? undefined : clean(row.cells[columns.unit]?.text ?? "");
  const name = nameOn(line);
  const sex = sexOn(line);
  const marital = maritalOn(line);
  const age = ageStated(line);
  const id = idOn(line, today);
  if (id && sex !== undefined && id.sex !== sex) line.say("sex", `性别和身份证号不符（按身份证号是${id.sex}）`);
  if (id && age !== undefined && Math.abs(ageOn(id.born, today) - age) > 1) {
    line.say("age", `年龄和身份证号不符（按身份证号是${ageOn(id.born, today)}岁）`);
  }
  const { problems } = line;
  const made: Person | undefined =
    problems.length === 0 && name !== undefined && sex !== undefined && id
      ? {
          row: row.number,
          ...(unit !== undefined && { unit }),
          name,
          sex,
          ...(marital !== undefined && { marital }),
          ...(age !== undefined && { age }),
          idNumber: id.number,
        }
      : undefined;
  return { made, problems, id: id?.number };
}

const isEmptyLine = (row: GridRow, { seq, unit, ...told }: Columns): boolean =>
  Object.values(told).every((at) => plain(row.cells[at]) === "");

/** `today` judges ages and births. */
export function people(grid: Grid, header: Header, today: string): People {
  const { columns, firstRow } = header;
  const seen: Seen = { columns, today, lost: lostTogether(grid, header) };
  const rows: Person[] = [];
  const problems: Problem[] = [];
  const firstWith = new Map<string, number>();
  let lines = 0;
  for (const row of grid.rows.slice(firstRow)) {
    if (isEmptyLine(row, columns) || isClosing(row) || repeatsHeader(row)) continue;
    lines += 1;
    const { made, problems: found, id } = person(row, seen);
    const before = id === undefined ? undefined : firstWith.get(id);
    if (id !== undefined && before === undefined) firstWith.set(id, row.number);
    problems.push(...found);
    if (before !== undefined) {
      problems.push({ row: row.number, column: columnTitles.idNumber, problem: `身份证号和第${before}行重复` });
    } else if (made) rows.push(made);
  }
  return { rows, problems, lines };
}
