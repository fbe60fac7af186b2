/** Rows of another company in a roster are named, every one of them, by their row in the file. */
import { expect, it } from "vitest";
import { otherUnits } from "../../../flows/roster/other-units.ts";
import { readRoster } from "../../../flows/roster/read.ts";
import { heading, li, workbook, zhang } from "./make.ts";

const person = (row: number, unit?: string) => ({
  row,
  ...(unit !== undefined && { unit }),
  name: "张三",
  sex: "男" as const,
  idNumber: zhang,
});

it.each([
  ["同一单位", "上海示例有限公司", []],
  ["没有写单位", undefined, []],
  ["空着", "", []],
  ["括号和空格不同", "上海示例 有限公司", []],
  ["别的单位", "上海别家有限公司", [7]],
  ["名字更长", "上海示例有限公司青浦分公司", [7]],
  ["只写一部分", "上海示例", [7]],
])("%s", (_, unit, rows) => {
  expect(otherUnits([person(7, unit)], "上海示例有限公司").map(({ row }) => row)).toEqual(rows);
});

it("takes brackets of either width for the same", () => {
  expect(otherUnits([person(2, "示例（上海）有限公司")], "示例(上海)有限公司")).toEqual([]);
});

it("names the rows of the file", async () => {
  const lines = [zhang, li].map((id, at) => [
    at,
    at === 0 ? "甲公司" : "乙公司",
    "张三",
    at === 0 ? "男" : "女",
    "",
    "",
    id,
  ]);
  const roster = await readRoster(await workbook([["名册"], heading, ...lines]), "2023-06-15");
  const rows = roster.kind === "read" ? roster.rows : [];
  expect(otherUnits(rows, "甲公司")).toEqual([
    { row: 4, column: "单位", problem: "写的是“乙公司”，不是“甲公司”；请只留本单位的人" },
  ]);
});
