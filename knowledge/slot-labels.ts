/** What a slot value is called in a sentence: by it a short follow-up is completed before it is searched. */
import type { SlotName, Slots, slotValues } from "./slots.ts";

type Labels = { readonly [S in SlotName]?: { readonly [V in (typeof slotValues)[S][number]]: string } };

const labels: Labels = {
  trip: { twoDay: "看上海两天一晚", oneDay: "看上海一日游" },
  recuperation: {
    yangtzeDelta: "长三角区域疗休养",
    counterpart: "对口合作区域疗休养",
    municipalSanatorium: "市总直管院所疗休养",
  },
  tier: { C: "C类", D: "D类", E: "E类" },
  benefit: {
    hospitalization: "住院",
    majorIllness: "重大疾病",
    majorIllnessMedical: "重大疾病医疗补助金",
    accidentDeath: "意外身故",
    accidentDisability: "意外伤残",
    accidentCondolence: "意外慰问金",
    illnessDeath: "疾病身故",
  },
  enrolment: { groupCentral: "集中参保", groupInstant: "即时参保", individual: "个人参保" },
  plan: { A: "体检A计划", B: "体检B计划", C: "体检C计划" },
  checkup: { company: "企业体检", sendHealth: "送健康体检", newForm: "新就业体检" },
  company: { difficult: "困难企业", sanitation: "环卫企业" },
  centre: { qingpuBranch: "青浦分院", dianshanhu: "淀山湖门诊部", huayi: "华医", ruici: "瑞慈", meixin: "美馨" },
  point: { new: "新建健康服务点", upgrade: "升级健康服务点" },
  couplets: { online: "线上抢春联", offline: "线下送春联" },
};

/** Names by the beginning of a topic id, the longest that fits: an annex may hold several schemes. */
const names: Readonly<Record<string, string>> = {
  "2-1": "看上海疗休养",
  "2-1.kan": "看上海",
  "2-1.pin": "品上海",
  "2-1.recup": "疗休养",
  "2-3.company": "企业体检",
  "2-3.send-health": "送健康体检",
  "2-3.new-form": "新就业体检",
  "2-3.item": "体检项目",
  "2-2": "新就业专享计划",
  "2-3": "体检",
  "2-4": "微心愿",
  "2-5": "大病慰问",
  "2-6": "健康服务点",
  "2-7": "和谐劳动关系",
  "2-8": "劳模工匠服务",
  "2-9": "年夜饭",
  "2-10": "送春联",
};

/** What a subject is called in short: 「疗休养」 for a topic of it, 「体检」 for the annex. */
export function subjectName(project: string, topic = project): string {
  const fitting = Object.keys(names).filter((start) => topic.startsWith(start));
  const [longest] = fitting.sort((one, other) => other.length - one.length);
  return names[longest ?? project] ?? "";
}

/** Schemes of one annex that answer the same questions: 「那看上海呢」 after 疗休养. */
const siblings = Object.entries(names).filter(([start]) => start.startsWith("2-1."));
const bareName = /^(?:那么?)?(.+?)的?(?:的?呢)?$/;

/** The beginning of the topics of the scheme that is all the sentence names. */
export function siblingScheme(text: string): string | undefined {
  const name = bareName.exec(text)?.[1];
  return siblings.find(([, known]) => known === name)?.[0];
}

/** 「E类意外慰问金」 */
export const slotLabel = (slots: Slots): string =>
  Object.entries(slots)
    .map(([slot, value]) => (labels as Readonly<Record<string, Readonly<Record<string, string>>>>)[slot]?.[value] ?? "")
    .join("");
