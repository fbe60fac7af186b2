/** Answers for any form, made from its own fields. */
import { type Form, fieldsOf } from "../../flows/engine/form.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import { idNumber } from "./roster/make.ts";

/** The first sample of every field. */
export const sampled = (form: Form): Answers =>
  Object.fromEntries(fieldsOf(form).map(({ fact }) => [fact.id, fact.samples[0]]));

/** The longest text that each field takes: what must still fit on the page. */
export function longest(form: Form): Answers {
  const answers: Record<string, unknown> = { ...sampled(form) };
  for (const { fact, input } of fieldsOf(form)) {
    if (input !== "text" && input !== "longText") continue;
    for (let length = 400; length > 0 && answers[fact.id] === fact.samples[0]; length -= 1) {
      const text = "国".repeat(length);
      if (fact.schema.safeParse(text).success) answers[fact.id] = text;
    }
    if (input === "longText") answers[fact.id] = String(answers[fact.id]).replace(/(国{40})国/g, "$1\n");
  }
  return answers;
}

export const people = [
  { unit: "上海示例有限公司", name: "张三", sex: "男", marital: "已婚", age: 35, idNumber: idNumber("1988-01-01", 1) },
  {
    unit: "上海示例有限公司",
    name: '=HYPERLINK("http://x")',
    sex: "女",
    marital: "未婚",
    age: 33,
    idNumber: idNumber("1990-05-20", 2),
  },
  { name: "+86", sex: "男", idNumber: idNumber("1977-07-07", 3) },
] as const;
