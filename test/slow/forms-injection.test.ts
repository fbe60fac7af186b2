/** Whatever is typed stays text: LibreOffice opens every export, calculates, and finds no formula and no field. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { afterAll, beforeAll, expect, it } from "vitest";
import { docx } from "../../flows/engine/docx.ts";
import { xlsx } from "../../flows/engine/xlsx.ts";
import { formById } from "../../flows/index.ts";
import { readRoster } from "../../flows/roster/read.ts";
import { heading, idNumber, workbook } from "../flows/roster/make.ts";

const signs = [
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "\t=",
  "\r=",
  "\n=",
  " =",
  "\u00a0=",
  "'=",
  '"=',
  "'",
  "`=",
  ",=",
  ";=",
  "|=",
];
const tails = ["1+1", 'HYPERLINK("http://x","点")', "cmd|'/c calc'!A0", 'WEBSERVICE("http://x")', "SUM(A1:A9)"];
/** A hundred beginnings that some spreadsheet takes for a formula. */
const prefixes = signs.flatMap((sign) => tails.map((tail) => `${sign}${tail}`));

const kept = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
const number = (at: number): string => idNumber(`19${60 + (at % 40)}-03-04`, at);

let folder: string;
let flat: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "injection-"));
  const roster = formById("2-3-6") ?? expect.fail();
  const request = formById("2-8-1") ?? expect.fail();
  const rows = prefixes.map((text, at) => ({ unit: text, name: text, sex: "男", idNumber: number(at) }));
  await writeFile(join(folder, "roster.xlsx"), await xlsx(roster, { rows, x_contactName: "=1+1", unit: "=1+1" }));

  const sent = await workbook([heading, ...prefixes.map((text, at) => [at, text, text, "男", "", "", number(at)])]);
  const read = await readRoster(sent, "2023-06-15", 60_000);
  await writeFile(join(folder, "marked.xlsx"), read.kind === "read" ? await read.markedCopy() : expect.fail());

  for (const [at, text] of prefixes.entries())
    await writeFile(
      join(folder, `${at}.docx`),
      await docx(request, { unitName: text, needDetail: text, belongTo: text }),
    );

  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const convert = (to: string, ...files: readonly string[]) =>
    promisify(execFile)("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, ...files]);
  const workbooks = ["roster", "marked"];
  await convert("fods", ...workbooks.map((name) => join(folder, `${name}.xlsx`)));
  // The tool sees a formula where there is one.
  await writeFile(join(folder, "live.xlsx"), await workbook([[{ formula: "1+1" }]]));
  await convert("fods", join(folder, "live.xlsx"));
  const texts = await Promise.all(
    [...workbooks, "live"].map(async (name) => [name, await readFile(join(folder, `${name}.fods`), "utf8")] as const),
  );
  flat = Object.fromEntries(texts);
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("has a hundred of them, and a tool that finds a formula", () => {
  expect(new Set(prefixes).size).toBe(100);
  expect(flat["live"]).toContain("table:formula");
});

it.each(["roster", "marked"])("no formula and no link stands in the %s, and every cell is text", (name) => {
  const text = flat[name] ?? "";
  expect(text).not.toMatch(/table:formula|<text:a\b|xlink:href="http/);
  expect(text).not.toMatch(/office:value-type="(float|date|percentage|currency|boolean)"/);
});

it.each(["roster", "marked"])("the %s holds each of them as it was typed", async (name) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, `${name}.xlsx`));
  const cells = new Set<string>();
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.add(String(cell.value))));
  for (const text of prefixes) expect(cells).toContain(kept(text));
});

it("a Word file holds them as text, never as a field", async () => {
  for (const [at, text] of prefixes.entries()) {
    const archive = await JSZip.loadAsync(await readFile(join(folder, `${at}.docx`)));
    const xml = (await archive.file("word/document.xml")?.async("text")) ?? "";
    expect(xml).not.toMatch(/<w:(fldSimple|instrText|fldChar|hyperlink)\b/);
    const typed = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, inner = ""]) =>
      inner.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&"),
    );
    expect(typed.join("\n")).toContain(kept(text));
  }
});
