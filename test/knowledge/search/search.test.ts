import { describe, expect, it } from "vitest";
import { type Embedder, noEmbedder } from "../../../knowledge/model/embedder.ts";
import { assemble, type Contents, textsToEmbed } from "../../../knowledge/search/assemble.ts";
import { termSchema } from "../../../knowledge/search/terms.ts";
import { type Example, type SearchedClause, textHash } from "../../../knowledge/search/texts.ts";
import { decode, encode, quantised } from "../../../knowledge/search/vectors.ts";
import { type Topic, topicSchema } from "../../../knowledge/topic.ts";
import { fakeEmbedder, vectorOf } from "../../contracts/embedder.ts";

const clause = (id: string, title: string, text: string): SearchedClause => ({
  id,
  project: id.split("#")[0] ?? "",
  path: [title],
  text,
});
const topic = (id: string, kind: Topic["kind"], asks: string, say: string, ...cites: string[]): Topic =>
  topicSchema.parse({ id, kind, asks, answers: [{ say, cites }] });
const example = (question: string, of: string, kind: Example["kind"], rule: string, ...cites: string[]): Example => ({
  question,
  project: of.split(".")[0] ?? "",
  kind,
  cites,
  rule,
  topic: of,
});

const clauses = [
  clause("2-3#1.2", "企业体检 补贴标准", "A、B、C计划分别补贴120、150、180元/人"),
  clause("2-5#2", "大病慰问 慰问金额", "给予3000元的慰问"),
  clause("2-10#3", "送春联", "线上抢春联，线下派送"),
];
const topics = [
  topic("2-3.subsidy", "answered", "体检补多少", "A、B、C计划分别补120、150、180元/人", "2-3#1.2"),
  topic("2-5.amount", "answered", "大病慰问多少钱", "3000元", "2-5#2"),
  topic("2-10.how", "answered", "春联怎么领", "线上抢，线下派送", "2-10#3"),
  topic("2-10.stock", "notInDocument", "春联还剩多少", "文件没有写剩余数量", "2-10#3"),
  topic("other.weather", "outside", "今天天气怎么样", "这个我答不了"),
];
const examples = [
  example("我们厂体检区里贴多少", "2-3.subsidy", "calc", "K13", "2-3#1.2"),
  example("生大病给几钿", "2-5.amount", "colloquial", "K19", "2-5#2"),
  example("对联哪里抢", "2-10.how", "procedure", "", "2-10#3"),
  example("春联抢光了没有", "2-10.stock", "unanswerable", "", "2-10#3"),
  example("明天会下雨吗", "other.weather", "outside", ""),
];
const terms = [termSchema.parse({ say: "对联", means: ["春联"], clauses: ["2-10#3"], strength: "direct" })];
const sha256 = "f".repeat(64);
const vectors = (): Contents["vectors"] => {
  const texts = textsToEmbed({ clauses, topics, examples });
  const rows = texts.map((text) => quantised(textHash(text), vectorOf(text)));
  const manifest = { model: "fake", sha256, dimensions: 64, count: rows.length, texts: "" };
  return { manifest, vectors: decode(encode(rows, 64), 64) };
};
const contents: Contents = { clauses, topics, examples, terms, vectors: vectors() };
const open = (embedder: Embedder, change: Partial<Contents> = {}, patience = 1000) =>
  assemble({ ...contents, ...change }, { embedder, patience });

describe.each([
  ["words and meaning", fakeEmbedder(), "meaning"],
  ["words alone", noEmbedder(), "words"],
] as const)("search by %s", (_title, embedder, by) => {
  const { search } = open(embedder);

  it("finds clause, topic, kind and calculator", async () => {
    const found = await search("体检区里贴多少钱");
    expect(found.by).toBe(by);
    expect(found.clauses[0]?.clause).toBe("2-3#1.2");
    expect(found.topics[0]?.topic).toBe("2-3.subsidy");
    expect(found.rules[0]?.rule).toBe("K13");
    expect(found.nearest[0]?.question).toBe("我们厂体检区里贴多少");
  });

  it("tells what the document does not say", async () => {
    const { kinds } = await search("春联抢光了吗");
    expect(kinds[0]?.kind).toBe("unanswerable");
    expect(kinds.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  it("is plain data", async () => {
    const found = await search("大病慰问");
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("prefers the project that the conversation is about", async () => {
    const free = await search("多少");
    const about = await search("多少", { project: "2-5" });
    const share = (found: typeof free): number => found.topics.find(({ topic: id }) => id === "2-5.amount")?.score ?? 0;
    expect(share(about)).toBeGreaterThan(share(free));
    expect(about.clauses[0]?.clause).toBe("2-5#2");
  });

  it("returns no more than asked for", async () => {
    const found = await search("春联", { limit: 2 });
    expect(found.clauses).toHaveLength(2);
    expect(found.topics).toHaveLength(2);
  });

  it.each(["", "？？？", "👍", " ", "x".repeat(5000), "constructor __proto__ toString"])(
    "survives %j",
    async (text) => {
      const found = await search(text);
      expect(found.confidence).toBeGreaterThanOrEqual(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
      for (const { score } of [...found.clauses, ...found.topics]) expect(score).not.toBeNaN();
    },
  );
});

describe("search", () => {
  it("runs the model once for a question that was asked before", async () => {
    const embedder = fakeEmbedder();
    const { search } = open(embedder);
    const first = await search("春联怎么抢");
    const again = await search(" 春联怎么抢 ", { project: "2-10" });
    expect(embedder.runs).toEqual(["query: 春联怎么抢"]);
    expect(again.topics[0]?.topic).toBe(first.topics[0]?.topic);
  });

  it("does not wait for a model longer than its patience, and uses it once it is there", async () => {
    const ready = fakeEmbedder();
    let loaded = false;
    const slow: Embedder = {
      ...ready,
      get status() {
        return loaded ? ready.status : ({ state: "loading", model: "fake" } as const);
      },
      embed: (texts) => (loaded ? ready.embed(texts) : new Promise(() => {})),
    };
    const { search, status } = open(slow, {}, 5);
    expect(status()).toEqual({ state: "loading" });
    expect((await search("春联怎么抢")).by).toBe("words");
    loaded = true;
    expect((await search("春联怎么抢")).by).toBe("meaning");
    expect(status()).toEqual({ state: "ready", model: "fake", missing: 0 });
  });

  it("answers by words when the model fails", async () => {
    const failing: Embedder = { ...fakeEmbedder(), embed: () => Promise.reject(new Error("out of memory")) };
    const found = await open(failing).search("春联怎么抢");
    expect(found.by).toBe("words");
    expect(found.topics[0]?.topic).toBe("2-10.how");
  });

  it("does not compare with the vectors of another model", async () => {
    const other = open(fakeEmbedder("a".repeat(64)));
    expect(other.status()).toMatchObject({ state: "off" });
    expect((await other.search("春联怎么抢")).by).toBe("words");
  });

  it("says why there are no vectors", () => {
    expect(open(fakeEmbedder(), { vectors: "no usable vectors" }).status()).toEqual({
      state: "off",
      reason: "no usable vectors",
    });
  });

  it("finds an example without a vector by its words, and counts it", async () => {
    const added = [...examples, example("福字在哪里拿", "2-10.how", "procedure", "", "2-10#3")];
    const { search, status } = open(fakeEmbedder(), { examples: added });
    expect(status()).toMatchObject({ missing: 1 });
    expect((await search("福字")).topics[0]?.topic).toBe("2-10.how");
  });

  it("takes labels that name no topic, and examples without label, for nobody's", async () => {
    const odd = [
      example("对联哪里抢", "2-10.gone", "procedure", "", "2-10#3"),
      { ...examples[0], topic: "" } as Example,
    ];
    const found = await open(fakeEmbedder(), { examples: odd }).search("对联哪里抢");
    expect(found.topics.map(({ topic: id }) => id)).not.toContain("2-10.gone");
    expect(found.clauses[0]?.clause).toBe("2-10#3");
  });

  it("works without any topic", async () => {
    const found = await open(fakeEmbedder(), { topics: [] }).search("对联哪里抢");
    expect(found.topics).toEqual([]);
    expect(found.confidence).toBe(0);
    expect(found.kinds[0]?.kind).toBe("procedure");
  });
});
