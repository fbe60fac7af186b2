/** A number of people or of yuan out of a few words; a guess is not written on an official sheet. */
import { dates } from "../../../understanding/dates.ts";
import { normalise } from "../../../understanding/normalise.ts";
import { readNumber } from "../../../understanding/numerals.ts";
import { quantities } from "../../../understanding/quantities.ts";

const aboutRight =
  /大概|大约|约|不到|超过|以上|以内|将近|差不多|左右|上下|[十百\d][来多几](?:个|人|名|位|$)|几个|几十|[四五六七八九]五十|\d\s*(?:到|至|-|~|—|\+|或)\s*\d|[十百]到|之间|再加|[多少](?:报|填|算)?了?\d|减/;
const nothing = /^(没有|没|无|零|0)(人|个|名|位|的)?[。.!]?$/;
/** What a number is written with, for a character class. */
export const numerals = "\\d零一二两三四五六七八九十百";
const units = { count: ["人", "个", "家", "天", "次"], yuan: ["元"] } as const;

export function numberOf(said: string, input: "count" | "yuan"): unknown {
  const text = normalise(said);
  if (/(?:负|-)\s*\d/.test(text) && !/\d\s*-/.test(text)) return { problem: "不能是负数" };
  if (nothing.test(text)) return 0;
  const days = dates(text, { today: "2023-01-01", year: 2023 });
  const spans = [...days.dates, ...days.impossible];
  if (spans.length === 0 && aboutRight.test(text)) return { problem: "要写准确的数" };
  const bare = readNumber(text.replace(/^(?:一共|总共|共|是|有)|[人名个位元块家天次。.!]+$/g, ""));
  if (bare !== undefined) return bare;
  const wanted: readonly (string | undefined)[] = spans.length > 0 && input === "count" ? ["人", "个"] : units[input];
  const found = quantities(text, spans);
  const bySex = found.filter(({ sex }) => sex !== undefined);
  if (input === "count" && bySex.length > 1) return bySex.reduce((sum, { value }) => sum + value, 0);
  // Beside a day only a number with its unit is one of people: 「7月15到16」 is none.
  return (
    found.find(({ unit }) => wanted.includes(unit)) ??
    (spans.length === 0 ? found.find(({ unit }) => unit === undefined) : undefined)
  )?.value;
}
