/** The roster workbook, opened again: official columns, text only, nothing to be executed. */
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { Form } from "../../../flows/engine/form.ts";
import { xlsx } from "../../../flows/engine/xlsx.ts";
import { formById } from "../../../flows/index.ts";
import { readRoster } from "../../../flows/roster/read.ts";
import { people } from "../fill.ts";

const roster = formById("2-3-6") as Form;
const answers = { rows: people, unit: "补的单位", x_contactName: "王五", x_contactPhone: "59729571" };

async function opened(given: Readonly<Record<string, unknown>>): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await xlsx(roster, given)) as never);
  return book.worksheets[0] as ExcelJS.Worksheet;
}
const cells = (sheet: ExcelJS.Worksheet, row: number): readonly unknown[] =>
  Array.from({ length: 8 }, (_, at) => sheet.getRow(row).getCell(at + 1).value ?? "");

describe("the roster workbook", () => {
  it("has the printed title, the header of two rows and the lines as said", async () => {
    const sheet = await opened(answers);
    expect(sheet.getCell("A1").value).toBe("附件 2-3-6");
    expect(sheet.getCell("A2").value).toBe("2023 年青浦工会各类职工健康体检名册");
    expect(cells(sheet, 3)).toEqual(["序号", "单 位", "姓名", "性别", "婚否", "婚否", "年龄", "身份证号码"]);
    expect(cells(sheet, 4).slice(4, 6)).toEqual(["已婚", "未婚"]);
    expect(cells(sheet, 5)).toEqual(["1", "上海示例有限公司", "张三", "男", "已婚", "", "35", people[0].idNumber]);
    expect(cells(sheet, 6)).toEqual([
      "2",
      "上海示例有限公司",
      people[1].name,
      "女",
      "",
      "未婚",
      "33",
      people[1].idNumber,
    ]);
    expect(cells(sheet, 7)).toEqual(["3", "补的单位", "+86", "男", "", "", "", people[2].idNumber]);
    expect(sheet.getCell("A14").value).toBe("10");
    expect(String(sheet.getCell("A15").value)).toMatch(/王五.*59729571/);
    expect(sheet.getCell("A16").value).toBe("注：1.此表由体检单位填写，以 Excel格式发送到区总工会综合保障部。");
  });

  it("holds no formula, and identity numbers as text", async () => {
    const archive = await JSZip.loadAsync(await xlsx(roster, answers));
    const xml = (await archive.file("xl/worksheets/sheet1.xml")?.async("text")) ?? "";
    expect(xml).not.toMatch(/<f[ >]/);
    expect((await opened(answers)).getCell("H5").numFmt).toBe("@");
    expect((await opened(answers)).getCell("H5").type).toBe(ExcelJS.ValueType.String);
  });

  it("never prints an identity number that came as a number", async () => {
    const sheet = await opened({ rows: [{ ...people[0], idNumber: 310118198801010000 }] });
    expect(sheet.getCell("H5").value ?? "").toBe("");
  });

  it("offers lists for 性别 and 婚否 and checks eighteen characters", async () => {
    const sheet = await opened({});
    expect(sheet.getCell("D5").dataValidation).toMatchObject({ type: "list", formulae: ['"男,女"'] });
    expect(sheet.getCell("E14").dataValidation).toMatchObject({ type: "list", formulae: ['"已婚"'] });
    expect(sheet.getCell("F14").dataValidation).toMatchObject({ type: "list", formulae: ['"未婚"'] });
    expect(sheet.getCell("H5").dataValidation).toMatchObject({ type: "textLength", operator: "equal", formulae: [18] });
  });

  it("prints across the page, one page wide, with the header repeated", async () => {
    const { pageSetup, headerFooter } = await opened(answers);
    expect(pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(pageSetup.printTitlesRow).toMatch(/3:\$?4/);
    expect(headerFooter.oddFooter).toContain("&P");
  });

  it("is read back by the roster reader", async () => {
    const read = await readRoster(await xlsx(roster, { ...answers, rows: people.slice(0, 1) }), "2023-06-15");
    expect(read).toMatchObject({
      kind: "read",
      problems: [],
      rows: [{ row: 5, ...people[0] }],
      counts: { male: 1, female: 0, total: 1 },
    });
  });
});
