/** 附件 2-3-6 《2023 年青浦工会各类职工健康体检名册》; its lines come as a table, never one by one in a chat. */
import { z } from "zod";
import { fact } from "../../rules/engine/fact.ts";
import { phone, text } from "../common/fields.ts";
import { shortText } from "../common/text.ts";
import { defineForm, type Field } from "../engine/form.ts";
import { answer, line } from "../engine/layout.ts";
import { ageOn, readId, tidyId } from "../roster/id-number.ts";

const isBlank = (given: unknown): boolean =>
  given === undefined || given === null || (typeof given === "string" && given.trim() === "");
const asText = (given: unknown): unknown => (isBlank(given) ? undefined : given);
const asAge = (given: unknown): unknown =>
  given === null || given === ""
    ? undefined
    : typeof given === "string" && /^\d{1,3}岁?$/.test(given.trim())
      ? Number.parseInt(given, 10)
      : given;

const rosterLine = z
  .object({
    unit: z.preprocess(asText, shortText(60).optional()).optional(),
    name: shortText(30),
    sex: z.literal(["男", "女"], "性别要写男或女"),
    marital: z.preprocess(asText, z.literal(["已婚", "未婚"], "婚否要写已婚或未婚").optional()).optional(),
    age: z
      .preprocess(
        asAge,
        z.number("年龄要写成数字").int("年龄要是整数").min(14, "年龄太小了").max(120, "年龄太大了").optional(),
      )
      .optional(),
    idNumber: z
      .string("身份证号要写成文字，写成数字会丢掉后几位")
      .transform(tidyId)
      .superRefine((given, context) => {
        const read = readId(given);
        if (read.kind === "wrong") context.addIssue({ code: "custom", message: read.problem });
      }),
  })
  .superRefine(({ sex, idNumber }, context) => {
    const read = readId(idNumber);
    if (read.kind === "valid" && read.sex !== sex) context.addIssue({ code: "custom", message: "性别和身份证号不符" });
  });

/**
 * The list takes lines as they come, so that one wrong number does not empty the sheet;
 * each line is checked by `rosterLine` before anything is handed in.
 */
const asGiven = z.looseObject({
  seq: z.unknown().optional().describe("序号，打印时重编"),
  unit: z.unknown().optional().describe("单位"),
  name: z.unknown().optional().describe("姓名"),
  sex: z.unknown().optional().describe("男 或 女"),
  marital: z.unknown().optional().describe("已婚 或 未婚"),
  age: z.unknown().optional().describe("周岁，整数"),
  idNumber: z.unknown().optional().describe("身份证号码，18位，文字"),
});
type GivenLine = Readonly<Record<string, unknown>>;

const rows = fact<"rows", readonly GivenLine[]>({
  id: "rows",
  kind: "list",
  label: "名册",
  question: "请把名册的 Excel 文件（.xlsx）发过来，列有：单位、姓名、性别、婚否、年龄、身份证号码。",
  hint: "身份证号码一列请设成“文本”再填",
  samples: [
    [{ unit: "上海示例有限公司", name: "张三", sex: "男", marital: "已婚", age: 35, idNumber: "31011819880101001X" }],
  ],
  schema: z.array(asGiven).min(1, "至少要有一个人").max(20_000, "一次最多20000人"),
});
const rowsField: Field = { fact: rows, input: "rows", required: "document" };

const unit = text("unit", "单 位", "体检单位名称是什么？", {
  lasting: true,
  most: 60,
  when: (need) => need(rows).some((person) => isBlank(person["unit"])),
});
const contactName = text("x_contactName", "参检单位联系人：", "参检单位联系人是谁？", {
  required: "document",
  lasting: true,
  most: 12,
  sample: "陈联系",
});
const contactPhone = phone("x_contactPhone", "联系电话：", "参检单位联系人的电话是多少？", {
  required: "document",
  lasting: true,
});

const rowed = (at: number, problem: string): string => `第${at + 1}行：${problem}`;
const first20 = (problems: readonly string[]): string | undefined =>
  problems.length === 0
    ? undefined
    : problems.slice(0, 20).join("；") + (problems.length > 20 ? `；还有${problems.length - 20}处` : "");

const missingWords: Readonly<Record<string, string>> = {
  name: "没有姓名",
  sex: "没有性别",
  idNumber: "没有身份证号码",
};

/** What is wrong with a line, in its first words. */
function wrongLine(given: GivenLine): string | undefined {
  for (const [key, problem] of Object.entries(missingWords)) if (isBlank(given[key])) return problem;
  return rosterLine.safeParse(given).error?.issues[0]?.message;
}

const wrongLines = (lines: readonly GivenLine[]): string | undefined =>
  first20(
    lines.flatMap((given, at) => {
      const problem = wrongLine(given);
      return problem === undefined ? [] : [rowed(at, problem)];
    }),
  );

const idOf = (given: GivenLine) => (typeof given["idNumber"] === "string" ? readId(given["idNumber"]) : undefined);

/** Two lines with one number: both are shown by their rows. */
function repeated(lines: readonly GivenLine[]): string | undefined {
  const first = new Map<string, number>();
  return first20(
    lines.flatMap((given, at) => {
      const read = idOf(given);
      if (read?.kind !== "valid") return [];
      const before = first.get(read.number);
      if (before === undefined) first.set(read.number, at);
      return before === undefined ? [] : [rowed(at, `身份证号和第${before + 1}行重复`)];
    }),
  );
}

const wrongAges = (lines: readonly GivenLine[], today: string): string | undefined =>
  first20(
    lines.flatMap((given, at) => {
      const read = idOf(given);
      const age = asAge(given["age"]);
      const off = read?.kind === "valid" && typeof age === "number" && Math.abs(ageOn(read.born, today) - age) > 1;
      return off ? [rowed(at, "年龄和身份证号不符")] : [];
    }),
  );

export const checkupRoster = defineForm({
  id: "2-3-6",
  name: "checkupRoster",
  title: "2023年青浦工会各类职工健康体检名册",
  short: "体检名册",
  heard: /名册|花名册|名单|2-3-6/,
  topics: ["2-3.roster-apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-3-6",
  kind: "official",
  who: "体检单位",
  handIn: "以 Excel 格式发送到区总工会综合保障部（新就业形态劳动者的名单，正文写发给区总工会基层工作部）",
  deadline: "企业体检：与申请表同步发送，未发送不予盖章确认",
  seals: [],
  advice: ["名单还要写明参检单位联系人姓名、联系电话，名册表里没有这两栏，写在表下。"],
  sections: [{ title: "名册", fields: [rowsField, unit, contactName, contactPhone] }],
  checks: [
    { level: "problem", at: rows, wrong: (given) => wrongLines(given(rows) ?? []) },
    { level: "problem", at: rows, wrong: (given) => repeated(given(rows) ?? []) },
    {
      level: "warning",
      at: rows,
      wrong: (given, today) => (today === undefined ? undefined : wrongAges(given(rows) ?? [], today)),
    },
  ],
  layout: {
    kind: "roster",
    annex: "附件 2-3-6",
    title: ["2023 年青浦工会各类职工健康体检名册"],
    field: rows.id,
    columns: [
      { key: "seq", title: "序号", width: 6 },
      { key: "unit", title: "单 位", width: 34 },
      { key: "name", title: "姓名", width: 14 },
      { key: "sex", title: "性别", width: 8 },
      { key: "marital", title: "婚否", width: 16, under: ["已婚", "未婚"] },
      { key: "age", title: "年龄", width: 8 },
      { key: "idNumber", title: "身份证号码", width: 26 },
    ],
    preprinted: 10,
    below: [
      line("参检单位联系人：", answer(contactName.fact, "            "), "    联系电话：", answer(contactPhone.fact)),
    ],
    notes: ["注：1.此表由体检单位填写，以 Excel格式发送到区总工会综合保障部。"],
  },
});
