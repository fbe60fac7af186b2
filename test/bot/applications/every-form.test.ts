/** Simulated officers fill in every form over the assistant; the sheet that comes back holds exactly what they said. */
import ExcelJS from "exceljs";
import mammoth from "mammoth";
import { afterAll, describe, expect, it } from "vitest";
import type { Outgoing } from "../../../bot/channels/channel.ts";
import { printed } from "../../../flows/common/wording.ts";
import { type Field, type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { openFields } from "../../../flows/engine/interview.ts";
import { print } from "../../../flows/engine/print.ts";
import { forms } from "../../../flows/index.ts";
import { openKnowledge } from "../../../knowledge/index.ts";
import type { Answers } from "../../../rules/engine/fact.ts";
import { heading, idNumber, workbook } from "../../flows/roster/make.ts";
import { office } from "../../support/office.ts";
import { type Filled, fillIn, fittingFacts, type Line, labelled, seeded } from "../../support/officer.ts";
import { newFolder } from "../storage/folders.ts";

const today = "2023-06-15";
const knowledge = await openKnowledge();
afterAll(() => knowledge.close());

const people = [
  { unit: "上海示例有限公司", name: "张三", sex: "男", marital: "已婚", age: 35, idNumber: idNumber("1988-01-01", 1) },
  { unit: "上海示例有限公司", name: "李娜", sex: "女", marital: "未婚", age: 33, idNumber: idNumber("1990-05-20", 2) },
];
const roster = {
  name: "名册.xlsx",
  bytes: await workbook([
    heading,
    ...people.map((one, at) => [at + 1, one.unit, one.name, one.sex, one.marital, one.age, one.idNumber]),
  ]),
};

const tableOf = (form: Form, random: () => number): Answers => fittingFacts(form, random, today, people);

async function contents(name: string, bytes: Buffer): Promise<string> {
  if (name.endsWith(".docx")) return (await mammoth.extractRawText({ buffer: bytes })).value;
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const rows: string[] = [];
  book.worksheets[0]?.eachRow((row) => rows.push(JSON.stringify(row.values)));
  return rows.join("\n");
}

async function sheetOf(
  store: { record(kind: "file", id: string): Promise<{ value: { base64: string } } | undefined> },
  { sheet }: Filled,
): Promise<string> {
  const file = await store.record("file", sheet.id);
  return contents(sheet.name, Buffer.from(file?.value.base64 ?? "", "base64"));
}

/** The wish, the consents, the roster if there is one, everything else in one message, and 「交」. */
async function pasted(line: Line, form: Form, table: Answers, random: () => number): Promise<Outgoing> {
  const say = async (text: string, file?: typeof roster) => (await line.say(text, file))[0] as Outgoing;
  let said = await say(`我要填${form.short}`);
  while (said.text.includes("同意请回")) said = await say("同意");
  const [rows, others] = [
    openFields(form, table).filter(isRows),
    openFields(form, table).filter((one) => !isRows(one)),
  ];
  if (rows.length > 0) await say("", roster);
  const told = others.filter(({ fact }) => table[fact.id] !== undefined);
  await say(told.map((field) => labelled(field, table[field.fact.id], random)).join("\n"));
  const receipt = await say("交");
  return receipt.text.includes("受理编号") ? receipt : say("仍然交");
}
const isRows = ({ input }: Field): boolean => input === "rows";

const cases = forms.map((form) => [form.id, form] as const);

describe("a simulated officer", () => {
  it.each(cases)("fills in %s by answering alone", async (_, form) => {
    const random = seeded(1);
    const table = tableOf(form, random);
    const desk = await office({ knowledge, today });
    const filled = await fillIn(desk.line("officer"), form, table, { restless: 0, random, roster });
    const text = await sheetOf(desk.store(), filled);
    expect(text).toBe(await contents(filled.sheet.name, (await print(form, table)).bytes));
    for (const { fact, input, offSheet } of fieldsOf(form))
      if (
        offSheet !== true &&
        ["text", "phone", "count", "date", "period"].includes(input) &&
        table[fact.id] !== undefined
      )
        expect(text.replace(/\s/g, "")).toContain(printed(input, table[fact.id]).replace(/\s/g, ""));
  });

  it.each(cases)("fills in %s in any order, with second thoughts, digressions and pauses", async (_, form) => {
    for (const seed of [2, 3, 34]) {
      const random = seeded(seed * 7919);
      const table = tableOf(form, random);
      const desk = await office({ knowledge, today });
      const filled = await fillIn(desk.line("officer"), form, table, { restless: 1, random, roster });
      expect(await sheetOf(desk.store(), filled), `seed ${seed}`).toBe(
        await contents(filled.sheet.name, (await print(form, table)).bytes),
      );
    }
  });

  it.each(cases)("pastes all of %s in one message", async (_, form) => {
    for (const seed of [7, 8]) {
      const random = seeded(seed);
      const table = tableOf(form, random);
      const desk = await office({ knowledge, today });
      const receipt = await pasted(desk.line("officer"), form, table, random);
      expect(receipt.text).toMatch(/QP-[\w-]+-000001/);
      const [sheet] = receipt.files ?? [];
      if (!sheet) throw new Error(`No sheet came back with: ${receipt.text}`);
      expect(await sheetOf(desk.store(), { number: "", sheet, messages: 0 }), `seed ${seed}`).toBe(
        await contents(sheet.name, (await print(form, table)).bytes),
      );
    }
  });

  it.each(cases)("fills in %s with a restart before every message", async (_, form) => {
    const random = seeded(99);
    const table = tableOf(form, random);
    const desk = await office({ knowledge, today, folder: await newFolder() });
    const filled = await fillIn(desk.line("officer"), form, table, { restless: 0.5, random, roster });
    expect(await sheetOf(desk.store(), filled)).toBe(
      await contents(filled.sheet.name, (await print(form, table)).bytes),
    );
    expect(filled.number).toMatch(/^QP-2-\d+(-\d+)?-2023-000001$/);
    await desk.close();
  });
});
