/** What people tell us about the unit that asks for model workers. */
import { z } from "zod";
import { fact } from "../engine/fact.ts";

export const unitType = fact<"unitType", "private" | "school" | "state" | "other">({
  id: "unitType",
  kind: "choice",
  label: "单位类型",
  question: "是非公企业、学校，还是国有或其他单位？",
  choices: [
    { value: "school", label: "学校", heard: /学校|小学|中学|校园|高中|初中|幼儿园|大学|技校|职校/ },
    { value: "state", label: "国有单位", heard: /国有|国企|央企|事业单位|机关/ },
    { value: "private", label: "非公企业(民营、外资等)", heard: /非公|民营|民企|私企|私营|外资|外企|合资|台资|港资/ },
    { value: "other", label: "其他", heard: /居委|村委|社区|社会组织|协会/ },
  ],
  samples: ["private", "school", "state", "other"],
  schema: z.enum(["private", "school", "state", "other"]),
});
