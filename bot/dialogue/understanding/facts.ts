/** Facts out of a sentence: which figure, day or word answers which fact of a rule. */
import { type Answers, type AnyFact, unsure } from "../../../rules/engine/fact.ts";
import type { DateReading } from "./dates.ts";
import type { Heard } from "./heard.ts";
import { readNumber } from "./numerals.ts";
import type { Quantity } from "./quantities.ts";

export interface FactReading {
  readonly answers: Answers;
  /** What was understood but cannot be: 30 February, −3 people. In words for the person. */
  readonly problems: readonly string[];
}

export interface ReadingMood {
  /** The sentence only changes a figure of what was said before: 「是30个」 may count people. */
  readonly changing?: boolean;
}

const notSure = /^(我?也?(不|没)(太|大)?(清楚|知道|晓得|了解|确定|记得)|不详|说不清|忘了|不好说|不一定|没数)/;
const yes =
  /^(是的?|对的?|有的?|嗯+|好的?|能|可以|符合|满足|行|没错|都是|都有|要|会|yes|ok|参加了|办了)[,。!呀啊哦的]*$/i;
const no = /^(不是|不对|没有?|否|不(能|行|要|会|可以|符合|满足)?|无|还没有?|都没有?|no|没办|没参加)[,。!呀啊哦的]*$/i;
const negativeNumber = /(?:负|-|−)(\d+)/;

/** Reads every fact of the list that the sentence answers; `asked` is the one just asked and takes a bare reply. */
export function readFacts(
  facts: readonly AnyFact[],
  heard: Heard,
  asked?: AnyFact,
  { changing = false }: ReadingMood = {},
): FactReading {
  const answers: Record<string, unknown> = {};
  const problems: string[] = heard.impossible.map(({ text }) => `日历上没有「${text}」这一天`);
  if (asked && notSure.test(heard.text)) return { answers: { [asked.id]: unsure }, problems };
  const numbers = assignNumbers(facts, heard, asked, changing);
  const days = assignDays(facts, heard, asked);
  for (const fact of facts) {
    const value =
      numbers.get(fact.id) ?? days.get(fact.id) ?? readChoice(fact, heard, asked) ?? readText(fact, heard, asked);
    if (value === undefined) continue;
    const parsed = fact.schema.safeParse(value);
    if (parsed.success) answers[fact.id] = parsed.data;
    else problems.push(`「${fact.label}」不能是${String(value)}：${parsed.error.issues[0]?.message ?? "超出范围"}`);
  }
  if (asked && negativeNumber.test(heard.text) && ["count", "yuan", "age"].includes(asked.kind)) {
    delete answers[asked.id];
    problems.push(`「${asked.label}」不能是负数`);
  }
  return { answers, problems };
}

function readChoice(fact: AnyFact, heard: Heard, asked: AnyFact | undefined): unknown {
  if (fact.kind !== "choice" && fact.kind !== "yesNo" && fact.kind !== "list") return undefined;
  const choices = fact.choices ?? [];
  const slot = (heard.slots as Readonly<Record<string, string>>)[fact.id];
  if (slot !== undefined && fact.kind === "choice" && choices.some(({ value }) => value === slot)) return slot;
  if (fact.kind === "choice" && fact.id in heard.several) return undefined;
  const matching = choices.filter(({ heard: words }) => words?.test(heard.text));
  if (fact.kind === "list") return matching.length > 0 ? matching.map(({ value }) => value) : undefined;
  if (matching[0]) return matching[0].value;
  return asked?.id === fact.id ? bareReply(fact, heard.text) : undefined;
}

/** 「是」「没有」「2」 or the words of a choice, to the question just asked. */
function bareReply(fact: AnyFact, text: string): unknown {
  if (fact.kind === "yesNo") {
    if (no.test(text)) return false;
    if (yes.test(text)) return true;
  }
  return pickedByNumberOrLabel(fact.choices ?? [], text);
}

function pickedByNumberOrLabel(choices: readonly { value: unknown; label: string }[], text: string): unknown {
  const position = /^(?:选|第)?(\d|[一二三四五六七八九])(?:个|项|种|号)?[.。、]?$/.exec(text);
  if (position?.[1] !== undefined) return choices[(readNumber(position[1]) ?? 0) - 1]?.value;
  const named = choices.filter(({ label }) => label === text || (text.length >= 2 && label.includes(text)));
  return named.length === 1 ? named[0]?.value : undefined;
}

const readText = (fact: AnyFact, heard: Heard, asked: AnyFact | undefined): unknown =>
  fact.kind === "text" && asked?.id === fact.id && heard.text !== "" ? heard.text : undefined;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretch of the sentence around a number up to the next punctuation. */
function around(text: string, { start, end }: Span): { before: string; after: string } {
  const before =
    text
      .slice(0, start)
      .split(/[,。;?!、:]/)
      .pop() ?? "";
  const after = text.slice(end).split(/[,。;?!、:]/)[0] ?? "";
  return { before, after };
}

/** How well a number fits a fact: 0 not at all. The fact just asked wins where others fit equally. */
function fitness(
  fact: AnyFact,
  quantity: Quantity,
  heard: Heard,
  asked: AnyFact | undefined,
  changing: boolean,
): number {
  const bonus = asked?.id === fact.id ? 3 : 0;
  if (!unitFits(fact, quantity, bonus > 0, changing)) return 0;
  if (quantity.sex !== undefined) return fact.id === quantity.sex ? 10 : Math.min(bonus, 1);
  if (fact.id === "male" || fact.id === "female") return bonus;
  if (fact.cue) return (cued(fact.cue, heard, quantity) ? 6 : 0) + bonus;
  if (fact.kind === "yuan") return moneyFits(fact, quantity) + bonus;
  return (quantity.unit === undefined ? 1 : 4) + bonus;
}

/** Words before another number belong to that one: 「餐费300总共800」. */
function cued(cue: RegExp, { text, quantities }: Heard, quantity: Quantity): boolean {
  const { before, after } = around(text, quantity);
  const last = Math.max(0, ...quantities.map(({ end }) => end).filter((end) => end <= quantity.start));
  const reach = Math.min(10, before.length, quantity.start - last);
  return cue.test(before.slice(before.length - reach)) || cue.test(after.slice(0, 6));
}

/** An amount of this size, said without 每人 or 一共, is taken as a total. */
const plainlyTotal = 3000;

function moneyFits({ id }: AnyFact, { per, value }: Quantity): number {
  const wantsPerson = /PerPerson|Each$/.test(id);
  const wantsTotal = /^total/.test(id);
  if (per !== undefined) return (per === "person") === wantsPerson ? 5 : 0;
  if (!wantsPerson && !wantsTotal) return 2;
  return value >= plainlyTotal === wantsTotal ? 2 : 1;
}

function unitFits(fact: AnyFact, quantity: Quantity, asked: boolean, changing: boolean): boolean {
  const { unit } = quantity;
  if (fact.kind === "yuan") return unit === "元" || unit === undefined;
  if (fact.kind === "age") return unit === "岁" || (asked && unit === undefined);
  return fact.kind === "count" && countFits(fact, quantity, asked, changing);
}

/** Units that people use for another: 「是30个」 counts people only where people were just spoken of. */
const alsoCounts: Readonly<Record<string, string>> = { 家: "个", 个: "家", 次: "个" };

function countFits(
  { id, unit: own }: AnyFact,
  { unit, value, sex }: Quantity,
  asked: boolean,
  changing: boolean,
): boolean {
  if (unit === undefined) return asked || sex !== undefined;
  if (!Number.isInteger(value)) return false;
  if (id === "nights") return unit === "晚";
  if (own === undefined || own === unit) return true;
  if (own === "人") return unit === "个" && (asked || changing);
  return alsoCounts[own] === unit;
}

/** Each number goes to the fact that it fits best; a fact takes the best number. */
function assignNumbers(
  facts: readonly AnyFact[],
  heard: Heard,
  asked: AnyFact | undefined,
  changing: boolean,
): Map<string, number> {
  const pairs = heard.quantities.flatMap((quantity, index) =>
    facts.map((fact) => ({
      fact,
      index,
      value: quantity.value,
      score: fitness(fact, quantity, heard, asked, changing),
    })),
  );
  pairs.sort((a, b) => b.score - a.score || b.index - a.index);
  const assigned = new Map<string, number>();
  const usedNumbers = new Set<number>();
  for (const { fact, index, value, score } of pairs) {
    if (score === 0 || assigned.has(fact.id) || usedNumbers.has(index)) continue;
    assigned.set(fact.id, value);
    usedNumbers.add(index);
  }
  addMonthsAndYears(facts, heard, assigned);
  addSum(facts, heard, assigned);
  return assigned;
}

/** 「一年」 for a fact counted in months. */
function addMonthsAndYears(facts: readonly AnyFact[], heard: Heard, assigned: Map<string, number>): void {
  const months = facts.find(({ kind, unit }) => kind === "count" && unit === "月");
  if (!months || assigned.has(months.id)) return;
  const years = heard.quantities.find(({ unit }) => unit === "年");
  if (years) assigned.set(months.id, years.value * 12);
  else if (/半年/.test(heard.text)) assigned.set(months.id, 6);
  else if (/一(整)?年|全年/.test(heard.text)) assigned.set(months.id, 12);
}

/** Men and women said apart make up the head count. */
function addSum(facts: readonly AnyFact[], heard: Heard, assigned: Map<string, number>): void {
  const apart = heard.quantities.filter(({ sex }) => sex !== undefined);
  if (assigned.has("people") || apart.length === 0 || !facts.some(({ id }) => id === "people")) return;
  assigned.set(
    "people",
    apart.reduce((sum, { value }) => sum + value, 0),
  );
}

function assignDays(facts: readonly AnyFact[], heard: Heard, asked: AnyFact | undefined): Map<string, string> {
  const wanted = facts.filter(({ kind }) => kind === "date");
  const assigned = new Map<string, string>();
  const usable = heard.dates.filter(
    ({ precision }) => precision === "day" || precision === "month" || precision === "half",
  );
  const free = new Set<DateReading>(usable);
  for (const reading of usable) {
    const { before, after } = around(heard.text, reading);
    const hit = wanted.find(
      ({ id, cue }) =>
        !assigned.has(id) && cue !== undefined && (cue.test(after.slice(0, 10)) || cue.test(before.slice(-10))),
    );
    if (!hit) continue;
    assigned.set(hit.id, reading.from);
    free.delete(reading);
  }
  const rest = [...free].sort((a, b) => a.start - b.start);
  if (asked?.kind === "date" && !assigned.has(asked.id) && rest[0]) {
    assigned.set(asked.id, rest[0].from);
    rest.shift();
  }
  const open = wanted.filter(({ id }) => !assigned.has(id));
  if (open.some(({ id }) => id === "startDate") && open.some(({ id }) => id === "endDate") && rest.length >= 2) {
    assigned.set("startDate", rest[0]?.from ?? "");
    assigned.set("endDate", rest[1]?.until ?? "");
  } else if (open.length >= 1 && rest.length === 1 && rest[0]) {
    const first = open[0];
    if (first && (open.length === 1 || first.cue === undefined)) assigned.set(first.id, rest[0].from);
  }
  return assigned;
}
