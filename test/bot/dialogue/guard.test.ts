import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "../../../bot/answer.ts";
import { guard, UnprovenFigure } from "../../../bot/dialogue/guard.ts";
import { openKnowledge } from "../../../knowledge/index.ts";

const knowledge = await openKnowledge();
const answer: Answer = { outcome: "answered", say: "", cites: ["2-1#1.4.1"] };

test("passes figures that stand in the cited clause", () => {
  expect(() => guard(answer, "最高800元/人，餐费不超过40%，区总补200元/人", knowledge, "")).not.toThrow();
});

test.each(["最高900元/人", "餐费不超过45%", "区总补2000元/人", "5月2日开始", "电话59729572"])(
  "holds back the planted 「%s」",
  (text) => {
    expect(() => guard(answer, text, knowledge, "")).toThrow(UnprovenFigure);
  },
);

test("accepts the trace, the contact that is named, and the person's own figures", () => {
  expect(() => guard({ ...answer, origins: ["20*200 4000元"] }, "一共4000元", knowledge, "")).not.toThrow();
  expect(() => guard({ ...answer, contact: "2-5" }, "咨询：陈诗佳 59731198", knowledge, "")).not.toThrow();
  expect(() => guard(answer, "您说的37人", knowledge, "我们37人")).not.toThrow();
});

test("holds back any amount that no clause, trace or person named", () => {
  const known = new Set([800, 40, 200, 700, 2, 1]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }).filter((yuan) => !known.has(yuan)),
      (yuan) => {
        expect(() => guard(answer, `区总补${yuan}元`, knowledge, "")).toThrow(UnprovenFigure);
      },
    ),
  );
});
