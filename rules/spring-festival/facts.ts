/** What people tell us about their Spring Festival: who they are, and how they want their couplets. */
import { z } from "zod";
import { fact } from "../engine/fact.ts";

export const festivalRole = fact<"festivalRole", "staying" | "antiepidemic" | "onDuty" | "newForm" | "other">({
  id: "festivalRole",
  kind: "choice",
  label: "春节里的身份",
  question: "您属于哪一类：留青过年的非公企业职工、抗疫一线、春节坚守岗位的职工，还是新就业形态劳动者？",
  choices: [
    { value: "newForm", label: "新就业形态劳动者", heard: /骑手|外卖|网约车|货车|新就业/ },
    {
      value: "onDuty",
      label: "春节坚守岗位(快递、物业、家政、商贸、环卫、交警、医护、公共事业)",
      heard: /快递|物业|家政|商贸|超市|环卫|交警|医护|护士|医生|公交|水电|值班|坚守|加班|过年(还|也)?(在)?(上班|送)/,
    },
    { value: "antiepidemic", label: "抗疫一线职工", heard: /抗疫|防疫/ },
    { value: "staying", label: "留青过年的非公企业职工", heard: /留(在)?青(浦)?|不回(老)?家|留(下来)?过年/ },
    { value: "other", label: "都不是" },
  ],
  samples: ["staying", "antiepidemic", "onDuty", "newForm", "other"],
  schema: z.enum(["staying", "antiepidemic", "onDuty", "newForm", "other"]),
});

export const couplets = fact<"couplets", "online" | "offline">({
  id: "couplets",
  kind: "choice",
  label: "线上或线下",
  question: "想线上抢，还是线下领？",
  choices: [
    { value: "offline", label: "线下", heard: /线下|单位发|现场|不会(用|弄)?(智能)?手机|没抢(到|着)/ },
    { value: "online", label: "线上", heard: /线上|网上|公众号|抢/ },
  ],
  samples: ["online", "offline"],
  schema: z.enum(["online", "offline"]),
});
