import { describe, expect, it } from "vitest";
import { loadDocument } from "../../knowledge/document.ts";

const document = loadDocument();

describe("the official forms", () => {
  it("are nine, with the printed number of fields", () => {
    expect(document.forms.map(({ id, fields }) => [id, fields.length])).toEqual([
      ["2-1-1", 15],
      ["2-1-2", 19],
      ["2-1-3", 10],
      ["2-3-2", 14],
      ["2-3-3", 13],
      ["2-3-4", 13],
      ["2-3-5", 10],
      ["2-3-6", 9],
      ["2-8-1", 13],
    ]);
  });

  it.each(document.forms)(
    "$id prints its title, labels and notes as they stand here",
    ({ id, title, fields, notes }) => {
      expect(document.isExactQuote(id, title)).toBe(true);
      for (const note of notes) expect(document.isExactQuote(id, note), note).toBe(true);
      for (const { label, outside } of fields) if (!outside) expect(document.isExactQuote(id, label), label).toBe(true);
    },
  );

  it.each(document.forms)("$id offers the printed options", ({ id, fields }) => {
    for (const { key, options } of fields) {
      if (key === "examPlace") expect(options).toEqual(document.centres.map(({ name }) => name));
      // The roster prints no options; the sexes are those of the tables of plans.
      else if (!(id === "2-3-6" && key === "sex"))
        for (const option of options ?? []) expect(document.isExactQuote(id, option), option).toBe(true);
    }
  });

  it.each(document.forms)("$id has each key once and asks nobody for seals", ({ fields }) => {
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    for (const { type, required } of fields) {
      expect(type === "seal" || type === "opinion").toBe(required === "offline");
    }
  });

  it("have every printed box among their options", () => {
    for (const { id, fields } of document.forms) {
      const printed = document.fullText(id).match(/□/g)?.length ?? 0;
      const offered = fields.flatMap(({ options }) => options ?? []).filter((option) => option.includes("□")).length;
      expect(offered, id).toBe(printed);
    }
  });

  it("ask for a second copy in one form only", () => {
    expect(document.forms.filter(({ copies }) => copies === "一式二份").map(({ id }) => id)).toEqual(["2-3-2"]);
  });

  it("are sealed in the order of their note", () => {
    expect(document.form("2-1-2")?.seals).toEqual([
      "休养单位工会",
      "街镇、委、局、区属公司工会",
      "区总工会",
      "承办单位",
    ]);
    expect(document.form("2-1-2")?.sealsNote).toContain("没有区总工会盖章栏");
  });
});
