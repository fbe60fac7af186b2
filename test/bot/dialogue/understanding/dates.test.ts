import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, chineseDay, dates, daysInMonth } from "../../../../bot/dialogue/understanding/dates.ts";

const context = { today: "2023-06-15", year: 2023 };
const read = (text: string) =>
  dates(text, context).dates.map(({ from, until }) => (from === until ? from : `${from}~${until}`));

test.each([
  ["8月10号交的", "2023-08-10"],
  ["2023-05-18", "2023-05-18"],
  ["2023.5.18", "2023-05-18"],
  ["2023年5月18日", "2023-05-18"],
  ["二〇二三年五月十八日", "2023-05-18"],
  ["五月一号", "2023-05-01"],
  ["去年三月确诊", "2022-03-01~2022-03-31"],
  ["2022年11月确诊", "2022-11-01~2022-11-30"],
  ["3月份确诊的", "2023-03-01~2023-03-31"],
  ["上个月刚去过", "2023-05-01~2023-05-31"],
  ["上个月18号", "2023-05-18"],
  ["昨天交的", "2023-06-14"],
  ["上半年确诊", "2023-01-01~2023-06-30"],
  ["今年2月28日", "2023-02-28"],
  ["20号去", "2023-06-20"],
  ["24年2月29号", "2024-02-29"],
])("reads 「%s」", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test("reads both ends of a span", () => {
  expect(read("6月10号到6月11号")).toEqual(["2023-06-10", "2023-06-11"]);
  expect(read("6月10号到11号")).toEqual(["2023-06-10", "2023-06-11"]);
});

test.each(["三个月", "12个月", "E类72元", "1158号", "59729571", "两天一晚", "住院25天"])(
  "finds no day in 「%s」",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test("names a day that no calendar has instead of bending it", () => {
  expect(dates("2月30号交的", context)).toMatchObject({ dates: [], impossible: [{ text: "2月30号" }] });
  expect(dates("2023年13月1日", context).dates).toEqual([]);
});

test("reads back every day of the calendar in its spoken form", () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));
  fc.assert(fc.property(anyDay, (day) => read(chineseDay(day)).join() === day));
});

test("counts days across months and years", () => {
  expect(addDays("2023-03-10", 180)).toBe("2023-09-06");
  expect(addDays("2023-12-31", 180)).toBe("2024-06-28");
  expect(daysInMonth(2024, 2)).toBe(29);
  expect(daysInMonth(2100, 2)).toBe(28);
});
