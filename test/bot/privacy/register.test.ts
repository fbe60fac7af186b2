/** Nothing is kept that the register does not know: every kind of record, every field of a form. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fieldClasses, kindsKept } from "../../../bot/privacy/register.ts";
import { retention } from "../../../bot/privacy/retention.ts";
import { kinds } from "../../../bot/storage/documents.ts";
import { fieldsOf } from "../../../flows/engine/form.ts";
import { forms } from "../../../flows/index.ts";

test("every kind of record names purpose, basis, class, end and readers", () => {
  expect(Object.keys(kindsKept).toSorted()).toEqual(kinds.toSorted());
  for (const [kind, kept] of Object.entries(kindsKept)) {
    for (const text of [kept.what, kept.purpose, kept.basis, kept.readers]) expect(text, kind).not.toBe("");
    if (kept.class === "sensitive") expect(retention, `${kind} must end`).toHaveProperty(kept.end);
  }
});

const fields = forms.flatMap((form) => fieldsOf(form).map(({ fact, input }) => ({ form: form.id, fact, input })));

test("every field of every form has a class, and no class is left over", () => {
  const known = new Set(fields.map(({ fact }) => fact.id));
  expect(fields.filter(({ fact }) => !fieldClasses.has(fact.id)).map(({ form, fact }) => `${form}/${fact.id}`)).toEqual(
    [],
  );
  expect([...fieldClasses.keys()].filter((id) => !known.has(id))).toEqual([]);
});

test("what asks for a name or a telephone is personal, what asks for an illness or a list of people is sensitive", () => {
  const classOf = (wanted: (field: (typeof fields)[number]) => boolean) =>
    new Set(fields.filter(wanted).map(({ fact }) => fieldClasses.get(fact.id)));
  expect(classOf(({ input, fact }) => input === "phone" || /姓名|联系人|填表人|申请人/.test(fact.label))).toEqual(
    new Set(["personal"]),
  );
  expect(classOf(({ input, fact }) => input === "rows" || /确诊|诊断|疾病|病情|身份证|银行/.test(fact.label))).toEqual(
    new Set(["sensitive"]),
  );
});

test("the page for operators tells the days that the retention keeps", () => {
  const page = readFileSync("docs/operations.md", "utf8").replaceAll(/ +/g, " ");
  const told = (days: number) => (days === 0 ? "到期即删" : days % 365 === 0 ? `${days / 365} 年` : `${days} 天`);
  for (const { what, days } of Object.values(retention))
    expect(page).toMatch(new RegExp(`\\| ${what} \\| ${told(days)}`));
});
