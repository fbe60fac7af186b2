import fc from "fast-check";
import { expect, test } from "vitest";
import { chineseNumber, readNumber } from "../../../../bot/dialogue/understanding/numerals.ts";

const digits = "零一二三四五六七八九";

/** Writes a number as a textbook would: the independent other half of the property. */
function written(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    return `${written(Math.floor(value / 10_000))}万${rest === 0 ? "" : rest < 1000 ? `零${written(rest)}` : written(rest)}`;
  }
  for (const [size, mark] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const head = `${digits[Math.floor(value / size)]}${mark}`;
    return `${head}${rest === 0 ? "" : rest < size / 10 ? `零${written(rest)}` : written(rest)}`;
  }
  return digits[value] ?? "";
}

test("reads back every number that is written out in full", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => chineseNumber(written(value)) === value));
});

test("reads every number up to 9,999", () => {
  for (let value = 1; value <= 9999; value += 1) expect(chineseNumber(written(value)), written(value)).toBe(value);
});

test.each([
  ["三百五", 350],
  ["三百零五", 305],
  ["一万二", 12_000],
  ["一万零二", 10_002],
  ["两千三", 2300],
  ["二百五", 250],
  ["廿五", 25],
  ["十", 10],
  ["十五", 15],
  ["壹佰", 100],
  ["叁佰伍拾", 350],
  ["二〇二三", 2023],
  ["1.2万", 12_000],
  ["1万2", 12_000],
  ["3千5", 3500],
  ["1w", 10_000],
  ["2k", 2000],
  ["16000", 16_000],
  ["一点五万", 15_000],
  ["十二点五", 12.5],
])("reads %s as %d", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(["", "百", "三三百", "五百千", "十万百", "abc", "1.2.3", "一百百"])(
  "does not read 「%s」 as a number",
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);
