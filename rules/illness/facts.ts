/** What people tell us about a serious illness: when, where and what was diagnosed, and how they are insured. */
import { z } from "zod";
import { day } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";
import type { Half } from "./provisions.ts";

export const firstDiagnosedOn = fact<"firstDiagnosedOn", string>({
  id: "firstDiagnosedOn",
  kind: "date",
  label: "首次确诊日期",
  question: "什么时候首次确诊的？(哪年哪月哪天)",
  why: "必须在2023年内首次确诊，上半年、下半年的递交截止日也不同。",
  cue: /确诊|查出|诊断|得病|生病|发现/,
  samples: ["2022-12-31", "2023-01-01", "2023-06-30", "2023-07-01", "2023-12-31", "2024-01-01"],
  schema: day,
});

export const half = fact<"half", Half>({
  id: "half",
  kind: "choice",
  label: "上半年或下半年确诊",
  question: "是上半年还是下半年确诊的？",
  choices: [
    { value: "first", label: "上半年", heard: /上半年/ },
    { value: "second", label: "下半年", heard: /下半年/ },
  ],
  samples: ["first", "second"],
  schema: z.enum(["first", "second"]),
});

export const hasCard = yesNo({
  id: "hasCard",
  label: "持青浦工会会员服务卡",
  question: "有青浦工会会员服务卡吗？",
  labels: ["有", "没有"],
  no: /(没|没有|未|不曾)(有)?(办|领|拿)?(过|到|理)?(青浦)?(区)?(工会)?(的)?(会员)?(服务)?卡|卡(也)?(没|未)(办|领)/,
  yes: /(有|持|办了|办过|领了)(青浦)?(工会)?(会员)?(服务)?卡/,
});

export const hasGuarantee = yesNo({
  id: "hasGuarantee",
  label: "享有工会会员专享基本保障",
  question: "确诊时，工会会员专享基本保障在有效期内吗？",
  hint: "新就业专享计划算不算，文件没有写。",
  labels: ["在有效期内", "没有或已过期"],
  no: /(没|没有|未|不)(享有|参加|享受|买)?(过)?(工会会员)?(专享)?基本保障|保障.{0,4}(过期|到期|失效)/,
  yes: /(有|享有|享受)(工会会员)?(专享)?(基本)?保障/,
});

type Disease =
  | "malignantTumour"
  | "kidneyFailure"
  | "benignBrainTumour"
  | "transplant"
  | "inSituCancer"
  | "bloodCancer"
  | "other";

export const disease = fact<"disease", Disease>({
  id: "disease",
  kind: "choice",
  label: "病种",
  question: "确诊的是哪一种病？",
  choices: [
    { value: "inSituCancer", label: "原位癌", heard: /原位癌/ },
    { value: "benignBrainTumour", label: "良性脑肿瘤", heard: /脑(部)?(良性)?(肿瘤|瘤)|脑膜瘤|良性脑|垂体瘤/ },
    { value: "bloodCancer", label: "白血病、淋巴瘤", heard: /白血病|淋巴瘤|骨髓瘤/ },
    {
      value: "kidneyFailure",
      label: "终末期肾病(尿毒症期)",
      heard: /终末期肾病|尿毒(症|证)|肾(功能)?衰|透析/,
    },
    { value: "transplant", label: "重大器官移植或造血干细胞移植", heard: /移植|换(肾|肝|心)/ },
    {
      value: "other",
      label: "其他病",
      heard: /心梗|心肌梗|脑梗|脑卒中|中风|脑溢血|脑出血|糖尿病|高血压|骨折|良性(?!脑)|子宫肌瘤|结石|肺炎|支架|心脏病/,
    },
    { value: "malignantTumour", label: "恶性肿瘤", heard: /恶性|癌|恶毛病|肿瘤/ },
  ],
  samples: [
    "malignantTumour",
    "kidneyFailure",
    "benignBrainTumour",
    "transplant",
    "inSituCancer",
    "bloodCancer",
    "other",
  ],
  schema: z.enum([
    "malignantTumour",
    "kidneyFailure",
    "benignBrainTumour",
    "transplant",
    "inSituCancer",
    "bloodCancer",
    "other",
  ]),
});

export const hospital = fact<"hospital", "shanghai" | "otherThird" | "recognised" | "other">({
  id: "hospital",
  kind: "choice",
  label: "首次确诊的医院",
  question: "在哪一类医院首次确诊的？",
  choices: [
    {
      value: "otherThird",
      label: "外省市三级医院",
      heard: /(外省|外地|杭州|苏州|南京|老家|北京|合肥|江苏|浙江|安徽).{0,8}三(级|甲|乙)/,
    },
    {
      value: "other",
      label: "其他医院(外省市二级、一级医院、社区等)",
      heard:
        /(外省|外地|杭州|苏州|南京|老家|江苏|浙江|安徽).{0,8}(二|一)(级|甲|乙)|一级医院|社区(医院|卫生)|镇卫生院|私立|民营医院/,
    },
    { value: "recognised", label: "区总工会认可的其它医院", heard: /区总.{0,4}认可/ },
    { value: "shanghai", label: "本市二级或三级医院", heard: /本市|上海|青浦|中山医院|瑞金|华山|(二|三)(级|甲)医院/ },
  ],
  samples: ["shanghai", "otherThird", "recognised", "other"],
  schema: z.enum(["shanghai", "otherThird", "recognised", "other"]),
});

export const firstTime = yesNo({
  id: "firstTime",
  label: "首次确诊",
  question: "是第一次确诊这种病吗？",
  no: /复发|转移|(不是|并非)(首次|第一次)|以前(就)?(得|生|查出)过/,
  yes: /(首次|第一次|头一次)(确诊|查出|诊断|得)/,
});

export const cityConfirmed = yesNo({
  id: "cityConfirmed",
  label: "市职保中心已确认1万元",
  question: "市职保中心确认享受1万元大病专项保障金了吗？",
  no: /(没|未|没有|不|还没)(给|被)?(确认|认定|批|享受|拿到|通过).{0,8}(1万|10000|一万|保障金)?/,
  yes: /(拿到|享受|确认|批).{0,6}(1万|10000|一万|专项保障金)/,
});

export const guaranteeFrom = fact<"guaranteeFrom", string>({
  id: "guaranteeFrom",
  kind: "date",
  label: "专享基本保障起",
  question: "专享基本保障从哪天起？",
  cue: /保障.{0,6}(从|起|开始|生效)/,
  samples: ["2023-01-01"],
  schema: day,
});

export const guaranteeUntil = fact<"guaranteeUntil", string>({
  id: "guaranteeUntil",
  kind: "date",
  label: "专享基本保障止",
  question: "专享基本保障到哪天止？",
  cue: /保障.{0,6}(到|止|期满|过期)/,
  samples: ["2023-12-31"],
  schema: day,
});

export const otherConditionsMet = yesNo({
  id: "otherConditionsMet",
  label: "其他条件都符合",
  question: "其他条件都符合吗？",
  no: /(其他|别的)条件.{0,3}不(符合|满足)|不符合条件/,
  yes: /(?<!不)符合(慰问)?条件|条件(都)?(符合|满足)/,
});

export const submittedOn = fact<"submittedOn", string>({
  id: "submittedOn",
  kind: "date",
  label: "递交日期",
  question: "哪天递交材料？",
  cue: /递交|提交|交(材料|上去|的话)|申请/,
  samples: ["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01", "2026-06-30", "2026-07-01"],
  schema: day,
});

export const applicantDied = yesNo({
  id: "applicantDied",
  label: "申请人已去世",
  question: "申请人去世了吗？",
  yes: /(人|他|她|爸|妈|老公|老婆|同事|职工).{0,4}(去世|走了|没了|过世|死了|身故)|去世/,
});

export const materialsReady = fact<"materialsReady", readonly number[]>({
  id: "materialsReady",
  kind: "list",
  label: "已有的材料(第几项)",
  question: "六项材料里已经有哪几项？",
  samples: [[], [1, 2, 3, 4, 5, 6], [2, 4]],
  schema: z.array(z.int().min(1).max(6)),
});
