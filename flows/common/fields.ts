/** Makers of form fields: each takes the key, the printed label and the question, and adds how the answer is checked. */
import { z } from "zod";
import { day } from "../../rules/common/facts.ts";
import { type AnyFact, type Choice, type Fact, type FactKind, fact } from "../../rules/engine/fact.ts";
import type { Field, Input } from "../engine/form.ts";
import { bare, clean, longText, shortText } from "./text.ts";
import type { Period } from "./wording.ts";

/** A field whose fact keeps its type, so that checks and conditions read it typed. */
export interface FieldOf<T> extends Field {
  readonly fact: Fact<string, T>;
}

interface Extra extends Partial<Pick<Field, "required" | "when" | "lasting" | "known" | "offSheet">> {
  readonly hint?: string;
  readonly why?: string;
}

interface Core<T> {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly kind: FactKind;
  readonly input: Input;
  readonly schema: z.ZodType<T>;
  readonly samples: readonly T[];
  readonly unit?: AnyFact["unit"];
  readonly choices?: readonly Choice<T>[];
}

function field<T>({ input, choices, unit, ...core }: Core<T>, extra: Extra): FieldOf<T> {
  const { hint, why, required = "advised", ...rest } = extra;
  const of = fact<string, T>({
    ...core,
    ...(choices && { choices }),
    ...(unit && { unit }),
    ...(hint && { hint }),
    ...(why && { why }),
  });
  return { fact: of, input, required, ...rest };
}

type Words = readonly [id: string, label: string, question: string];
const named = ([id, label, question]: Words) => ({ id, label, question });

export const text = (
  ...[id, label, question, extra = {}]: [...Words, (Extra & { most?: number; sample?: string })?]
) => {
  const { most = 40, sample = "上海示例有限公司", ...rest } = extra;
  return field<string>(
    { ...named([id, label, question]), kind: "text", input: "text", schema: shortText(most), samples: [sample] },
    rest,
  );
};

export const prose = (
  ...[id, label, question, extra = {}]: [...Words, (Extra & { most?: number; sample?: string })?]
) => {
  const { most = 300, sample = "希望请劳模来讲一次课。", ...rest } = extra;
  return field<string>(
    { ...named([id, label, question]), kind: "text", input: "longText", schema: longText(most), samples: [sample] },
    rest,
  );
};

const asDigits = (given: unknown): unknown =>
  typeof given === "string" ? clean(given).normalize("NFKC") : typeof given === "number" ? String(given) : given;
const mobileShape = /^1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$/;
/** 021 and eight digits, the area code and an extension optional. */
const landlineShape = /^(\(?0\d{2,3}\)?[\s-]?)?[2-9]\d{3}[\s-]?\d{4}([\s-]*(转|#|-)?\s*\d{1,5})?$/;

export const phone = (...[id, label, question, extra = {}]: [...Words, (Extra & { mobileOnly?: boolean })?]) => {
  const { mobileOnly = false, ...rest } = extra;
  const isPhone = (said: string): boolean => mobileShape.test(said) || (!mobileOnly && landlineShape.test(said));
  const schema = z.preprocess(
    asDigits,
    z.string("要写成文字").refine(isPhone, mobileOnly ? "手机号要是11位" : "要写11位手机号或8位固定电话"),
  );
  const samples = mobileOnly ? ["13800138000"] : ["59729571", "13800138000"];
  return field<string>({ ...named([id, label, question]), kind: "text", input: "phone", schema, samples }, rest);
};

const asNumber = (given: unknown): unknown =>
  typeof given === "string" && /^\d{1,9}\s*[人名元个家天次]?$/.test(given.normalize("NFKC").trim())
    ? Number.parseInt(given.normalize("NFKC"), 10)
    : given;

export const count = (
  ...[id, label, question, extra = {}]: [...Words, (Extra & { least?: number; unit?: AnyFact["unit"] })?]
) => {
  const { least = 0, unit = "人", ...rest } = extra;
  const schema = z.preprocess(
    asNumber,
    z.number("要写成数字").int("要是整数").min(least, `至少是${least}`).max(100_000, "数字太大了"),
  );
  return field<number>(
    { ...named([id, label, question]), kind: "count", input: "count", unit, schema, samples: [40, least] },
    rest,
  );
};

export const yuan = (...[id, label, question, extra = {}]: [...Words, Extra?]) => {
  const schema = z.preprocess(
    asNumber,
    z.number("要写成数字").int("金额按整数元计").min(0, "金额不能是负数").max(100_000_000, "金额太大了"),
  );
  return field<number>(
    { ...named([id, label, question]), kind: "yuan", input: "yuan", unit: "元", schema, samples: [500] },
    extra,
  );
};

export const date = (...[id, label, question, extra = {}]: [...Words, Extra?]) =>
  field<string>(
    { ...named([id, label, question]), kind: "date", input: "date", schema: day, samples: ["2023-06-10"] },
    extra,
  );

export const period = (...[id, label, question, extra = {}]: [...Words, Extra?]) => {
  const schema = z
    .strictObject({ from: day, to: day }, "起止时间要有开始和结束两个日期")
    .refine(({ from, to }) => from <= to, "结束日期早于开始日期");
  const samples = [{ from: "2023-06-10", to: "2023-06-11" }];
  return field<Period>({ ...named([id, label, question]), kind: "list", input: "period", schema, samples }, extra);
};

export interface Option {
  readonly value: string;
  readonly heard?: RegExp;
}
const asOption = (option: string | Option): Option => (typeof option === "string" ? { value: option } : option);

/** The option meant by a text: the same words, else the only one that holds them, else the only one heard in them. */
function meant(options: readonly Option[], given: unknown): unknown {
  if (typeof given !== "string") return given;
  const said = bare(given)
    .replace(/[□☑√]/g, "")
    .replace(/^\d+[.、]?(?=\p{Script=Han})/u, "");
  if (said === "") return given;
  const same = options.find(({ value }) => bare(value) === said);
  if (same) return same.value;
  const holding = options.filter(({ value }) => bare(value).includes(said));
  if (holding.length === 1) return holding[0]?.value;
  const heard = options.filter(({ heard }) => heard?.test(said));
  return heard.length === 1 ? heard[0]?.value : given;
}

const choicesOf = (options: readonly Option[]): readonly Choice<string>[] =>
  options.map(({ value, heard }) => ({ value, label: value, ...(heard && { heard }) }));
const listed = (options: readonly Option[]): string => options.map(({ value }) => value).join("、");

export const choice = (
  ...[id, label, question, given, extra = {}]: [...Words, readonly (string | Option)[], Extra?]
) => {
  const options = given.map(asOption);
  const values = options.map(({ value }) => value);
  const schema = z.preprocess((said) => meant(options, said), z.literal(values, `只能选一项：${listed(options)}`));
  return field<string>(
    {
      ...named([id, label, question]),
      kind: "choice",
      input: "choice",
      choices: choicesOf(options),
      schema,
      samples: values,
    },
    extra,
  );
};

/** Several options; one alone may come without a list. */
export const choices = (
  ...[id, label, question, given, extra = {}]: [...Words, readonly (string | Option)[], Extra?]
) => {
  const options = given.map(asOption);
  const values = options.map(({ value }) => value);
  const one = z.preprocess((said) => meant(options, said), z.literal(values, `只能在这些里选：${listed(options)}`));
  const asList = (said: unknown): unknown =>
    typeof said === "string" && said.trim() !== "" ? (bare(said) === "" ? said : split(options, said)) : said;
  const schema = z.preprocess(
    asList,
    z
      .array(one)
      .min(1, "至少选一项")
      .transform((list) => [...new Set(list)]),
  );
  return field<readonly string[]>(
    {
      ...named([id, label, question]),
      kind: "list",
      input: "choices",
      schema,
      samples: [values.slice(0, 1), values],
    },
    extra,
  );
};

/** One text that names an option, or several with 「、」 between them. */
const split = (options: readonly Option[], said: string): readonly string[] =>
  options.some(({ value }) => bare(value) === bare(said))
    ? [said]
    : said.split(/[、，,;；\n]/).filter((part) => part.trim() !== "");
