/** The Word document, opened again, holds what was said and nothing else. */
import fc from "fast-check";
import JSZip from "jszip";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { printed } from "../../../flows/common/wording.ts";
import { docx } from "../../../flows/engine/docx.ts";
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { filledSheet } from "../../../flows/engine/sheet.ts";
import { formById, forms } from "../../../flows/index.ts";
import type { Answers } from "../../../rules/engine/fact.ts";
import { sampled } from "../fill.ts";

const bare = (text: string): string => text.replace(/\s/g, "");
const sheets = forms.filter(({ layout }) => layout.kind === "sheet");

async function xmlOf(form: Form, answers: Answers): Promise<string> {
  const archive = await JSZip.loadAsync(await docx(form, answers));
  return (await archive.file("word/document.xml")?.async("text")) ?? "";
}
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([text]) =>
    unescaped([...text.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, inner]) => inner).join("")),
  );
const boxes = (xml: string): readonly string[] => [...paragraphs(xml).join("\n").matchAll(/[☑]/g)].map(([box]) => box);

describe("a filled form", () => {
  it.each(sheets.map((form) => [form.id, form] as const))("%s holds every answer", async (_, form) => {
    const answers = sampled(form);
    const { value } = await mammoth.extractRawText({ buffer: await docx(form, answers) });
    const text = bare(value);
    for (const { fact, input } of fieldsOf(form)) {
      if (input !== "choice" && input !== "choices") expect(text).toContain(bare(printed(input, answers[fact.id])));
    }
  });

  it.each(sheets.map((form) => [form.id, form] as const))(
    "%s ticks each option where it is printed",
    async (_, form) => {
      for (const { fact, input } of fieldsOf(form)) {
        if (input !== "choice" || !JSON.stringify(form.layout).includes(`"kind":"tick","field":"${fact.id}"`)) continue;
        for (const option of fact.samples) {
          const xml = await xmlOf(form, { [fact.id]: option });
          expect(boxes(xml)).toHaveLength(1);
          const ticked = paragraphs(xml).find((text) => text.includes("☑")) ?? "";
          const near = bare(ticked).match(/(^|[□☑\d])?([^□☑]*)☑([^□☑]*)/);
          expect(bare(`${near?.[2]}|${near?.[3]}`).replace(/[()]/g, "")).toContain(
            bare(String(option)).replace(/[()]/g, ""),
          );
        }
      }
    },
  );

  it.each(sheets.map((form) => [form.id, form] as const))(
    "%s has no tick and no word of ours when empty",
    async (_, form) => {
      const xml = await xmlOf(form, {});
      expect(xml).not.toContain("☑");
      expect(xml).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );

  it("names the faces of official papers and keeps numbers unbroken", async () => {
    const xml = await xmlOf(sheets[0] as Form, {});
    for (const face of ["方正小标宋简体", "仿宋_GB2312", "宋体"]) expect(xml).toContain(`w:eastAsia="${face}"`);
    expect(xml).toContain('w:hint="eastAsia"');
    expect(xml).toMatch(/<w:lang w:val="en-US" w:eastAsia="zh-CN"/);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  });

  it("prints the dates in the blanks of the sheet", async () => {
    const text = bare(
      paragraphs(
        await xmlOf(formById("2-1-1") as Form, {
          period: { from: "2023-06-10", to: "2023-06-11" },
          fillDate: "2023-06-01",
        }),
      ).join(""),
    );
    expect(text).toContain("起止时间6月10日至6月11日");
    expect(text).toContain("填表日期:2023年6月1日");
  });

  it("holds exactly the text of the sheet, whatever is typed", async () => {
    const form = formById("2-8-1") as Form;
    const anything = fc.string({ unit: "binary", maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anything, anything, async (unitName, needDetail) => {
        const answers = { unitName, needDetail, belongTo: '<w:t>&"]]>' };
        const sheet = filledSheet(form, answers);
        const lines = [...sheet.above, ...sheet.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))];
        const expected = lines.map(({ runs }) =>
          runs
            .map(({ text }) => text)
            .join("")
            .replace("\t", ""),
        );
        const found = paragraphs(await xmlOf(form, answers));
        for (const text of expected) expect(found).toContain(text);
      }),
      { numRuns: 40 },
    );
  });
});
