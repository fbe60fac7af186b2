import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  chineseDay,
  daysBetween,
  firstOfNextMonth,
  monthsText,
  periodText,
  wholeMonths,
} from "../../../rules/common/calendar.ts";
import { day as daySchema } from "../../../rules/common/facts.ts";

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => iso(date));

describe("Days as text", () => {
  it("are counted as the Gregorian calendar counts them", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
        const expected = iso(new Date(Date.parse(day) + count * 86_400_000));
        expect(addDays(day, count)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(count);
      }),
    );
  });

  it.each([
    ["2023-12-31", 6, "2024-06-30"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2023-12-31", 24, "2025-12-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2023-06-30", 6, "2023-12-30"],
    ["2023-01-15", -1, "2022-12-15"],
  ])("%s and %i months are %s", (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  it("are followed by the first of the next month", () => {
    expect(firstOfNextMonth("2023-06-01")).toBe("2023-07-01");
    expect(firstOfNextMonth("2023-06-30")).toBe("2023-07-01");
    expect(firstOfNextMonth("2023-12-31")).toBe("2024-01-01");
  });

  it.each([
    ["2023-01-01", "2023-12-31", 12],
    ["2023-07-01", "2023-12-31", 6],
    ["2023-12-01", "2023-12-31", 1],
    ["2023-12-02", "2023-12-31", 0],
    ["2023-01-31", "2023-02-28", 1],
  ])("%s to %s are %i whole months", (from, until, months) => {
    expect(wholeMonths(from, until)).toBe(months);
  });

  it("read as people write them", () => {
    expect(chineseDay("2023-07-01")).toBe("2023年7月1日");
    expect(periodText({ from: "2023-05-01", until: null })).toBe("2023年5月1日至");
    expect(monthsText({ from: "2022-12-01", until: "2023-02-28" })).toBe("2022年12月至2023年2月");
  });
});

describe("The schema of a day", () => {
  it.each(["2023-02-28", "2024-02-29", "2000-02-29", "2023-04-30", "2023-12-31"])("accepts %s", (text) => {
    expect(daySchema.safeParse(text).success).toBe(true);
  });

  it.each(["2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "2023-1-1", "明天"])(
    "refuses %s",
    (text) => {
      expect(daySchema.safeParse(text).success).toBe(false);
    },
  );
});
