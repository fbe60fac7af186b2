/** What people tell us about a 微心愿: its worth, how many, and who wishes. */
import { z } from "zod";
import { smallCount, wholeYuan } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";

export const wishValue = fact<"wishValue", number>({
  id: "wishValue",
  kind: "yuan",
  label: "每个心愿的价值",
  question: "每个心愿值多少元？",
  unit: "元",
  cue: /心愿|每个|一个|价值|值|块|元/,
  samples: [499, 500, 501],
  schema: wholeYuan,
});

export const wishCount = fact<"wishCount", number>({
  id: "wishCount",
  kind: "count",
  label: "心愿个数",
  question: "一共几个心愿？",
  unit: "个",
  cue: /心愿|个/,
  samples: [1, 100, 101],
  schema: smallCount(0, 10_000),
});

export const wisher = fact<"wisher", "registered" | "migrant" | "newForm" | "other">({
  id: "wisher",
  kind: "choice",
  label: "许愿的人",
  question: "您属于哪一类？",
  choices: [
    { value: "registered", label: "工会建档困难职工", heard: /建档/ },
    { value: "migrant", label: "外来建设者(农民工)", heard: /农民工|外来(务工|建设|打工|人员|妹)|打工/ },
    { value: "newForm", label: "新就业形态劳动者", heard: /新就业|骑手|外卖|快递|网约车|货车/ },
    { value: "other", label: "都不是" },
  ],
  samples: ["registered", "migrant", "newForm", "other"],
  schema: z.enum(["registered", "migrant", "newForm", "other"]),
});

export const inHardship = yesNo({
  id: "inHardship",
  label: "困难职工",
  question: "是困难职工吗(比如工会建过困难档案)？",
  why: "微心愿的对象是困难职工。",
  no: /(不是|不算|没有|并不|不)困难|条件(还)?(好|可以|不错)|不缺钱/,
  yes: /困难|建档|低保|特困/,
});
