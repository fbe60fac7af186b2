/** Facts of annex 2-2: who joins which tier when, what happened, and when it is claimed. */
import { choice } from "../common/choice.ts";
import { day, smallCount } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";

const tiers = ["C", "D", "E"] as const;
const letter = (tier: string): RegExp => new RegExp(`(?<![A-Za-z])[${tier}${tier.toLowerCase()}](?![A-Za-z])`);

export const tier = choice({
  id: "tier",
  label: "参保类别",
  question: "参加的是 C 类、D 类还是 E 类？",
  why: "三类的费用和保障额都不同。",
  choices: tiers.map((value) => ({ value, label: `${value}类`, heard: letter(value) })),
});

export const fromTier = choice({
  id: "fromTier",
  label: "原来的类别",
  question: "原来参加的是哪一类？",
  choices: tiers.map((value) => ({
    value,
    label: `${value}类`,
    heard: new RegExp(
      `(从|原来|原先|本来|现在)(是|参加|的|参加的是)?${letter(value).source}|${letter(value).source}(类|档)?(想)?(换|变|改|升|转)`,
    ),
  })),
});

export const toTier = choice({
  id: "toTier",
  label: "换到的类别",
  question: "换到哪一类？",
  choices: tiers.map((value) => ({
    value,
    label: `${value}类`,
    heard: new RegExp(`(换|变更?|改|升级?|转|调)(成|到|为|参加)?${letter(value).source}`),
  })),
});

export const benefit = choice({
  id: "benefit",
  label: "保障项目",
  question: "问的是哪一项保障？",
  choices: [
    { value: "hospitalization", label: "住院（住院天数补助金）", heard: /住院(?!医疗)|住了?.{0,5}天院/ },
    {
      value: "majorIllness",
      label: "十二类重大疾病（特种重病保障金）",
      heard: /重大疾病(?!.{0,4}医疗)|特种重病|重病|重疾|十二类|12类|原位癌/,
    },
    { value: "majorIllnessMedical", label: "重大疾病医疗补助金", heard: /医疗补助/ },
    {
      value: "accidentDeath",
      label: "意外身故",
      heard: /意外.{0,4}(身故|死|去世|没了|走了|过世)|车祸.{0,6}(死|没了|走了|身故|去世)|摔死|撞死|人没了/,
    },
    { value: "accidentDisability", label: "意外伤残", heard: /伤残|残疾|致残|残废/ },
    { value: "accidentCondolence", label: "意外慰问金", heard: /慰问金/ },
    {
      value: "illnessDeath",
      label: "疾病身故",
      heard: /疾病身故|因病(身故|去世|死亡|走)|病死|病故|生病.{0,4}(去世|死|走了|没了|过世)/,
    },
    { value: "total", label: "各项合计最多多少", heard: /合计|总共最多|一共最多|总限额|加起来/ },
  ],
});

export const hospitalDays = fact({
  id: "hospitalDays",
  kind: "count",
  label: "住院天数",
  question: "本保障期一共住院多少天？",
  unit: "天",
  samples: [10, 180, 181],
  schema: smallCount(0, 3660),
});

export const times = fact({
  id: "times",
  kind: "count",
  label: "意外慰问次数",
  question: "意外慰问一共几次？",
  unit: "次",
  samples: [1, 4, 5, 12, 13],
  schema: smallCount(0, 1000),
});

export const deathCause = choice({
  id: "deathCause",
  label: "身故原因",
  question: "是意外身故还是疾病身故？",
  choices: [
    { value: "accident", label: "意外" },
    { value: "illness", label: "疾病" },
  ],
});

export const enrolment = choice({
  id: "enrolment",
  label: "参保方式",
  question: "是区总统一办的集中参保、即时参保，还是自己线上缴费？",
  choices: [
    { value: "groupCentral", label: "团体集中参保", heard: /集中(参保|办|投保)/ },
    { value: "groupInstant", label: "团体即时参保", heard: /即时/ },
    {
      value: "individual",
      label: "个人线上参保",
      heard: /个人(参保|缴|交|买|办|投)|自己.{0,8}(交|缴|买|参保|办|掏)|随申办|(网|手机|线)上.{0,3}(交|缴|买|参保|付)/,
    },
  ],
});

export const enrolledOn = fact({
  id: "enrolledOn",
  kind: "date",
  label: "参保日期",
  question: "什么时候参保的？请说哪天缴费成功（团体的说区总哪天提交名单）。",
  why: "起保日从这一天的次月算，费用又看保障期长短。",
  samples: ["2023-05-31", "2023-06-01", "2023-11-30", "2023-12-01", "2023-01-10", "2023-02-28", "2022-11-30"],
  schema: day,
});

export const coverageMonths = fact({
  id: "coverageMonths",
  kind: "count",
  label: "保障期月数",
  question: "保障期几个月？",
  unit: "月",
  samples: [1, 6, 7, 12, 13],
  schema: smallCount(1, 60),
});

export const occupation = choice({
  id: "occupation",
  label: "从事的工作",
  question: "您从事哪一类工作？",
  choices: [
    { value: "快递物流", label: "快递物流", heard: /快递|快件|送件|物流|驿站/ },
    { value: "货运驾驶", label: "货运驾驶", heard: /货运|货车|卡车|货拉拉|拉货/ },
    { value: "网约送餐", label: "网约送餐", heard: /外卖|送餐|骑手|饿了么|美团/ },
    { value: "网约车司机", label: "网约车司机", heard: /网约车|滴滴|专车/ },
    { value: "护工护理", label: "护工护理", heard: /护工|护理|陪护/ },
    { value: "家政服务", label: "家政服务", heard: /家政|保姆|月嫂|钟点工/ },
    { value: "商场信息", label: "商场信息", heard: /商场信息/ },
    { value: "房屋中介", label: "房屋中介", heard: /中介|房产经纪|链家/ },
    { value: "物业管理", label: "物业管理", heard: /物业/ },
    { value: "工地短工", label: "工地短工", heard: /工地|短工|搬砖/ },
    { value: "农业临工", label: "农业临工", heard: /农业|农忙|临工|种田|采摘/ },
    { value: "保洁环卫", label: "保洁环卫", heard: /保洁|环卫|清洁工|扫马路|扫大街/ },
    { value: "街面雇员", label: "街面雇员", heard: /街面|雇员/ },
    {
      value: "other",
      label: "都不是（如写字楼上班）",
      heard: /会计|坐办公室|办公室|写字楼|白领|程序员|老师|教师|公务员|医生|文员|工程师/,
    },
    { value: "unclear", label: "说不准归哪一类", heard: /代驾|出租车|分拣|渣土|公交|主播|保安|厨师|服务员|理发|摆摊/ },
  ],
});

export const unionMember = yesNo({
  id: "unionMember",
  label: "已扫码入会",
  question: "您扫码加入工会了吗？",
  yes: /(已经?|扫码)(加)?入(了)?(工)?会/,
  no: /(没|还没|未|没有)(有)?(加入|入|扫码)(工)?会?/,
});

export const oldPlanGroup = yesNo({
  id: "oldPlanGroup",
  label: "旧计划的团体参保人员",
  question: "您是《新就业形态劳动者互助保障计划》2023年的团体参保人员、保到6月30日吗？",
  yes: /(旧|老|原)(计划|来).{0,8}6月(30|底)|(旧|老)计划.{0,6}团体/,
  no: /(旧|老|原)(计划|来).{0,6}((?<![\d一二三四五六七八九十百千两几多])个人|自己)/,
});

export const processedOn = fact({
  id: "processedOn",
  kind: "date",
  label: "办理日期",
  question: "区总哪天办的衔接？",
  cue: /办/,
  samples: ["2023-02-28", "2023-03-01", "2023-05-01", "2023-06-30", "2023-07-01"],
  schema: day,
});

export const changedOn = fact({
  id: "changedOn",
  kind: "date",
  label: "变更日期",
  question: "哪天变更的？",
  samples: ["2023-08-15", "2023-08-31", "2023-11-30", "2023-12-01"],
  schema: day,
});

export const eventDate = fact({
  id: "eventDate",
  kind: "date",
  label: "出险日期",
  question: "哪天出的事？",
  cue: /出(的)?事|出险|住院|受伤|身故|去世|摔|撞|车祸/,
  samples: ["2023-08-31", "2023-09-01", "2022-12-31"],
  schema: day,
});

export const coverageEnd = fact({
  id: "coverageEnd",
  kind: "date",
  label: "保障期满日",
  question: "保障期到哪天？",
  cue: /满期|期满|到期|保到|保障期/,
  samples: ["2023-12-31", "2023-06-30", "2023-08-31"],
  schema: day,
});

export const accidentOn = fact({
  id: "accidentOn",
  kind: "date",
  label: "事故日期",
  question: "意外事故是哪天发生的？",
  cue: /事故|受(的)?伤|摔|跌|撞|出(的)?事|车祸|意外|发生/,
  samples: ["2023-05-01", "2023-12-31"],
  schema: day,
});

export const claimOn = fact({
  id: "claimOn",
  kind: "date",
  label: "申请日期",
  question: "哪天去申请？",
  cue: /申请|申领|递交|去办|去领|报/,
  samples: ["2023-10-27", "2023-10-28", "2023-10-29", "2024-06-30", "2024-07-05", "2025-12-31", "2026-01-01"],
  schema: day,
});
