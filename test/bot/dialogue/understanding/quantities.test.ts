import { expect, test } from "vitest";
import { normalise } from "../../../../bot/dialogue/understanding/normalise.ts";
import { quantities } from "../../../../bot/dialogue/understanding/quantities.ts";

const read = (text: string) =>
  quantities(normalise(text)).map(({ value, unit = "", sex = "", per = "" }) =>
    [value, unit, sex, per].filter((part) => part !== "").join(" "),
  );

test.each([
  ["20个人看上海，每人750", ["20 人", "750 person"]],
  ["男30女20", ["30 male", "20 female"]],
  ["30个男的20个女的", ["30 人 male", "20 人 female"]],
  ["女的12个，男的18个", ["12 人 female", "18 人 male"]],
  ["一男两女", ["1 male", "2 female"]],
  ["总共花了16,000", ["16000 total"]],
  ["三百五一个人", ["350 person"]],
  ["一万二总费用", ["12000"]],
  ["人均其实只有680", ["680 person"]],
  ["25个骑手，正好300块一个人", ["25 人", "300 元 person"]],
  ["２５人", ["25 人"]],
  ["我爸62岁", ["62 岁"]],
  ["住了200天", ["200 天"]],
  ["受伤6次", ["6 次"]],
])("reads 「%s」", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each(["一共补多少", "一般是哪些", "看一下一日游", "十三类行业", "万一没去", "附件2-3"])(
  "counts nothing in 「%s」",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);
