/** What people tell us about a 健康服务点: new or upgraded, how many, and how it works. */
import { z } from "zod";
import { smallCount } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";
import type { PointKind } from "./provisions.ts";

export const point = fact<"point", PointKind>({
  id: "point",
  kind: "choice",
  label: "新建或升级",
  question: "是新建，还是升级现有的健康服务点？",
  choices: [
    { value: "upgrade", label: "升级", heard: /升级|优化|改造|提升/ },
    { value: "new", label: "新建", heard: /新(建|开|设|增|办|弄|创)|(想|要|打算).{0,2}(建|开|设|搞|弄|办)/ },
  ],
  samples: ["new", "upgrade"],
  schema: z.enum(["new", "upgrade"]),
});

const points = smallCount(0, 100);

export const newPoints = fact<"newPoints", number>({
  id: "newPoints",
  kind: "count",
  label: "新建家数",
  question: "新建几家？",
  unit: "家",
  cue: /新(建|开|设|增|办|创)/,
  samples: [0, 1, 2],
  schema: points,
});

export const upgradedPoints = fact<"upgradedPoints", number>({
  id: "upgradedPoints",
  kind: "count",
  label: "升级家数",
  question: "升级几家？",
  unit: "家",
  cue: /升级|优化|改造/,
  samples: [0, 3, 4],
  schema: points,
});

export const months = fact<"months", number>({
  id: "months",
  kind: "count",
  label: "月数",
  question: "按几个月算？",
  unit: "月",
  cue: /月/,
  samples: [1, 7, 12],
  schema: smallCount(1, 120),
});

export const halfDaysPerWeek = fact<"halfDaysPerWeek", number>({
  id: "halfDaysPerWeek",
  kind: "count",
  label: "每周服务的半天数",
  question: "每周安排几个半天的服务？",
  unit: "个",
  cue: /每周|一周|一个?星期|半天/,
  samples: [0, 1, 2],
  schema: smallCount(0, 14),
});

export const visitsPerMonth = fact<"visitsPerMonth", number>({
  id: "visitsPerMonth",
  kind: "count",
  label: "每月访视次数",
  question: "每月到企业访视几次(半天算一次)？",
  unit: "次",
  cue: /访视|上门/,
  samples: [0, 1],
  schema: smallCount(0, 31),
});

export const lecturesPerTwoMonths = fact<"lecturesPerTwoMonths", number>({
  id: "lecturesPerTwoMonths",
  kind: "count",
  label: "每两个月讲座次数",
  question: "每两个月办几次健康讲座？",
  unit: "次",
  cue: /讲座/,
  samples: [0, 1],
  schema: smallCount(0, 60),
});

export const noticeDays = fact<"noticeDays", number>({
  id: "noticeDays",
  kind: "count",
  label: "提前公示天数",
  question: "访视、讲座提前几天公示？",
  unit: "天",
  cue: /提前|公示|预告/,
  samples: [6, 7, 14, 15],
  schema: smallCount(0, 365),
});

export const signboardComplete = yesNo({
  id: "signboardComplete",
  label: "挂牌公示齐全",
  question: "有没有在醒目位置挂牌，公示服务时间、服务内容、医务人员、管理人员？",
  labels: ["都有", "没有或不全"],
  no: /(没|没有|未)(挂牌|公示)/,
  yes: /挂(了)?牌|公示(了|齐)/,
});

export const privateRoom = yesNo({
  id: "privateRoom",
  label: "独立区域",
  question: "有没有相对私密、固定的独立区域？",
  labels: ["有", "没有"],
  no: /(没|没有)(单独|独立|私密|固定)?(的)?(房间|区域|地方)/,
  yes: /(有|单独|独立|私密)(的)?(房间|区域)/,
});

export const applicant = fact<"applicant", "townUnion" | "parkUnion" | "enterprise" | "individual">({
  id: "applicant",
  kind: "choice",
  label: "申报人",
  question: "您是街镇总工会、园区工会，还是企业(楼宇)或个人？",
  choices: [
    { value: "townUnion", label: "街镇总工会", heard: /(街镇|街道|镇)(总)?工会/ },
    { value: "parkUnion", label: "园区工会", heard: /园区(总|联合)?工会/ },
    { value: "enterprise", label: "企业、楼宇、园区", heard: /企业|公司|楼宇|厂|商圈|园区|大楼|写字楼/ },
    { value: "individual", label: "个人", heard: /我个人|职工个人/ },
  ],
  samples: ["townUnion", "parkUnion", "enterprise", "individual"],
  schema: z.enum(["townUnion", "parkUnion", "enterprise", "individual"]),
});

export const existingPoint = yesNo({
  id: "existingPoint",
  label: "现有健康服务点",
  question: "是现有9家健康服务点中的一家吗？",
  no: /(不是|没有|还不是)(现有|已有|原来)?(的)?(健康)?服务点/,
  yes: /现有|已有|原来就有|已经是/,
});
