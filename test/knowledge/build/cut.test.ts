import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cut } from "../../../knowledge/build/cut.ts";
import { build } from "../../../knowledge/build/main.ts";
import { isPageNumber, squeeze } from "../../../knowledge/build/mend.ts";
import { outlineEntrySchema } from "../../../knowledge/build/records.ts";

const read = (file: string) =>
  readFileSync(new URL(`../../../knowledge/documents/2023/${file}`, import.meta.url), "utf8");
const source = read("source.txt");
const lines = source.split("\n");
const outline = z.array(outlineEntrySchema).parse(JSON.parse(read("outline.json")));
const clauses = cut(source, outline);
const textOf = (from: number, to: number) => squeeze(lines.slice(from - 1, to).join("\n"));

describe("cutting the source into clauses", () => {
  it("gives the 209 clauses, 175 numbered in print, 10 with a lost heading, 12 paragraphs, 12 sheets", () => {
    const count = (origin: string) => clauses.filter((clause) => clause.origin === origin).length;
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(209);
    expect(["S", "A", "P", "T"].map(count)).toEqual([175, 10, 12, 12]);
  });

  it("puts every character of the source that counts into exactly one clause", () => {
    const inSource = [...squeeze(lines.filter((line) => !isPageNumber(line)).join("\n"))].sort();
    const inClauses = [...squeeze(clauses.map(({ text }) => text).join("\n"))].sort();
    expect(inClauses.join("")).toBe(inSource.join(""));
  });

  it("gives each clause with all below it exactly the words of its lines", () => {
    const wordsOf = (id: string): string => {
      const own = clauses.find((clause) => clause.id === id)?.text ?? "";
      const below = clauses.filter(({ parent }) => parent === id);
      return squeeze(own) + below.map((clause) => wordsOf(clause.id)).join("");
    };
    for (const { id, lines: ranges } of outline.filter(({ id }) => !/^2-5#1\.2(\.|$)/.test(id))) {
      expect(wordsOf(id), id).toBe(ranges.map(([from, to]) => textOf(from, to)).join(""));
    }
    expect(wordsOf("2-5#1.2")).toBe(textOf(1461, 1471));
  });

  it("cuts inside the lines that several clauses share", () => {
    const text = (id: string) => clauses.find((clause) => clause.id === id)?.text;
    expect(text("2-5#1.2")).toMatch(/^2\.在2023年1月1日.*保障有效期内\)$/);
    expect(text("2-5#1.2.1")).toBe("(1)恶性肿瘤；");
    expect(text("2-5#1.2.2")).toBe("(2)终末期肾病(或称慢性肾功能衰竭尿毒证期；");
    expect(text("2-5#1.2.3")).toBe("(3)良性脑肿瘤；");
    expect(text("2-5#1.2.4")).toBe("(4)重大器官移植或造干细胞移植术。");
  });

  it("joins broken lines, also where a lost heading leaves the first line short, and keeps paragraphs apart", () => {
    const text = (id: string) => clauses.find((clause) => clause.id === id)?.text ?? "";
    expect(text("2-2#1.3.1")).toContain("“会员库”中选取");
    expect(text("2-2#1.3.1")).not.toContain("\n");
    expect(text("2-1#1.4.1").split("\n")).toHaveLength(2);
    expect(text("2-3")).toContain("\n3.2023年青浦工会“送健康”活动企业申请表；\n");
    expect(text("2-3")).toContain("电话：59729571 手机：14782299123");
  });

  it("drops the page numbers that stand amid the text", () => {
    expect(clauses.some(({ text }) => /— ?(15|35) ?—/.test(text))).toBe(false);
  });

  it("marks lost headings and doubtful print and fills in nothing", () => {
    const damaged = (id: string) => clauses.find((clause) => clause.id === id)?.damaged;
    for (const { id, origin } of clauses) if (origin === "A") expect(damaged(id), id).toContain("小标题缺失");
    expect(damaged("2-2#1.3.2")).toContain("字母“E”");
    expect(damaged("2-3#1.1")).toContain("未闭合");
    expect(damaged("2-3-7")).toContain("√");
    expect(damaged("2-1#1.1")).toBeUndefined();
  });

  it("refuses an outline that leaves a line of the source to no clause", () => {
    expect(() => cut("一\n二", [{ id: "0", origin: "S", title: "甲", lines: [[1, 1]] }])).toThrow("Line 2");
  });

  it("refuses an outline in which two clauses claim the same line", () => {
    const twice = [
      { id: "0", origin: "S", title: "甲", lines: [[1, 1]] },
      { id: "1", origin: "S", title: "乙", lines: [[1, 1]] },
    ];
    expect(() => cut("一", z.array(outlineEntrySchema).parse(twice))).toThrow("claimed twice");
  });
});

describe("the build", () => {
  it("is the committed file", () => {
    expect(build(source, read("outline.json"))).toBe(read("clauses.json"));
  });

  it("ends with 0 under --check", () => {
    const main = new URL("../../../knowledge/build/main.ts", import.meta.url).pathname;
    expect(spawnSync(process.execPath, ["--import", "tsx", main, "--check"], { encoding: "utf8" }).status).toBe(0);
  });

  it("changes with the source", () => {
    const altered = source.replace("补贴 200元/人", "补贴 201元/人");
    expect(altered).not.toBe(source);
    expect(build(altered, read("outline.json"))).not.toBe(read("clauses.json"));
  });
});
