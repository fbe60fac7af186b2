/** What every embedder must do; run for each adapter and for the fake. */
import { expect, it } from "vitest";
import type { Embedder } from "../../knowledge/model/embedder.ts";

/** A stand-in that needs no model: texts that share characters are near each other. */
export function fakeEmbedder(sha256 = "f".repeat(64)): Embedder & { readonly runs: string[] } {
  const runs: string[] = [];
  const status = { state: "ready", model: "fake", sha256 } as const;
  return {
    runs,
    status,
    ready: async () => status,
    embed: async (texts) => {
      runs.push(...texts);
      return texts.map(vectorOf);
    },
    close: async () => {},
  };
}

export function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(64);
  const counted = [...text.replace(/^(query|passage): /, "")];
  for (const character of counted) {
    const at = (character.codePointAt(0) ?? 0) % vector.length;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / (length || 1));
}

export function embedderContract(open: () => Embedder): void {
  it("becomes ready or says why not", async () => {
    const embedder = open();
    const status = await embedder.ready();
    expect(["ready", "off"]).toContain(status.state);
    expect(embedder.status).toEqual(status);
    await embedder.close();
  });

  it("gives vectors of length one, in the order of the texts, when asked before it is ready", async () => {
    const embedder = open();
    const [one, other] = await embedder.embed(["query: 春联怎么抢", "query: 大病慰问多少钱"]);
    const [again] = await embedder.embed(["query: 大病慰问多少钱"]);
    expect(Math.hypot(...(one ?? []))).toBeCloseTo(1, 3);
    expect([...(again ?? [])]).toEqual([...(other ?? [])]);
    await embedder.close();
  });

  it("keeps questions apart that are asked at the same time", async () => {
    const embedder = open();
    const texts = ["query: 体检", "query: 疗休养", "query: 微心愿", "query: 年夜饭"];
    const together = await Promise.all(texts.map((text) => embedder.embed([text])));
    const alone = await embedder.embed(texts);
    expect(together.map(([vector]) => [...(vector ?? [])])).toEqual(alone.map((vector) => [...vector]));
    await embedder.close();
  });

  it("takes no texts for no vectors", async () => {
    const embedder = open();
    expect(await embedder.embed([])).toEqual([]);
    await embedder.close();
  });
}
