import { describe, expect, it } from "vitest";
import { readTerms } from "../../../knowledge/search/load.ts";
import { postings } from "../../../knowledge/search/postings.ts";
import { officialWords, termSchema } from "../../../knowledge/search/terms.ts";
import type { Example, SearchedClause } from "../../../knowledge/search/texts.ts";
import { tokens } from "../../../knowledge/search/tokens.ts";
import { weights } from "../../../knowledge/search/weights.ts";
import { words } from "../../../knowledge/search/words.ts";

describe("tokens", () => {
  it.each([
    ["春联", ["春", "春联", "联"]],
    ["Ｅ类72元", ["e", "类", "72", "元"]],
    ["B超、CT", ["b", "超", "ct"]],
    ["CA199", ["ca", "199"]],
    ["２天１晚", ["2", "天", "1", "晚"]],
    ["", []],
    ["？！ ", []],
  ])("cuts %s", (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it("never joins what punctuation separates", () => {
    expect(tokens("体检，补贴")).not.toContain("检补");
  });
});

describe("everyday words", () => {
  const terms = [
    termSchema.parse({ say: "骑手", means: ["外卖配送员"], clauses: ["2-3#3.1"], strength: "direct" }),
    termSchema.parse({ say: "b超", means: ["超声检查"], clauses: ["2-3-7"], strength: "near" }),
  ];

  it("are found wherever they stand, however they are typed", () => {
    expect(officialWords("做Ｂ 超要钱吗，我是骑手", terms)).toEqual(["外卖配送员", "超声检查"]);
  });

  it("add nothing that the question already says", () => {
    expect(officialWords("骑手就是外卖配送员吧", terms)).toEqual([]);
  });

  it("of the 2023 document are at least the 175 that were collected", () => {
    const known = readTerms("knowledge/documents/2023");
    expect(known.length).toBeGreaterThanOrEqual(175);
    expect(known.some(({ say }) => say === "外卖小哥")).toBe(true);
  });
});

describe("postings", () => {
  const texts = ["春联怎么抢", "年夜饭礼包怎么领", "体检怎么报名", "春联在哪里抢，怎么抢"];

  it("ranks the text that shares the rarer tokens first", () => {
    const best = postings(texts, tokens).best("春联", 4);
    expect(best.map(({ at }) => at).sort()).toEqual([0, 3]);
  });

  it("returns no more than asked for, best first", () => {
    const best = postings(texts, tokens).best("怎么抢春联", 2);
    expect(best).toHaveLength(2);
    expect(best[0]?.score).toBeGreaterThanOrEqual(best[1]?.score ?? 0);
  });

  it("finds nothing for a text without a known token", () => {
    expect(postings(texts, tokens).best("xyz", 3)).toEqual([]);
    expect(postings([], tokens).best("春联", 3)).toEqual([]);
  });
});

describe("word search", () => {
  const clause = (id: string, heading: string, text: string): SearchedClause => ({
    id,
    project: id.split("#")[0] ?? "",
    path: [heading],
    text,
  });
  const clauses = [
    clause("2-3#3", "新就业形态劳动者体检", ""),
    clause("2-3#3.1", "体检对象", "快递员、外卖配送员、网约车司机"),
    clause("2-10#3", "送春联", "线上抢春联，线下派送"),
  ];
  const examples: Example[] = [
    { question: "送外卖的能体检吗", project: "2-3", kind: "eligibility", cites: ["2-3#3.1"], rule: "K16", topic: "" },
  ];
  const terms = [termSchema.parse({ say: "骑手", means: ["外卖配送员"], clauses: ["2-3#3.1"], strength: "direct" })];
  const search = words({ clauses, examples, topics: [] }, terms, weights.words);

  it("finds a clause by an everyday word", () => {
    expect(search.clauses("骑手").map(({ at }) => at)).toContain(1);
    expect(search.clauses("水手")).toEqual([]);
  });

  it("finds the clause above by the words of the clause below", () => {
    expect(search.clauses("快递员").map(({ at }) => at)).toContain(0);
  });

  it("finds example questions", () => {
    expect(search.examples("外卖体检")).toHaveLength(1);
  });
});
