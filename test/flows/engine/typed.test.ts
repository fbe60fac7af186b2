/** Whatever people type comes out of the official files character by character, and never steers them. */
import ExcelJS from "exceljs";
import JSZip from "jszip";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { docx } from "../../../flows/engine/docx.ts";
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { validate } from "../../../flows/engine/validate.ts";
import { xlsx } from "../../../flows/engine/xlsx.ts";
import { formById, forms } from "../../../flows/index.ts";
import { readRoster } from "../../../flows/roster/read.ts";
import type { Answers } from "../../../rules/engine/fact.ts";
import { sampled } from "../fill.ts";
import { heading, idNumber, workbook } from "../roster/make.ts";

const typed = [
  "{{unitName}}",
  "{#a}{/a}",
  "{%if%}#{x}",
  "<%=y%>",
  "[[a]]#b#《c》",
  "</w:t>&lt;\"'",
  "]]><!--&#65;",
  "\\u4e00%s$&",
  "张𠮷",
  "龘䶮㐀",
  "葛󠄀城",
  "王👍🏽",
  "é́ñ阿·卜杜拉",
  "臺福﨑",
  "𪚥𠀀𫝀",
] as const;

const textFields = (form: Form): readonly string[] =>
  fieldsOf(form).flatMap(({ fact, input }) => (input === "text" || input === "longText" ? [fact.id] : []));
const filled = (form: Form, text: string): Answers => ({
  ...sampled(form),
  ...Object.fromEntries(textFields(form).map((id) => [id, text])),
});
/** Each field with another of them; from a start that moves on, all of them come up. */
const mixed = (form: Form, from: number): Readonly<Record<string, string>> =>
  Object.fromEntries(textFields(form).map((id, at) => [id, typed[(from + at) % typed.length] ?? ""]));
const sheets = forms.filter(({ layout }) => layout.kind === "sheet");
const roster = formById("2-3-6") ?? expect.fail();
const cellsOf = async (file: Uint8Array): Promise<readonly string[]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as never);
  const cells: string[] = [];
  book.worksheets[0]?.eachRow((row) => row.eachCell(({ value }) => cells.push(String(value))));
  return cells;
};

describe("a Word file", () => {
  it.each(sheets.map((form, at) => [form.id, form, at] as const))(
    "%s holds what was typed, wherever text goes",
    async (_, form, at) => {
      for (const from of [at * 2, at * 2 + 7]) {
        const answers = mixed(form, from);
        const { value } = await mammoth.extractRawText({ buffer: await docx(form, { ...sampled(form), ...answers }) });
        for (const text of Object.values(answers)) expect(value).toContain(text);
      }
    },
  );

  it("prints no marker of its own", async () => {
    for (const form of sheets) {
      const { value } = await mammoth.extractRawText({ buffer: await docx(form, {}) });
      expect(value).not.toMatch(/[{}$%]|undefined|null|\[object/);
    }
  });

  it("sets rare characters in a face that has them, and only those", async () => {
    const form = formById("2-1-1") ?? expect.fail();
    const archive = await JSZip.loadAsync(await docx(form, { leaderName: "张𠮷䶮明" }));
    const xml = (await archive.file("word/document.xml")?.async("text")) ?? "";
    const faceOf = (text: string): string | undefined =>
      [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)]
        .find(([run]) => run.includes(`>${text}<`))?.[0]
        .match(/w:eastAsia="([^"]+)"[^>]*w:hAnsi|w:rFonts[^>]*w:eastAsia="([^"]+)"/)
        ?.slice(1)
        .find(Boolean);
    expect([faceOf("张"), faceOf("𠮷"), faceOf("䶮"), faceOf("明")]).toEqual([
      "仿宋_GB2312",
      "SimSun-ExtB",
      "宋体",
      "仿宋_GB2312",
    ]);
  });
});

describe("five thousand characters", () => {
  const flood = "国".repeat(5000);
  it.each(sheets.map((form) => [form.id, form] as const))(
    "%s are refused by name, and the sheet stays whole",
    async (_, form) => {
      const answers = filled(form, flood);
      const { problems } = validate(form, answers, "2023-06-15");
      expect(problems.map(({ field }) => field)).toEqual(expect.arrayContaining([...textFields(form)]));
      expect(problems.filter(({ problem }) => /^最多\d+个字/.test(problem)).length).toBe(textFields(form).length);
      const { value } = await mammoth.extractRawText({ buffer: await docx(form, answers) });
      expect(value).not.toContain("国国");
    },
  );
});

describe("a roster", () => {
  const rows = typed.map((text, at) => ({
    unit: text,
    name: text,
    sex: "男",
    idNumber: idNumber(`1970-01-${String(at + 10)}`, 1),
  }));

  it("holds names as they were typed", async () => {
    const cells = await cellsOf(await xlsx(roster, { rows }));
    for (const text of typed) expect(cells.filter((cell) => cell === text)).toHaveLength(2);
  });

  it("gives names back as they stood in the file, read and marked", async () => {
    const file = await workbook([
      heading,
      ...rows.map(({ unit, name, sex, idNumber: id }) => [1, unit, name, sex, "", "", id]),
    ]);
    const read = await readRoster(file, "2023-06-15", 60_000);
    if (read.kind === "refused") expect.fail();
    expect(read.rows.map(({ name, unit }) => [name, unit])).toEqual(typed.map((text) => [text, text]));
    const cells = await cellsOf(await read.markedCopy());
    for (const text of typed) expect(cells).toContain(text);
  });
});
