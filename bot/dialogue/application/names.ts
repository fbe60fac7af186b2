/** The names by which people mean a field: its printed label, and what they shorten it to. */
import type { Field } from "../../../flows/engine/form.ts";

export const bareLabel = ({ fact }: Field): string =>
  fact.label
    .replace(/^其中[：:]/, "")
    .replace(/[（(][^（()）]{1,3}[）)]/g, "")
    .replace(/[：:\s]/g, "")
    .trim();

const everyday: readonly (readonly [when: (field: Field) => boolean, names: readonly string[]])[] = [
  [({ input }) => input === "phone", ["电话", "手机", "手机号", "电话号码", "联系方式", "号码"]],
  [
    ({ input, fact }) => input === "count" && fact.unit === "人" && /人数$/.test(bareLabel({ fact } as Field)),
    ["人数"],
  ],
  [({ fact }) => /单位名称|企业名称/.test(fact.label), ["单位", "公司", "企业", "单位名", "公司名称", "公司名"]],
  [({ fact }) => /地址/.test(fact.label), ["公司地址", "单位地址", "企业地址"]],
  [({ input }) => input === "period", ["时间", "日期", "活动时间", "日子"]],
  [({ fact }) => /填表日期|^年月日$/.test(bareLabel({ fact } as Field)), ["填表日期", "填表时间"]],
  [({ fact }) => /体检计划/.test(fact.label), ["套餐", "体检套餐"]],
];

/** Every name of a field, the longest first. */
export function namesOf(field: Field): readonly string[] {
  const label = bareLabel(field);
  const names = new Set([label]);
  for (let at = 1; label.length - at >= 2; at += 1) names.add(label.slice(at));
  const subject = /^(.{2,})(?:姓名|名称)$/.exec(label)?.[1];
  if (subject !== undefined) names.add(subject);
  for (const [fits, more] of everyday) if (fits(field)) for (const name of more) names.add(name);
  return [...names].sort((one, other) => other.length - one.length);
}

export type Names = ReadonlyMap<string, readonly Field[]>;

/** Which fields a name may mean; a full label means its own field only. */
export function namesIn(fields: readonly Field[]): Names {
  const names = new Map<string, Field[]>();
  for (const field of fields) for (const name of namesOf(field)) names.set(name, [...(names.get(name) ?? []), field]);
  for (const field of fields) {
    const label = bareLabel(field);
    if (fields.filter((other) => bareLabel(other) === label).length === 1) names.set(label, [field]);
  }
  return names;
}

/** The fields that a few words such as 「电话」 or 「领队的电话」 may mean. */
export function meantBy(fields: readonly Field[], said: string): readonly Field[] {
  const wanted = said
    .normalize("NFKC")
    .replace(/\([^()]{1,3}\)/g, "")
    .replace(/[的那个一下吧。!\s「」“”]/g, "");
  const names = namesIn(fields);
  const exact = names.get(wanted);
  if (exact) return exact;
  const holding = [...names.keys()].filter(
    (name) => wanted.length >= 2 && (name.includes(wanted) || wanted.includes(name)),
  );
  const longest = Math.max(0, ...holding.map((name) => name.length));
  return [...new Set(holding.filter((name) => name.length === longest).flatMap((name) => names.get(name) ?? []))];
}
