import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grouped } from "../../../knowledge/search/groups.ts";
import { recent } from "../../../knowledge/search/recent.ts";
import { textHash } from "../../../knowledge/search/texts.ts";
import { decode, encode, inOrder, quantised, similarities } from "../../../knowledge/search/vectors.ts";
import { nearest, softmax, tally } from "../../../knowledge/search/votes.ts";
import { vectorOf } from "../../contracts/embedder.ts";

describe("the nearest", () => {
  it("are the largest values, largest first, at equal values in their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 0, max: 10 }), (values, count) => {
        const expected = [...values.entries()].sort((one, other) => other[1] - one[1]).slice(0, count);
        const found = nearest(Float32Array.from(values), count);
        expect(found.map(({ at, similarity }) => [at, similarity])).toEqual(expected);
      }),
    );
  });
});

describe("shares", () => {
  it("add up to one and keep the order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        const shares = softmax(values, 0.05);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(shares[values.indexOf(Math.max(...values))]).toBe(Math.max(...shares));
      }),
    );
  });

  it("of nothing are nothing", () => {
    expect(softmax([], 0.05)).toEqual([]);
    expect(tally([])).toEqual(new Map());
  });
});

describe("groups", () => {
  it("of few topics give the same similarities as comparing all", () => {
    const texts = ["春联怎么抢", "对联哪里领", "体检多少钱", "大病慰问多少"];
    const rows = texts.map((text) => quantised(textHash(text), vectorOf(text)));
    const vectors = inOrder(decode(encode(rows, 64), 64), texts.map(textHash));
    const query = vectorOf("春联哪里抢");
    expect(grouped(vectors, ["a", "a", "b", ""]).similarities(query)).toEqual(similarities(vectors, query));
  });
});

describe("what is recent", () => {
  it("is kept, and what was not used for longest is forgotten", () => {
    const kept = recent<number>(2);
    kept.set("a", 1);
    kept.set("b", 2);
    kept.get("a");
    kept.set("c", 3);
    expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual([1, undefined, 3]);
  });
});
