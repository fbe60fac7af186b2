/** Workbooks as officers send them, and identity numbers that add up. */
import ExcelJS from "exceljs";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Born on a day, with a serial whose parity is the sex. */
export function idNumber(born: string, serial: number): string {
  const seventeen = `310118${born.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return seventeen + "10X98765432"[sum % 11];
}

export type Cells = readonly (string | number | Date | null | ExcelJS.CellValue)[];

export async function workbook(rows: readonly Cells[], change?: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Sheet1");
  for (const row of rows) sheet.addRow([...row]);
  change?.(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export const heading: Cells = ["序号", "单位", "姓名", "性别", "婚否", "年龄", "身份证号码"];
export const zhang = idNumber("1988-01-01", 1);
export const li = idNumber("1990-05-20", 2);
