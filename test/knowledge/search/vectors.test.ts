import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVectors } from "../../../knowledge/search/load.ts";
import { rebuildVectors } from "../../../knowledge/search/rebuild.ts";
import { textHash } from "../../../knowledge/search/texts.ts";
import { decode, encode, inOrder, quantised, similarities } from "../../../knowledge/search/vectors.ts";
import { fakeEmbedder, vectorOf } from "../../contracts/embedder.ts";

const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 })
  .map((values) => Float32Array.from(values));

describe("vectors", () => {
  it("come back from 8 bits with an error below a hundredth of the largest value", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{16}$/), { maxLength: 5 }), vector, (hashes, one) => {
        const bytes = encode(
          hashes.map((hash) => quantised(hash, one)),
          16,
        );
        const { rows, scales, values } = decode(bytes, 16);
        expect([...rows.keys()]).toEqual(hashes.toSorted());
        const largest = Math.max(...one.map(Math.abs));
        for (const row of rows.values()) {
          for (let at = 0; at < 16; at += 1) {
            const back = (values[row * 16 + at] ?? 0) * (scales[row] ?? 0);
            expect(Math.abs(back - (one[at] ?? 0))).toBeLessThanOrEqual(largest / 200);
          }
        }
      }),
    );
  });

  it("do not depend on the order in which they were made", () => {
    const both = [quantised(textHash("a"), vectorOf("a")), quantised(textHash("b"), vectorOf("b"))];
    expect(encode(both, 64)).toEqual(encode(both.toReversed(), 64));
  });

  it("refuse a file that was cut short", () => {
    expect(() => decode(Buffer.alloc(100), 384)).toThrow(RangeError);
  });

  it("are zero for a text that has none, and say how many are missing", () => {
    const vectors = decode(encode([quantised(textHash("春联"), vectorOf("春联"))], 64), 64);
    const ordered = inOrder(vectors, [textHash("体检"), textHash("春联")]);
    expect(ordered.missing).toBe(1);
    const [none, same] = similarities(ordered, vectorOf("春联"));
    expect(none).toBe(0);
    expect(same).toBeCloseTo(1, 2);
  });
});

describe("rebuilding vectors", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vectors-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives only new texts to the model and forgets those that are gone", async () => {
    const embedder = fakeEmbedder();
    expect(await rebuildVectors(folder, ["query: 一", "query: 二"], embedder)).toEqual({
      made: 2,
      kept: 0,
      dropped: 0,
    });
    expect(await rebuildVectors(folder, ["query: 二", "query: 三"], embedder)).toEqual({
      made: 1,
      kept: 1,
      dropped: 1,
    });
    expect(embedder.runs).toEqual(["query: 一", "query: 二", "query: 三"]);
    expect(await rebuildVectors(folder, ["query: 三"], embedder)).toEqual({ made: 0, kept: 1, dropped: 1 });
    const file = readVectors(folder);
    expect(typeof file === "string" ? file : file.manifest.count).toBe(1);
  });

  it("changes no byte when nothing changed, whatever the order", async () => {
    await rebuildVectors(folder, ["query: 一", "query: 二"], fakeEmbedder());
    const before = readFileSync(join(folder, "vectors.bin"));
    await rebuildVectors(folder, ["query: 二", "query: 一"], fakeEmbedder());
    expect(readFileSync(join(folder, "vectors.bin"))).toEqual(before);
  });

  it("makes all of them anew for another model", async () => {
    await rebuildVectors(folder, ["query: 一"], fakeEmbedder());
    expect((await rebuildVectors(folder, ["query: 一"], fakeEmbedder("a".repeat(64)))).made).toBe(1);
  });

  it("reads a damaged file as a reason, not as an error", async () => {
    await rebuildVectors(folder, ["query: 一"], fakeEmbedder());
    writeFileSync(join(folder, "vectors.bin"), "damaged");
    expect(readVectors(folder)).toContain("no usable vectors");
    expect(readVectors(join(folder, "nowhere"))).toContain("no usable vectors");
  });
});
