/** Facts that several areas ask for: head count, money, length, days, age. Areas add theirs by appending. */
import { z } from "zod";
import { fact } from "../engine/fact.ts";

/** A calendar day as text; the calendar itself is checked, so that 30 February is refused. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "日期要写成 2023-06-15 这样")
  .refine(isOnCalendar, "日历上没有这一天");

function isOnCalendar(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && date >= 1 && date <= last;
}

const heads = z.number().int("人数要是整数").min(0, "人数不能是负数").max(100_000, "人数太大了");
/** Whole 元: the document knows no cents. */
export const wholeYuan = z.number().int("金额按整数元计").min(0, "金额不能是负数").max(100_000_000, "金额太大了");
export const smallCount = (least: number, most: number) =>
  z.number().int("要是整数").min(least, `至少是${least}`).max(most, `最多是${most}`);

export const people = fact({
  id: "people",
  kind: "count",
  label: "人数",
  question: "一共多少人？",
  unit: "人",
  samples: [20, 1],
  schema: heads.min(1, "人数至少是1"),
});

export const male = fact({
  id: "male",
  kind: "count",
  label: "男职工人数",
  question: "男职工多少人？",
  unit: "人",
  samples: [30, 0],
  schema: heads,
});

export const female = fact({
  id: "female",
  kind: "count",
  label: "女职工人数",
  question: "女职工多少人？",
  unit: "人",
  samples: [20, 0],
  schema: heads,
});

export const costPerPerson = fact({
  id: "costPerPerson",
  kind: "yuan",
  label: "人均费用",
  question: "人均费用多少元？",
  why: "费用上限和补贴门槛都按人均算。",
  unit: "元",
  samples: [750, 0],
  schema: wholeYuan,
});

export const totalCost = fact({
  id: "totalCost",
  kind: "yuan",
  label: "总费用",
  question: "总费用多少元？",
  unit: "元",
  samples: [15_000, 0],
  schema: wholeYuan,
});

export const mealTotal = fact({
  id: "mealTotal",
  kind: "yuan",
  label: "餐费合计",
  question: "其中餐费一共多少元？",
  unit: "元",
  cue: /餐|吃|伙食|饭/,
  samples: [6000, 0],
  schema: wholeYuan,
});

export const days = fact({
  id: "days",
  kind: "count",
  label: "天数",
  question: "一共几天？",
  unit: "天",
  samples: [2, 1, 3, 4, 5],
  schema: smallCount(1, 60),
});

export const nights = fact({
  id: "nights",
  kind: "count",
  label: "住几晚",
  question: "住几晚？",
  samples: [1, 0, 2, 3, 4],
  schema: smallCount(0, 60),
});

export const startDate = fact({
  id: "startDate",
  kind: "date",
  label: "开始日期",
  question: "哪天开始？",
  samples: ["2023-06-10", "2023-04-30", "2023-11-30", "2023-12-01"],
  schema: day,
});

export const endDate = fact({
  id: "endDate",
  kind: "date",
  label: "结束日期",
  question: "哪天结束？",
  samples: ["2023-06-11", "2023-12-01"],
  schema: day,
});

export const age = fact({
  id: "age",
  kind: "age",
  label: "年龄",
  question: "今年多少周岁？",
  unit: "岁",
  samples: [35, 59, 60],
  schema: smallCount(0, 120),
});

export const sex = fact<"sex", "male" | "female">({
  id: "sex",
  kind: "choice",
  label: "性别",
  question: "男职工还是女职工？",
  choices: [
    { value: "male", label: "男", heard: /男/ },
    { value: "female", label: "女", heard: /女|妇(?!科)/ },
  ],
  samples: ["male", "female"],
  schema: z.enum(["male", "female"]),
});
