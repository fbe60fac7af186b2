/** Rosters as officers send them: what is read, what is refused, and in which words. */
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { type Roster, readRoster } from "../../../flows/roster/read.ts";
import { type Cells, heading, idNumber, li, workbook, zhang } from "./make.ts";

const today = "2023-06-15";
type Read = Extract<Roster, { kind: "read" }>;

async function read(rows: readonly Cells[], change?: (sheet: ExcelJS.Worksheet) => void): Promise<Read> {
  const roster = await readRoster(await workbook(rows, change), today);
  if (roster.kind !== "read") throw new Error(roster.say);
  return roster;
}
const line = (...cells: Cells): Cells => [1, "甲公司", ...cells];
const problemsOf = async (...cells: Cells): Promise<readonly string[]> =>
  (await read([heading, line(...cells)])).problems.map(({ row, column, problem }) => `${row}|${column}|${problem}`);

describe("a roster that is in order", () => {
  it("is read with its rows and counted by sex", async () => {
    const roster = await read([
      heading,
      line("张三", "男", "已婚", 35, zhang),
      [2, "甲公司", "李四", "女", "未婚", 33, li],
    ]);
    expect(roster.problems).toEqual([]);
    expect(roster.rows).toEqual([
      { row: 2, unit: "甲公司", name: "张三", sex: "男", marital: "已婚", age: 35, idNumber: zhang },
      { row: 3, unit: "甲公司", name: "李四", sex: "女", marital: "未婚", age: 33, idNumber: li },
    ]);
    expect(roster.counts).toEqual({ male: 1, female: 1, total: 2 });
  });

  it("is found under title rows and a merged header of two rows, and ends before sums and notes", async () => {
    const roster = await read(
      [
        ["附件 2-3-6"],
        ["2023 年青浦工会各类职工健康体检名册"],
        [],
        ["序号", "单 位", "姓名", "性别", "婚否", null, "年龄", "身份证号码"],
        [null, null, null, null, "已婚", "未婚", null, null],
        [1, "甲公司", "张三", "男", "√", null, 35, zhang],
        [2, null, "李四", "女", null, "√", 33, li],
        [3],
        [4, "甲公司"],
        ["合计", null, "2人"],
        ["注：1.此表由体检单位填写"],
        ["参检单位联系人：王五    联系电话：59729571"],
      ],
      (sheet) => {
        for (const range of ["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5", "H4:H5", "B6:B7"])
          sheet.mergeCells(range);
      },
    );
    expect(roster.problems).toEqual([]);
    expect(roster.rows.map(({ row, unit, marital }) => [row, unit, marital])).toEqual([
      [6, "甲公司", "已婚"],
      [7, "甲公司", "未婚"],
    ]);
  });

  it("may have full-width digits, blanks in names, rich text, formulas and a number of fifteen digits", async () => {
    const wide = [...zhang].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    const roster = await read([
      heading,
      line("张　三", " 男 ", "已婚", "３５", `${wide.slice(0, 6)} ${wide.slice(6)}`),
      [
        2,
        "甲",
        { richText: [{ text: "李" }, { text: "四" }] },
        { formula: '"女"', result: "女" },
        null,
        "33岁",
        `'${li}`,
      ],
      [3, "甲", "王五", "男", null, null, "310118770707003"],
    ]);
    expect(roster.problems).toEqual([]);
    expect(roster.rows.map(({ name, idNumber }) => [name, idNumber])).toEqual([
      ["张三", zhang],
      ["李四", li],
      ["王五", idNumber("1977-07-07", 3)],
    ]);
  });
});

describe("a line that is wrong", () => {
  it("is named by its row in the file, with what to mend", async () => {
    const wrong: readonly (readonly [Cells, string])[] = [
      [
        ["张三", "男", "已婚", 35, Number("310118198801010019")],
        "身份证号码|身份证号按数字存，后几位已经丢失，请把这一列设成“文本”后重新填写",
      ],
      [
        ["张三", "男", "已婚", 35, "3.10118E+17"],
        "身份证号码|身份证号按数字存，后几位已经丢失，请把这一列设成“文本”后重新填写",
      ],
      [["张三", "女", "已婚", 35, idNumber("1988-01-01", 3)], "性别|性别和身份证号不符（按身份证号是男）"],
      [["张三", "男", "已婚", 45, idNumber("1988-01-01", 5)], "年龄|年龄和身份证号不符（按身份证号是35岁）"],
      [["张三", "男", "离异", 35, idNumber("1988-01-01", 7)], "婚否|婚否要写已婚或未婚"],
      [["", "男", "", "", idNumber("1988-01-01", 9)], "姓名|没有姓名"],
      [["张三", "", "", "", idNumber("1988-01-01", 11)], "性别|没有性别"],
      [["张三", "男", "", "", null], "身份证号码|没有身份证号码"],
      [["张三", "男", "", "", "31011819880101"], "身份证号码|身份证号要是18位，这里是14位或含有别的字符"],
      [["=1+1", "男", "", "", idNumber("1988-01-01", 13)], "姓名|不像姓名"],
      [["张三", "男", "", 3, idNumber("1988-01-01", 15)], "年龄|年龄要写成14到120的整数"],
    ];
    const roster = await read([heading, ...wrong.map(([cells]) => line(...cells))]);
    expect(roster.rows).toEqual([]);
    expect(roster.problems.map(({ row, column, problem }) => `${row}|${column}|${problem}`)).toEqual(
      wrong.map(([, said], at) => `${at + 2}|${said}`),
    );
  });

  it("never shows the number it refuses", async () => {
    const wrong = `${zhang.slice(0, 17)}${zhang.endsWith("1") ? "2" : "1"}`;
    const problems = await problemsOf("张三", "男", "已婚", 35, wrong);
    expect(problems.join()).not.toContain(wrong.slice(6, 14));
  });

  it("is a double when its number stands on an earlier line", async () => {
    const roster = await read([
      heading,
      line("张三", "男", "", "", zhang),
      line("张叁", "男", "", "", zhang.toLowerCase()),
    ]);
    expect(roster.problems).toEqual([{ row: 3, column: "身份证号码", problem: "身份证号和第2行重复" }]);
    expect(roster.counts.total).toBe(1);
    expect(roster.lines).toBe(2);
  });

  it("is marked in a copy of the file, where every cell is text", async () => {
    const roster = await read([heading, line("张三", "女", "", "", zhang), line("=HYPERLINK(1)", "女", "", "", li)]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await roster.markedCopy()) as never);
    const [sheet] = book.worksheets;
    expect(sheet?.getRow(1).getCell(8).value).toBe("问题");
    expect(sheet?.getRow(2).getCell(8).value).toBe("性别：性别和身份证号不符（按身份证号是男）");
    expect(sheet?.getRow(3).getCell(3).type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getRow(2).getCell(7).value).toBe(zhang);
  });
});

describe("a second sheet that looks like a roster", () => {
  it("is said not to have been read", async () => {
    const book = new ExcelJS.Workbook();
    for (const name of ["一车间", "二车间"]) {
      const sheet = book.addWorksheet(name);
      sheet.addRow([...heading]);
      sheet.addRow([1, "甲", "张三", "男", "", "", zhang]);
    }
    const roster = await readRoster(Buffer.from(await book.xlsx.writeBuffer()), today);
    expect(roster.kind === "read" && roster.problems.map(({ problem }) => problem)).toEqual([
      "另一张工作表“二车间”也像名册，没有读；请合到一张表里",
    ]);
  });
});

describe("a file that is no roster", () => {
  const say = async (file: Buffer): Promise<string> => {
    const roster = await readRoster(file, today, 8000);
    return roster.kind === "refused" ? roster.say : "read";
  };
  const zip = (entries: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> => {
    const archive = new JSZip();
    for (const [name, content] of Object.entries(entries)) archive.file(name, content);
    return archive.generateAsync({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 9 } });
  };

  it("is refused in one clear line", async () => {
    expect(await say(Buffer.alloc(0))).toBe("文件是空的，请重新发。");
    expect(await say(Buffer.from("品名,价格\n"))).toContain("另存为 .xlsx");
    expect(await say(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toContain("另存为 .xlsx");
    expect(await say(await zip({ "word/document.xml": "<w/>" }))).toContain("这不是 Excel 表格");
    expect(await say(await zip({ "xl/workbook.xml": "<w/>", "xl/vbaProject.bin": "x" }))).toBe(
      "这是带宏的文件，请另存为 .xlsx 再发。",
    );
    expect(await say(Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(200)]))).toContain("文件打不开");
    expect(await say(await workbook([["产品", "价格"]]))).toContain("没有找到表头");
  });

  it("is refused before it swells", async () => {
    const bomb = await zip({ "xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await say(bomb)).toContain("文件展开后太大");
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`xl/${at}.xml`, "x"]));
    expect(await say(await zip({ "xl/workbook.xml": "<w/>", ...many }))).toContain("文件展开后太大");
  });

  it("is refused when its parts are broken", async () => {
    expect(await say(await zip({ "xl/workbook.xml": "<not xml" }))).not.toBe("read");
  });

  it("is read although one cell stands at the far end of the sheet", async () => {
    const file = await workbook([heading, line("张三", "男", "", "", zhang)], (sheet) => {
      sheet.getCell("XFD1048576").value = "x";
    });
    expect(await say(file)).toBe("read");
  });

  it("does not hold the program up when the parser takes too long", async () => {
    const roster = await readRoster(await workbook([heading]), today, 1);
    expect(roster).toMatchObject({ kind: "refused", because: "tooSlow" });
  });
});

it("reads ten thousand lines", async () => {
  const rows = Array.from({ length: 10_000 }, (_, at): Cells => {
    const born = `19${60 + (at % 40)}-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`;
    const id = idNumber(born, at % 1000);
    return [at + 1, "甲公司", `职工${at % 100}`, at % 2 ? "男" : "女", "已婚", null, id];
  });
  const file = await workbook([heading, ...rows]);
  const roster = await readRoster(file, today);
  expect(roster.kind === "read" && roster.lines).toBe(10_000);
});
