import { expect, test } from "vitest";
import { z } from "zod";
import { jsonLine, UsageError, usage } from "../../../bot/cli/usage.ts";

test("reads the day, the folder, flags and words", () => {
  const used = usage(["体检", "补多少", "--as-of", "2023-06-15", "--data", "elsewhere", "--jsonl"], ["jsonl"]);
  expect(used).toMatchObject({ asOf: "2023-06-15", data: "elsewhere", words: ["体检", "补多少"] });
  expect(used.flags.has("jsonl")).toBe(true);
});

test.each(["2023-02-30", "2023-13-01", "2023-6-15", "20230615", "今天", ""])("refuses %j as a day", (day) => {
  expect(() => usage(["--as-of", day])).toThrow(/--as-of 要写成 2023-06-15 这样的日期/);
});

test.each([["--jsonl"], ["--unknown"], ["--data"]])(
  "refuses %s where it does not belong or lacks its value",
  (option) => {
    expect(() => usage([option])).toThrow(UsageError);
  },
);

test.each([
  ["no JSON", "{", /第7行不是 JSON/],
  ["a field that is missing", "{}", /第7行的格式不对：question/],
  ["a field of the wrong type", '{"question":1}', /第7行的格式不对：question/],
])("names the line with %s", (_name, line, saying) => {
  expect(() => jsonLine(line, 7, z.object({ question: z.string() }))).toThrow(saying);
});
