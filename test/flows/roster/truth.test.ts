/** Identity numbers as they really arrive: every damaged one is named, none is taken silently, sound ones are read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRoster } from "../../../flows/roster/check.ts";
import { readRoster } from "../../../flows/roster/read.ts";
import { type Cells, heading, idNumber, li, workbook, zhang } from "./make.ts";

const today = "2023-06-15";
type Read = Extract<Awaited<ReturnType<typeof checkRoster>>, { kind: "read" }>;

/** Without the thread, which is another test's matter and takes longer to start than to read. */
async function read(file: Buffer): Promise<Read> {
  const roster = await checkRoster({ file, today });
  if (roster.kind === "refused") throw new Error(roster.because);
  return roster;
}
const reasons = ({ problems }: Read): readonly string[] => problems.map(({ problem }) => problem);
const lost = "身份证号按数字存，后几位已经丢失，请把这一列设成“文本”后重新填写";
const line = (id: Cells[number], at = 1): Cells => [at, "甲公司", "张三", "", "", "", id];

/** Numbers that a spreadsheet takes for a figure: no X at the end. */
const figures = fc
  .sample(fc.tuple(fc.integer({ min: 1950, max: 2004 }), fc.nat(11), fc.nat(27), fc.nat(999)), {
    numRuns: 600,
    seed: 7,
  })
  .map(([year, month, day, serial]) =>
    idNumber(`${year}-${String(month + 1).padStart(2, "0")}-${String(day + 1).padStart(2, "0")}`, serial),
  )
  .filter((id) => !id.endsWith("X"));

describe("numbers that a spreadsheet has damaged", () => {
  it("are all named when they come as figures", async () => {
    const roster = await read(await workbook([heading, ...figures.map((id, at) => line(Number(id), at))]));
    expect(roster.rows).toEqual([]);
    expect(roster.problems.filter(({ problem }) => problem === lost)).toHaveLength(figures.length);
  });

  it("are all named when they were made text again, though one in eleven still adds up", async () => {
    const rounded = figures.map((id) => `${id.slice(0, 15)}000`);
    const roster = await read(await workbook([heading, ...rounded.map((id, at) => line(id, at))]));
    expect(roster.problems.filter(({ problem }) => problem === lost)).toHaveLength(figures.length);
  });

  it("are all named in every way of writing a power of ten", async () => {
    const written = ["3.1E+17", "3.10118E+17", "3.10118198801010E+17", "3.1e17", "３.1Ｅ+17", " 3.1E+17 "];
    const roster = await read(await workbook([heading, ...written.map((id, at) => line(id, at))]));
    expect(roster.problems.filter(({ problem }) => problem === lost)).toHaveLength(written.length);
  });

  it("are named when they became a date, a result of a formula or an error", async () => {
    const damaged: Cells = [
      new Date("1988-01-01"),
      { formula: "1*3.1E17", result: 310118198801010000 },
      { formula: "NA()", result: { error: "#N/A" } },
      { formula: "A1" },
    ];
    const roster = await read(await workbook([heading, ...damaged.map((id, at) => line(id, at))]));
    expect(roster.rows).toEqual([]);
    const rows = new Set(roster.problems.filter(({ column }) => column === "身份证号码").map(({ row }) => row));
    expect(rows).toEqual(new Set([2, 3, 4, 5]));
  });

  it("are not seen where one person's number really ends in three zeros", async () => {
    const rare = Array.from({ length: 10 }, (_, at) => idNumber("1990-05-20", at * 100)).find((id) =>
      id.endsWith("000"),
    );
    const days = Array.from({ length: 60 }, (_, at) => idNumber(`19${60 + (at % 40)}-03-1${at % 10}`, 100));
    const real = rare ?? days.find((id) => id.endsWith("000")) ?? expect.fail();
    const roster = await read(
      await workbook([
        heading,
        [1, "甲", "李四", "女", "", "", real],
        [2, "甲", "张三", "男", "", "", zhang],
        [3, "甲", "王五", "女", "", "", li],
      ]),
    );
    expect(reasons(roster)).toEqual([]);
  });
});

describe("numbers that are sound", () => {
  const full = (text: string): string =>
    [...text].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
  const ending = Array.from({ length: 400 }, (_, at) => idNumber("1985-03-04", at * 2 + 1)).find((id) =>
    id.endsWith("X"),
  );

  it.each([
    ["全角数字", full(zhang), zhang],
    ["小写 x 结尾", (ending ?? "").toLowerCase(), ending],
    ["全角 ｘ 结尾", `${(ending ?? "").slice(0, 17)}ｘ`, ending],
    ["中间有空格", `${zhang.slice(0, 6)} ${zhang.slice(6, 14)} ${zhang.slice(14)}`, zhang],
    ["不间断空格和零宽字符", `\u00a0${zhang.slice(0, 6)}\u200b${zhang.slice(6)}\ufeff`, zhang],
    ["前面有单引号", `'${zhang}`, zhang],
    ["中间有横线", `${zhang.slice(0, 6)}-${zhang.slice(6, 14)}-${zhang.slice(14)}`, zhang],
    ["十五位老号", "310118770707003", idNumber("1977-07-07", 3)],
  ])("are read: %s", async (_, given, number) => {
    const roster = await read(await workbook([heading, [1, "甲", "张三", "男", "", "", given]]));
    expect(reasons(roster)).toEqual([]);
    expect(roster.rows.map(({ idNumber: id }) => id)).toEqual([number]);
  });
});

/** GBK has no writer in Node: the reader is asked for every pair of bytes. */
const gbk = new Map<string, Buffer>();
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1) {
    const pair = Buffer.from([first, second]);
    const text = new TextDecoder("gb18030").decode(pair);
    if ([...text].length === 1 && !gbk.has(text)) gbk.set(text, pair);
  }
const inGbk = (text: string): Buffer =>
  Buffer.concat([...text].map((character) => gbk.get(character) ?? Buffer.from(character, "latin1")));

describe("a roster saved as text", () => {
  const rows = [
    "附件 2-3-6,,,,,,",
    "序号,单 位,姓名,性别,婚否,年龄,身份证号码",
    `1,"甲公司,分公司",张三,男,已婚,35,="${zhang}"`,
    `2,"甲""乙""公司",李四,女,未婚,33,${li}\t`,
    "合计,,2人,,,,",
  ];
  it.each([
    ["GBK，逗号", inGbk(rows.join("\r\n"))],
    ["UTF-8", Buffer.from(rows.join("\n"))],
    ["UTF-8，带记号", Buffer.from(`\ufeff${rows.join("\r\n")}`)],
    [
      "UTF-16，制表符",
      Buffer.from(
        `\ufeff序号\t单位\t姓名\t性别\t身份证号码\r\n1\t甲公司,分公司\t张三\t男\t${zhang}\r\n2\t甲"乙"公司\t李四\t女\t${li}`,
        "utf16le",
      ),
    ],
  ])("is read: %s", async (_, file) => {
    const roster = await read(file);
    expect(reasons(roster)).toEqual([]);
    expect(roster.rows.map(({ unit, name, idNumber: id }) => [unit, name, id])).toEqual([
      ["甲公司,分公司", "张三", zhang],
      ['甲"乙"公司', "李四", li],
    ]);
  });

  it("names the rows of the file, and numbers that Excel has shortened", async () => {
    const roster = await read(
      inGbk("姓名,性别,身份证号码\r\n\r\n张三,男,3.10118E+17\r\n李四,女,310118199005200000\r\n"),
    );
    expect(roster.problems.map(({ row, problem }) => [row, problem])).toEqual([
      [3, lost],
      [4, lost],
    ]);
  });

  it("is refused with what to do when it is none", async () => {
    for (const file of [Buffer.from("你好"), Buffer.from([0x89, 0x50, 0, 1, 2, 3]), inGbk("品名,价格")])
      expect(await readRoster(file, today)).toMatchObject({
        because: "notExcel",
        say: expect.stringContaining(".xlsx"),
      });
  });
});
