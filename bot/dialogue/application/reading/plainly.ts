/** A message as it is meant: without list numbers, with corrections resolved and counts in one order. */
import { numerals } from "./values/number.ts";

/** 「1.单位名称：… 2.单位地址：…」 without its numbers, and 「不是甲，是乙」 as what is meant. */
const withoutDetours = (text: string): string =>
  text
    .replace(/【([^】]{1,12})】[：:]?/g, "\n$1：")
    .replace(/(^|[\s,，;；])\d{1,2}[.、)）](?=\s*\p{Script=Han})/gu, "$1\n")
    .replace(/不是[\d零一二两三四五六七八九十百]+[个名人位]*[，,]?\s*(?:而是|应该是|是)/gu, "是")
    .replace(/不是[^，,。\n]{1,20}[，,]\s*(?:而是|应该是|是)/gu, "是")
    .replace(/(?:错了|不对|[写填说]错了)[，,。]?\s*(?:应该是|应为|是|改成)/gu, "是")
    .replace(/(?:换一下|改一下)[，,]?\s*(?:换成|改成|是)/gu, "改成")
    .trim();

/** 「21男14女」 as 「男21女14」. */
const sexesInOrder = (text: string): string => {
  const figure = `(?:\\d+|[${numerals.replace("\\d", "")}]+)`;
  const reversed = new RegExp(
    `(?<![男女的是有])(${figure})(?:个|名|人|位)?(男|女)(?:的)?[，,、和]?(${figure})(?:个|名|人|位)?(男|女)(?![\\d${numerals.replace("\\d", "")}的是有])`,
    "u",
  );
  return text.replace(reversed, "$2$1，$4$3");
};

export const plainly = (text: string): string => sexesInOrder(withoutDetours(text));
