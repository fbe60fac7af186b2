/** What is left of a sentence once slots, figures, days and filler are taken away: nothing much means a follow-up. */
import { slotWords } from "../../knowledge/slot-words.ts";
import type { Heard } from "./understanding/heard.ts";

const filler =
  /那么?|呢|啊|呀|哦|噢|伐|吗|嘛|吧|的话?|了|是|要是|如果|假如|换成?|改成?|改|换|变成?|老板|说|还|再|就|也|又|其实|只有|只|有|应该|讲错|说错|搞错|弄错|错|不对|不是|对了|等等|我们?|阿拉|你们?|给|一下|帮|看看|算|去|做|选|套餐|计划|类|人均|每人|个|人|位|名|块|元|岁|天|次|号|提高|降低|增加|减少|降|到|等下|等等|刚才|一共|总共|大概|左右|这|这个|那个|的那种|种|情况|哪|[,。?!、:;…~\s]/g;

export function residue(heard: Heard): string {
  const spans = [...heard.quantities, ...heard.dates, ...heard.impossible];
  let text = heard.text;
  for (const { start, end } of spans.sort((a, b) => b.start - a.start)) text = text.slice(0, start) + text.slice(end);
  for (const [slot, value] of Object.entries(heard.slots)) {
    if (slot === "half" || slot === "project") continue;
    const words = (slotWords as unknown as Record<string, Record<string, RegExp>>)[slot]?.[value];
    if (words) text = text.replace(words, "");
  }
  return text.replace(filler, "");
}

const correcting =
  /^(哦|噢|啊|哎)?,?(不对|不是|错了|讲错|说错|搞错|弄错|更正|改|应该是|其实|老板|等等|要是|如果|假如|换)/;
export const isCorrection = (heard: Heard): boolean =>
  correcting.test(heard.text) || /其实|讲错|说错|搞错|改成|换成|应该是|提高到|降到|增加到|减到/.test(heard.text);

/** The sentence leans on what was said before: it changes something of it or points back. */
export const isElliptical = (heard: Heard): boolean => residue(heard).length <= 1;

const questioning =
  /[?？]|吗|伐|呢|多少|怎么|哪|什么|啥|几|还是|认不认|谁|为啥|为什么|能不能|可不可以|是不是|有没有|行不行|咋|如何/;
export const looksLikeQuestion = (heard: Pick<Heard, "text">): boolean => questioning.test(heard.text);
