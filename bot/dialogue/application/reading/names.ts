/** The names by which people mean a field: its printed label, and what they shorten it to. */
import type { Field } from "../../../../flows/engine/form.ts";

export const bareLabel = ({ fact }: Field): string =>
  fact.label
    .replace(/^其中[：:]/, "")
    .replace(/[（(][^（()）]{1,3}[）)]/g, "")
    .replace(/[：:\s]/g, "")
    .trim();

/** 「行程满意，餐饮一般」 */
const rated = /^(.{2})满意度$/;

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
  [({ fact }) => /^所属/.test(fact.label), ["所属", "街镇", "委局", "所属街镇"]],
  [({ fact }) => /行业类别/.test(fact.label), ["行业"]],
  [({ fact }) => /需求内容/.test(fact.label), ["内容", "需求内容"]],
  [({ fact }) => /申报月份/.test(fact.label), ["月份"]],
  [({ fact }) => /体检计划/.test(fact.label), ["套餐", "体检套餐"]],
];

/** Every name of a field, the longest first. */
export function namesOf(field: Field): readonly string[] {
  const label = bareLabel(field);
  const names = new Set([label]);
  for (let at = 1; label.length - at >= 2; at += 1) names.add(label.slice(at));
  const subject = /^(.{2,})(?:姓名|名称)$/.exec(label)?.[1];
  if (subject !== undefined) names.add(subject);
  const about = rated.exec(label)?.[1];
  if (about !== undefined) names.add(about);
  for (const [fits, more] of everyday) if (fits(field)) for (const name of more) names.add(name);
  return [...names].sort((one, other) => other.length - one.length);
}

/** Parts of the labels of counted fields, each of one field only: 「劳模3 工匠2 抗疫5」 needs no more. */
export function fragmentsIn(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const counted = fields.filter(({ input }) => input === "count" || input === "yuan");
  const found = new Map<string, Field[]>();
  for (const field of counted)
    for (const part of partsOf(bareLabel(field))) found.set(part, [...(found.get(part) ?? []), field]);
  return new Map([...found].flatMap(([part, owners]) => (owners.length === 1 && owners[0] ? [[part, owners[0]]] : [])));
}

const partsOf = (label: string): ReadonlySet<string> => {
  const parts = new Set<string>(label.length === 1 ? [label] : []);
  for (let from = 0; from < label.length; from += 1)
    for (let to = from + 2; to <= label.length; to += 1) parts.add(label.slice(from, to));
  return parts;
};

/** Names after which a value may follow without any link: 「联系人王为」, 「地址公园路1号」. */
const linkless = new Set([
  "地址",
  "公司地址",
  "单位地址",
  "企业地址",
  "电话",
  "手机",
  "手机号",
  "联系人",
  "领队",
  "填表人",
  "旅行社",
  "线路",
  "人数",
]);
/** A unit is named without a link only where a name of one plainly follows. */
const unitNames = new Set(["单位", "公司", "企业", "工会"]);
const unitFollows =
  /^(?:上海|青浦)|^[^，,。;；\n]{2,24}?(?:公司|厂|店|局|院|校|工会|中心|集团|所|社|站)(?=$|[，,。;；\s])/;
/** 「领队和填表人都…」, 「领队兼的」, 「地址里…改成」 tell no value. */
const noValue = /^(?:[和跟与兼]|里|后面|前面|中的|错|不对|还没|没)/;

export function takesBare(field: Field, name: string, rest: string): boolean {
  if (noValue.test(rest)) return false;
  if (unitNames.has(name)) return unitFollows.test(rest);
  return (
    linkless.has(name) || rated.exec(bareLabel(field))?.[1] === name || (name.length > 2 && name === bareLabel(field))
  );
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
  const bare = (text: string) => text.replace(/[的那个一下吧。!\s「」“”]/g, "");
  const wanted = bare(said.normalize("NFKC").replace(/\([^()]{1,3}\)/g, ""));
  const names = new Map([...namesIn(fields)].map(([name, meant]) => [bare(name), meant]));
  const exact = names.get(wanted);
  if (exact) return exact;
  if (/电话$|手机号?$/.test(wanted)) {
    const phones = fields.filter(({ input }) => input === "phone");
    const near = phones.filter((field) => bareLabel(field).includes(wanted.slice(0, 2)));
    return near.length > 0 ? near : phones;
  }
  // What stands beside the name would be a value.
  const holding = [...names.keys()].filter(
    (name) =>
      wanted.length >= 2 &&
      (name.includes(wanted) || (wanted.includes(name) && wanted.length - name.length < 3 && !/\d/.test(wanted))),
  );
  const longest = Math.max(0, ...holding.map((name) => name.length));
  return [...new Set(holding.filter((name) => name.length === longest).flatMap((name) => names.get(name) ?? []))];
}

/** 「电话」 may mean several fields: who says so is asked which. */
export const isUnclear = (fields: readonly Field[]): boolean =>
  fields.length > 1 && new Set(fields.map(bareLabel)).size > 1;
