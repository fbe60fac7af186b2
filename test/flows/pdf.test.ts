/** A PDF is never printed with a character that the font cannot draw: a missing glyph would read as a ticked box. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../flows/engine/form.ts";
import { formById, forms } from "../../flows/index.ts";
import { type Face, face, GlyphsMissing, installedFace, missingGlyphs, tickedBox } from "../../flows/pdf/font.ts";
import { pdf } from "../../flows/pdf/pdf.ts";
import { longest, sampled } from "./fill.ts";

const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const latin = face(join(folder, "standard_fonts/LiberationSans-Regular.ttf"));
const trip = formById("2-1-1") as (typeof forms)[number];

function installed(): Face | undefined {
  try {
    return installedFace();
  } catch {
    return undefined;
  }
}

it("names the characters that are missing, before drawing", async () => {
  expect(missingGlyphs("年 A 年月□", latin)).toEqual(["年", "月"]);
  await expect(pdf(trip, {}, latin)).rejects.toBeInstanceOf(GlyphsMissing);
});

it("says which font to install when there is none", () => {
  expect(() => face(join(folder, "no-such-font.ttf"))).toThrow("@embedpdf/fonts-sc");
});

it("fills the square where the font has no ticked box", () => {
  expect(tickedBox(latin)).toBe("■");
});

// The font is a package of 36 MB that an installation may leave out; without it there is no PDF, only Word files.
describe("a printed PDF", () => {
  it("draws only with a font that knows Chinese", () => {
    expect(missingGlyphs("年", latin)).toEqual(["年"]);
  });

  const sheets = installed() ? forms.filter(({ layout }) => layout.kind === "sheet") : [];
  it.each(sheets.map((form) => [form.id, form] as const))(
    "%s is one A4 page that holds every answer",
    async (_, form) => {
      for (const answers of [sampled(form), longest(form)]) {
        const loading = getDocument({ data: new Uint8Array(await pdf(form, answers)), verbosity: 0 });
        const document = await loading.promise;
        expect(document.numPages).toBe(1);
        const { items } = await (await document.getPage(1)).getTextContent();
        const text = items
          .map((item) => ("str" in item ? item.str : ""))
          .join("")
          .replace(/\s/g, "");
        for (const { fact, input } of fieldsOf(form)) {
          if (input === "text" || input === "longText" || input === "phone")
            expect(text).toContain(String(answers[fact.id]).replace(/\s/g, ""));
        }
        await loading.destroy();
      }
    },
  );

  it.each(sheets.slice(0, 1))("refuses a rare name that the font lacks", async () => {
    await expect(pdf(trip, { leaderName: "张𠮷" })).rejects.toMatchObject({ characters: ["𠮷"] });
  });
});
