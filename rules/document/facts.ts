/** What people tell us when they look for a contact, a form, a deadline, or for what there is for them. */
import { z } from "zod";
import { day } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";
import type { ProjectId } from "./provisions.ts";
import { type CombinationId, combinations, type Matter, matters, type Purpose, purposes } from "./subjects.ts";

const projectIds = ["2-1", "2-2", "2-3", "2-4", "2-5", "2-6", "2-7", "2-8", "2-9", "2-10"] as const;

export const project = fact<"project", ProjectId>({
  id: "project",
  kind: "choice",
  label: "实事项目",
  question: "是哪一个项目？",
  choices: [
    { value: "2-1", label: "看上海、品上海、疗休养", heard: /看上海|品上海|爱上海|疗(休|修)?养|旅游|一日游|两天一晚/ },
    { value: "2-2", label: "新就业专享计划(互助保障)", heard: /互助|新就业专享|专享计划|参保|[cde]类/i },
    { value: "2-3", label: "体检", heard: /体检|送健康/ },
    { value: "2-4", label: "微心愿", heard: /心愿/ },
    { value: "2-5", label: "大病慰问", heard: /大病|癌|恶毛病/ },
    { value: "2-6", label: "健康服务点", heard: /健康(服务)?(站|点)|服务点/ },
    { value: "2-7", label: "和谐劳动关系", heard: /和谐|劳动关系|劳资/ },
    { value: "2-8", label: "劳模工匠服务", heard: /劳模|工匠|四技/ },
    { value: "2-9", label: "年夜饭", heard: /年夜饭/ },
    { value: "2-10", label: "送春联", heard: /春联|对联|福字/ },
  ],
  samples: projectIds,
  schema: z.enum(projectIds),
});

/** The mobile number of a contact is given only to those who ask for it. */
export const mobileWanted = yesNo({
  id: "mobileWanted",
  label: "要手机号",
  question: "要手机号码吗？",
  yes: /手机(号|号码)/,
});

export const purpose = fact<"purpose", Purpose>({
  id: "purpose",
  kind: "choice",
  label: "要办的事",
  question: "要办哪一件事？",
  choices: purposes.map(([value, label, heard]) => ({ value, label, heard })),
  samples: purposes.map(([value]) => value),
  schema: z.enum(purposes.map(([value]) => value)),
});

export const surveyKind = fact<"surveyKind", "travel" | "checkup">({
  id: "surveyKind",
  kind: "choice",
  label: "测评的活动",
  question: "是旅游(疗休养)的测评表，还是体检的？",
  choices: [
    { value: "checkup", label: "体检", heard: /体检/ },
    { value: "travel", label: "看上海、疗休养", heard: /看上海|疗(休|修)?养|旅游|一日游|两天一晚/ },
  ],
  samples: ["travel", "checkup"],
  schema: z.enum(["travel", "checkup"]),
});

export const activityEnd = fact<"activityEnd", string>({
  id: "activityEnd",
  kind: "date",
  label: "活动结束日期",
  question: "活动哪天结束？",
  cue: /结束|回来|办完|搞完/,
  samples: ["2023-06-10", "2023-12-28"],
  schema: day,
});

export const matter = fact<"matter", Matter>({
  id: "matter",
  kind: "choice",
  label: "事项",
  question: "问的是哪一件事的时间？",
  choices: matters.map(([value, label, heard]) => ({ value, label, heard })),
  samples: ["kanShanghai", "groupCentral", "illnessSecondHalf", "companyCheckup", "specialFund"],
  schema: z.enum(matters.map(([value]) => value)),
});

export const combination = fact<"combination", CombinationId>({
  id: "combination",
  kind: "choice",
  label: "想一起拿的",
  question: "想问哪几样能不能一起拿？",
  choices: combinations.map(([value, label, heard]) => ({ value, label, heard })),
  samples: combinations.map(([value]) => value),
  schema: z.enum(combinations.map(([value]) => value)),
});

export const asker = fact<"asker", "worker" | "enterprise" | "school" | "grassrootsUnion" | "townUnion">({
  id: "asker",
  kind: "choice",
  label: "身份",
  question: "您是职工本人、企业、学校，还是工会干部？",
  choices: [
    { value: "townUnion", label: "街镇、园区工会", heard: /街镇(总)?工会|街道工会|园区工会/ },
    { value: "grassrootsUnion", label: "基层工会干部", heard: /基层工会|工会主席|工会干部|工会(的)?委员/ },
    { value: "school", label: "学校", heard: /我们?(学校|小学|中学)/ },
    { value: "enterprise", label: "企业(人事、行政)", heard: /我们?(公司|企业|厂)|人事|行政|hr|老板/i },
    { value: "worker", label: "职工本人", heard: /我(是|能|可以)|职工|本人|打工/ },
  ],
  samples: ["worker", "enterprise", "school", "grassrootsUnion", "townUnion"],
  schema: z.enum(["worker", "enterprise", "school", "grassrootsUnion", "townUnion"]),
});

export const job = fact<"job", "employee" | "newForm" | "sanitation" | "other">({
  id: "job",
  kind: "choice",
  label: "工作",
  question: "做什么工作：单位职工、新就业形态(快递、外卖、网约车、货车等)，还是环卫？",
  choices: [
    { value: "newForm", label: "新就业形态劳动者", heard: /新就业|骑手|外卖|快递|网约车|货车|灵活就业/ },
    { value: "sanitation", label: "环卫职工", heard: /环卫|扫马路/ },
    { value: "employee", label: "单位职工", heard: /单位|公司|厂|上班/ },
    { value: "other", label: "其他" },
  ],
  samples: ["employee", "newForm", "sanitation", "other"],
  schema: z.enum(["employee", "newForm", "sanitation", "other"]),
});

export const isMember = yesNo({
  id: "isMember",
  label: "工会会员",
  question: "是青浦地区的工会会员吗？",
  no: /(不是|没有?入|没加入|还没入)(工会|会)/,
  yes: /工会会员|(已|加)入(了)?(工)?会/,
});

export const hardship = yesNo({
  id: "hardship",
  label: "生活困难",
  question: "生活困难吗(比如工会建了困难档案)？",
  no: /不困难/,
  yes: /困难|建档/,
});
export const seriouslyIll = yesNo({
  id: "seriouslyIll",
  label: "2023年确诊大病",
  question: "2023年首次确诊大病了吗？",
  no: /没(得|生)(大)?病|身体好/,
  yes: /大病|癌|尿毒症|移植/,
});
export const worksAtFestival = yesNo({
  id: "worksAtFestival",
  label: "春节坚守岗位或留青过年",
  question: "春节坚守岗位，或者留在青浦过年吗？",
  no: /回(老)?家过年/,
  yes: /值班|坚守|留青|不回家|过年上班/,
});
