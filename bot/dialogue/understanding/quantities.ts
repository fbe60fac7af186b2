/** Every number of a sentence with its unit, its place, and whether it is said per person or in total. */
import { numeralCharacters, readNumber } from "./numerals.ts";

export type Unit = "元" | "人" | "天" | "晚" | "岁" | "次" | "月" | "年" | "周" | "家" | "个" | "%";

export interface Quantity {
  readonly value: number;
  /** Undefined for a bare number. */
  readonly unit?: Unit;
  readonly sex?: "male" | "female";
  readonly per?: "person" | "total";
  /** Place of number and unit in the normalised sentence. */
  readonly start: number;
  readonly end: number;
}

const unitWords: readonly (readonly [Unit, RegExp])[] = [
  ["岁", /^(周岁|岁)/],
  ["%", /^(%|个百分点)/],
  ["月", /^个?(整?月)(?!\d|份)/],
  ["元", /^(块钱|元钱|元|块|圆|钱(?!包)|几钿)/],
  [
    "人",
    /^(个人|号人|名|位|人|个(?=(男|女|职工|员工|会员|工人|师傅|骑手|司机|快递|外卖|环卫|阿姨|同事|律师|指导员|干部|老师|兄弟|病人)))/,
  ],
  ["晚", /^(晚|夜|宿)/],
  ["天", /^(天|日(?!游|常|期)|号?(?=天))/],
  ["次", /^(次|趟|回|场|遍)/],
  ["年", /^年(?!前|底|初|夜|级|度|份|龄|轻|货|终)/],
  ["周", /^(周|个?星期|个?礼拜)/],
  ["家", /^家/],
  ["个", /^个/],
];

const han = `[${numeralCharacters}]`;
const numberPattern = new RegExp(
  `\\d+(?:\\.\\d+)?(?:[万萬wW千kK亿百](?:\\d{1,4}(?!\\d))?)?|${han}+(?:点[零〇一二三四五六七八九]+[万千百亿]?)?`,
  "g",
);
/** Words that hold a numeral but count nothing. */
const notNumbers =
  /^(一(下|点|些|般|样|起|直|定|共|线|总|块儿?去|个(人)?(要|能|补|多少|得|出|付|贴|几|最)|年(?=(能|可以|几|多少|最|顶|上限))|日游|类|次性|来|卡|企|路|只|律|致|旦|方面|辈|家人|家子|趟头|切|手|边|早|门)|万一|万名|三方|千万|百年|百货|两(固|边|头|者|类|种|样|项|处|条|个(都|一起|可以|项目|号码|电话|计划|套餐|表))|[12]日(?=游|活动)|四技|五送|十(项|大|三类|二类|分|一月|二月)|三(明|八|甲|级|部分|项|条|种|类)|二级|二维|七上八下)/;
const sexBefore =
  /(?<!男)(男|女)(的|职工|员工|同志|同事|会员|工|性|生|士|职员|师傅)*(只有|只|就|才|有|是|大概|一共|总共|共|各|改成|变成|:|,)*$/;
const sexAfter = /^的?个?(男|女)/;
const perPerson = /(每人|人均|每位|每个人|每名|一个人|一人|平均|均摊|单价|人头|每份|每个|均价|标准)[^,。;;、\d]{0,8}$/;
const perPersonAfter = /^(\/|每|一|1)?(人|位|个人|名|头)(?!\d)|^(一|每)个人?/;
const total = /(一共|总共|合计|总计|总的|总费用|总支出|总额|总价|全部|拢共|加起来|统共|一总)[^,。;;\d]{0,8}$/;

function unitAt(text: string): { unit: Unit; length: number } | undefined {
  const vague = /^(多|来)(?=[个名位人元块天])/.exec(text)?.[0].length ?? 0;
  const found = plainUnitAt(text.slice(vague));
  return found && { unit: found.unit, length: found.length + vague };
}

function plainUnitAt(rest: string): { unit: Unit; length: number } | undefined {
  for (const [unit, pattern] of unitWords) {
    const match = pattern.exec(rest);
    if (match) return { unit, length: match[0].length };
  }
  return undefined;
}

/** The sex word that belongs to a number: the one before it, else the one after; each word serves one number. */
function sexBeside(text: string, start: number, end: number, claimed: Set<number>): "male" | "female" | undefined {
  const before = sexBefore.exec(text.slice(0, start));
  if (before && !claimed.has(before.index)) {
    claimed.add(before.index);
    return sexOf(before[1]);
  }
  const after = sexAfter.exec(text.slice(end));
  if (!after) return undefined;
  const at = end + after[0].length - 1;
  if (claimed.has(at)) return undefined;
  claimed.add(at);
  return sexOf(after[1]);
}

const sexOf = (word: string | undefined) => (word === "男" ? "male" : word === "女" ? "female" : undefined);

/** Reads a normalised sentence; parts of dates are left to the reader of dates by passing their spans as `taken`. */
export function quantities(text: string, taken: readonly { start: number; end: number }[] = []): readonly Quantity[] {
  const found: Quantity[] = [];
  const claimed = new Set<number>();
  for (const match of text.matchAll(numberPattern)) {
    let start = match.index;
    let rest = match[0];
    // 「三百五一个人」 runs two numerals together: the longest readable head is the first.
    while (rest !== "") {
      const raw = withoutEach(readableHead(rest), text.slice(start));
      if (raw === "") break;
      const free = !taken.some((span) => start < span.end && start + raw.length > span.start);
      const quantity = free ? oneQuantity(text, raw, start, claimed) : undefined;
      if (quantity) found.push(quantity);
      start += raw.length;
      rest = rest.slice(raw.length);
    }
  }
  return found;
}

/** 「三百一个人」 is 300 for each person, not 310. */
const withoutEach = (raw: string, rest: string): string =>
  /[百千万]一$/.test(raw) && /^个?人/.test(rest.slice(raw.length)) ? raw.slice(0, -1) : raw;

function readableHead(text: string): string {
  for (let length = text.length; length > 0; length -= 1) {
    if (readNumber(text.slice(0, length)) !== undefined) return text.slice(0, length);
  }
  return "";
}

function oneQuantity(text: string, raw: string, start: number, claimed: Set<number>): Quantity | undefined {
  const rest = text.slice(start + raw.length);
  const before = text.slice(Math.max(0, start - 14), start);
  const unit = unitAt(rest);
  const value = readNumber(raw);
  if (value === undefined || countsNothing(raw, before, rest, unit !== undefined, text.length)) return undefined;
  const end = start + raw.length + (unit?.length ?? 0);
  const counts = unit === undefined || unit.unit === "人" || unit.unit === "个";
  const sex = counts ? sexBeside(text, start, end, claimed) : undefined;
  const per = shareOf(unit?.unit, before, text.slice(end));
  const unitName = unit?.unit === "个" && sex !== undefined ? "人" : unit?.unit;
  return {
    value,
    start,
    end,
    ...(unitName !== undefined && { unit: unitName }),
    ...(sex !== undefined && { sex }),
    ...(per !== undefined && { per }),
  };
}

/** Numerals inside words, codes such as 2-3, and 「一个人」 beside an amount, which says "each". */
function countsNothing(raw: string, before: string, rest: string, hasUnit: boolean, length: number): boolean {
  if (/^\d/.test(raw)) return /[A-Za-z#-]$|附件$/.test(before);
  if (raw === "一" && /^个?人/.test(rest) && (length > 8 || /[元块钱\d零一二三四五六七八九十百千万]$/.test(before)))
    return true;
  if (countsPeople(raw, rest)) return false;
  // 「电话给一个」 asks for something, it counts nothing.
  if (raw === "一" && /^个(?![人男女])/.test(rest) && /(给|发|换)我?$/.test(before)) return true;
  if (notNumbers.test(raw + rest)) return true;
  return !hasUnit && raw.length === 1 && !/(男|女)(的)?$/.test(before);
}

function shareOf(unit: Unit | undefined, before: string, after: string): "person" | "total" | undefined {
  const isMoney = unit === undefined || unit === "元";
  if (isMoney && (perPerson.test(before) || perPersonAfter.test(after))) return "person";
  return total.test(before) ? "total" : undefined;
}

/** 「一男两女」「两个人」 count people although 一 and 两 often count nothing. */
const countsPeople = (raw: string, rest: string): boolean =>
  /^(一|两|二|三)$/.test(raw) && /^(个?(男|女)|个人(?!要|能|补|多少|得|出|付|贴|几|最))/.test(rest);
