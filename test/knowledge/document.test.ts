import { describe, expect, it } from "vitest";
import { loadDocument } from "../../knowledge/document.ts";

const document = loadDocument();

describe("a loaded document", () => {
  it("gives the full text of a clause with all below it, in reading order", () => {
    const text = document.fullText("2-1#1.4");
    expect(text).toMatch(/^\(四\)经费标准及核算管理\n1\. ?“看上海”2天1晚/);
    expect(text.indexOf("最高不超过800元/人")).toBeLessThan(text.indexOf("最高不超过500元/人/年"));
    expect(document.fullText("2-5#1.2")).toContain("保障有效期内)\n(1)恶性肿瘤；");
  });

  it("takes the bare annex number for its head and foot only", () => {
    expect(document.fullText("2-1")).toContain("59729571");
    expect(document.fullText("2-1")).not.toContain("800元");
    expect(document.sections("2-1").map(({ id }) => id)).toEqual([
      "2-1#1",
      "2-1#2",
      "2-1#3",
      "2-1-1",
      "2-1-2",
      "2-1-3",
    ]);
  });

  it("knows nothing of an unknown clause", () => {
    expect(document.clause("2-99")).toBeUndefined();
    expect(document.fullText("2-99")).toBe("");
    expect(document.children("2-99")).toEqual([]);
  });

  it("lists the clauses one level below, and the titles above", () => {
    expect(document.children("2-2#1.7").map(({ id }) => id)).toEqual(["2-2#1.7.1", "2-2#1.7.2", "2-2#1.7.3"]);
    expect(document.clause("2-1#1.4.1")?.path).toEqual([
      "附件2-1 组织万名职工开展“看上海、品上海、爱上海”主题系列活动和“长三角及协作区域疗休养”项目实施方案",
      "一、“看上海、品上海、爱上海”主题系列活动",
      "（四）经费标准及核算管理",
    ]);
  });

  it("tells an exact quote from any other", () => {
    expect(document.isExactQuote("2-1#1.4.1", "活动经费最高不超过 800元/人")).toBe(true);
    expect(document.isExactQuote("2-1#1.4", "活动经费最高不超过800元/人")).toBe(true);
    expect(document.isExactQuote("2-1#1.4.1", "活动经费最高不超过900元/人")).toBe(false);
    expect(document.isExactQuote("2-1#1.4.2", "活动经费最高不超过800元/人")).toBe(false);
    expect(document.isExactQuote("2-1#1.4.1", " ")).toBe(false);
  });
});

describe("the label of a clause", () => {
  it.each([
    ["0", "封面通知"],
    ["1", "附件1"],
    ["1#3", "附件1 第3项"],
    ["2-1", "附件2-1"],
    ["2-1#1.4.1", "附件2-1 一、（四）1."],
    ["2-3#1.2", "附件2-3 一、（二）"],
    ["2-3#4.1", "附件2-3 四、1."],
    ["2-5#1.2", "附件2-5 一、2."],
    ["2-5#1.2.3", "附件2-5 一、2.（3）"],
    ["2-5#3.3", "附件2-5 三、（三）"],
    ["2-6#2.3", "附件2-6 二、3."],
    ["2-7#2.6", "附件2-7 二、6."],
    ["2-7#3.2", "附件2-7 三、第2段"],
    ["2-2#1.5.3", "附件2-2 一、〔保障费用〕3."],
    ["2-2#1.2.2", "附件2-2 一、〔保障内容〕D类"],
    ["2-2#1.7.2.1", "附件2-2 一、〔给付申请〕2.（1）"],
    ["2-2#3.1", "附件2-2 三、第1段"],
    ["2-3-1", "附件2-3-1"],
    ["2-8-1", "附件2-8 《劳模工匠服务队需求申请表》"],
  ])("of %s is %s", (id, label) => {
    expect(document.citationLabel(id)).toBe(label);
  });

  it("is short and different for every clause", () => {
    const labels = document.clauses.map(({ id }) => document.citationLabel(id));
    expect(new Set(labels).size).toBe(209);
    expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(24);
  });
});

describe("what the document leaves open", () => {
  it("has 74 ambiguities, each quote exact in one of its clauses", () => {
    expect(document.ambiguities).toHaveLength(74);
    for (const { id, clauses, quotes, honest } of document.ambiguities) {
      expect(quotes.length, id).toBeGreaterThan(0);
      expect(honest, id).not.toBe("");
      for (const quote of quotes) {
        expect(
          clauses.some((clause) => document.isExactQuote(clause, quote)),
          `${id} ${quote}`,
        ).toBe(true);
      }
    }
    const levels = document.ambiguities.map(({ level }) => level);
    expect(["high", "middle", "low"].map((one) => levels.filter((level) => level === one).length)).toEqual([
      21, 31, 22,
    ]);
  });

  it("has 60 gaps of known clauses, seven of them written after all", () => {
    expect(document.gaps).toHaveLength(60);
    for (const { id, clause } of document.gaps) expect(document.clause(clause), id).toBeDefined();
    const written = document.gaps.filter((gap) => gap.written).map(({ id }) => id);
    expect(written).toEqual(["S36", "S47", "S51", "S57", "S58", "S59", "S60"]);
  });

  it("has 27 windows, each quote exact and no window ending before it starts", () => {
    expect(document.windows.map(({ id }) => id)).toEqual(
      Array.from({ length: 27 }, (_, at) => `T${String(at + 1).padStart(2, "0")}`),
    );
    for (const { id, clause, quote, from, until } of document.windows) {
      expect(document.isExactQuote(clause, quote), id).toBe(true);
      if (from && until) expect(from <= until, id).toBe(true);
    }
  });
});

describe("whom to ask and where to go", () => {
  it("has the eight contacts, printed so in the clause", () => {
    expect(document.contacts.map(({ project }) => project)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((at) => `2-${at}`));
    for (const { clause, name, phone, department, mobile } of document.contacts) {
      for (const words of [name, phone, department, mobile]) {
        if (words !== undefined) expect(document.isExactQuote(clause, words), `${clause} ${words}`).toBe(true);
      }
    }
    expect(document.contact("2-4")?.phone).toBe("59724225");
    expect(document.contact("2-9")).toBeUndefined();
  });

  it("has the five centres with the printed name and address, four of them for the company form", () => {
    for (const { clause, name, address } of document.centres) {
      expect(document.isExactQuote(clause, `${name}，地址：${address}。`), clause).toBe(true);
    }
    expect(document.centres.filter((centre) => !centre.takesCompanyForm).map(({ key }) => key)).toEqual(["meixin"]);
  });
});
