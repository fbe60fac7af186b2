/** A simulated officer who fills in a form over the assistant from a table of facts, in any order and with second thoughts. */
import { expect } from "vitest";
import type { Outgoing } from "../../bot/channels/channel.ts";
import { bareLabel } from "../../bot/dialogue/application/reading/names.ts";
import { optionsOf } from "../../bot/dialogue/application/reading/values/option.ts";
import type { Period } from "../../flows/common/wording.ts";
import { type Field, type Form, fieldsOf } from "../../flows/engine/form.ts";
import { completed, openFields } from "../../flows/engine/interview.ts";
import { validate } from "../../flows/engine/validate.ts";
import type { Answers } from "../../rules/engine/fact.ts";

/** Sends a message or a file and hands back what is answered. */
export interface Line {
  say(text: string, file?: { readonly name: string; readonly bytes: Uint8Array }): Promise<readonly Outgoing[]>;
}

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const units = ["上海青浦示例科技有限公司", "盈浦街道示例社区工会", "青浦第一百货（集团）有限公司", "上海3D打印示例厂"];
const streets = ["公园东路100号", "青浦区盈港路888弄3号楼", "华新镇华腾路1288号 B座", "外青松公路7888号"];
const people = ["王小明", "欧阳娜娜", "李四", "陈红", "买买提·艾力", "张三丰"];
const things = [
  "朱家角古镇—金泽一日线",
  "东方明珠和外滩",
  "数控机床操作培训",
  "给孩子买一台学习台灯",
  "长三角生态绿洲线",
];
const reasons = ["企业受疫情影响，利润下滑，流动资金不足。", "家里有人长期患病，收入低，孩子在读书。"];

/** One value for a field, within its schema. */
export function invented(field: Field, random: Random, today: string): unknown {
  const { fact, input } = field;
  const fitting = (candidates: readonly unknown[]): unknown =>
    candidates.find((one) => fact.schema.safeParse(one).success) ?? fact.samples[0];
  switch (input) {
    case "text":
      if (/地址/.test(fact.label)) return fitting([oneOf(random, streets)]);
      if (/姓名|联系人|填表人|管理人员|申请人|参保人/.test(fact.label)) return fitting([oneOf(random, people)]);
      if (/单位|企业|工会|旅行社|机构/.test(fact.label)) return fitting([oneOf(random, units)]);
      return fitting([oneOf(random, things), fact.samples[0]]);
    case "longText":
      return fitting([oneOf(random, reasons)]);
    case "phone":
      return fitting([`13${Math.floor(1e8 + random() * 9e8)}`, "13812345678"]);
    case "count":
      return 1 + Math.floor(random() * 60);
    case "yuan":
      return 100 * (1 + Math.floor(random() * 5));
    case "date":
      return fact.id === "fillDate" ? today : `2023-0${1 + Math.floor(random() * 6)}-1${Math.floor(random() * 10)}`;
    case "period": {
      const first = 10 + Math.floor(random() * 15);
      return { from: `2023-07-${first}`, to: `2023-07-${first + Math.floor(random() * 2)}` };
    }
    case "choice":
      return oneOf(random, optionsOf(field));
    case "choices": {
      const options = optionsOf(field);
      const some = options.filter(() => random() < 0.5);
      return some.length > 0 ? some : options.slice(0, 1);
    }
    case "rows":
      return fact.samples[0];
  }
}

/** Facts of a form that fit together: its checks find nothing wrong. */
export function fittingFacts(form: Form, random: Random, today: string, people: readonly unknown[] = []): Answers {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const all: Record<string, unknown> = {};
    for (const field of fieldsOf(form))
      all[field.fact.id] = field.input === "rows" ? people : invented(field, random, today);
    if ("totalCount" in all) all["totalCount"] = Number(all["maleCount"]) + Number(all["femaleCount"]);
    const table = completed(form, Object.fromEntries(openFields(form, all).map(({ fact }) => [fact.id, all[fact.id]])));
    if (validate(form, table, today).problems.length === 0) return table;
  }
  throw new Error(`No facts of form ${form.id} fit together.`);
}

const chineseDay = (day: string): string => {
  const [, month = "", date = ""] = day.split("-");
  return `${Number(month)}月${Number(date)}号`;
};

/** The value as somebody would type it. */
export function typed(field: Field, value: unknown, random: Random): string {
  switch (field.input) {
    case "count":
      return oneOf(random, [`${value}`, `${value}人`, `${value}个`]);
    case "yuan":
      return oneOf(random, [`${value}`, `${value}元`]);
    case "date":
      return oneOf(random, [String(value), chineseDay(String(value))]);
    case "period": {
      const { from, to } = value as Period;
      const short = `${chineseDay(from)}到${Number(to.slice(8))}号`;
      return oneOf(random, [`${from}到${to}`, `${chineseDay(from)}到${chineseDay(to)}`, short]);
    }
    case "choice":
      return oneOf(random, [String(value), String(optionsOf(field).indexOf(String(value)) + 1)]);
    case "choices": {
      const list = value as readonly string[];
      const numbers = list.map((option) => optionsOf(field).indexOf(option) + 1);
      return oneOf(random, [list.join("、"), numbers.join("、")]);
    }
    default:
      return String(value);
  }
}

/** As a labelled value, which needs no question. */
export const labelled = (field: Field, value: unknown, random: Random): string => {
  const text =
    field.input === "choice"
      ? String(value)
      : field.input === "choices"
        ? (value as string[]).join("、")
        : typed(field, value, random);
  return `${bareLabel(field)}：${text}`;
};

export interface Filled {
  readonly number: string;
  readonly sheet: { readonly id: string; readonly name: string };
  /** Messages of the assistant from the wish to the receipt. */
  readonly messages: number;
}

export interface Manner {
  /** Digressions, second thoughts, steps back, pauses: 0 for somebody who only answers. */
  readonly restless: number;
  readonly random: Random;
  /** The workbook for a field of rows. */
  readonly roster?: { readonly name: string; readonly bytes: Uint8Array };
}

const most = 120;

export async function fillIn(line: Line, form: Form, table: Answers, manner: Manner): Promise<Filled> {
  const { random, restless } = manner;
  let messages = 0;
  const say = async (text: string, file?: Manner["roster"]): Promise<string> => {
    const replies = await line.say(text, file);
    messages += 1;
    last = replies[0];
    return last?.text ?? "";
  };
  let last: Outgoing | undefined;
  let text = await say(`我要填${form.short}`);
  const trace: string[] = [];
  for (let step = 0; step < most; step += 1) {
    trace.push(text);
    const number = /受理编号(QP-[\w-]+-\d{6})/.exec(text)?.[1];
    const sheet = last?.files?.[0];
    if (number !== undefined && sheet) return { number, sheet, messages };
    if (text.includes("同意请回「同意」")) text = await say("同意");
    else if (text.includes("没问题请回「交」")) text = await say(oneOf(random, ["交", "确认提交", "没问题"]));
    else if (text.includes("仍要交请回「仍然交」")) text = await say("仍然交");
    else text = await answerOne(say, form, table, text, manner);
  }
  throw new Error(`Form ${form.id} came to no end:\n${trace.slice(-6).join("\n---\n")}`);
  function answerOne(speak: typeof say, of: Form, facts: Answers, heard: string, how: Manner): Promise<string> {
    const asked = fieldsOf(of)
      .filter(({ fact }) => heard.split("\n").some((part) => part.replace(/^接着填：/, "") === fact.question))
      .at(-1);
    if (!asked) throw new Error(`Nothing of form ${of.id} is asked in:\n${heard}`);
    if (asked.input === "rows") return speak("", how.roster);
    const value = typed(asked, facts[asked.fact.id], random);
    const whim = random();
    if (whim < restless * 0.15) return asideFrom(speak, asked);
    if (whim < restless * 0.3) return secondThought(speak, asked, value);
    if (whim < restless * 0.4) return speak("上一题");
    if (whim < restless * 0.5) return pause(speak);
    if (whim < restless * 0.8) return speak(several(of, facts, asked));
    return speak(value);
  }
  async function asideFrom(speak: typeof say, asked: Field): Promise<string> {
    const answered = await speak(oneOf(random, ["体检B套餐多少钱？", "大病慰问要哪些材料？", "春联哪里领？"]));
    expect(answered, "the question comes again").toContain(asked.fact.question);
    return answered;
  }
  async function secondThought(speak: typeof say, asked: Field, value: string): Promise<string> {
    const wrong = typed(asked, invented(asked, random, "2023-06-15"), random);
    await speak(wrong);
    const again = await speak(`改${bareLabel(asked)}`);
    return again.includes(asked.fact.question) ? speak(value) : again;
  }
  async function pause(speak: typeof say): Promise<string> {
    await speak("暂存");
    return speak("继续填");
  }
  function several(of: Form, facts: Answers, asked: Field): string {
    const others = fieldsOf(of).filter(
      ({ fact, input, when }) =>
        fact.id !== asked.fact.id && input !== "rows" && input !== "longText" && !when && random() < 0.25,
    );
    const named = [asked, ...others]
      .sort(() => random() - 0.5)
      .map((field) => labelled(field, facts[field.fact.id], random));
    return named.join(oneOf(random, ["\n", "，", "；"]));
  }
}
