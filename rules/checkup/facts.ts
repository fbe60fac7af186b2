/** What people tell us about a check-up: the plan, the heads, who organises it and where. */
import { z } from "zod";
import { day, smallCount, wholeYuan } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";
import { itemCatalogue } from "./items.ts";
import type { CentreId, Plan } from "./provisions.ts";

const heads = smallCount(0, 100_000);
const planSchema = z.enum(["A", "B", "C"]);

export const plan = fact<"plan", Plan>({
  id: "plan",
  kind: "choice",
  label: "体检计划",
  question: "选哪个体检计划(套餐)：A、B还是C？",
  why: "三个计划的价格和区总补贴不同。",
  choices: [
    { value: "A", label: "A计划", heard: /(?<![a-z])a(?![a-z])/i },
    { value: "B", label: "B计划", heard: /(?<![a-z])b(?![a-z超])/i },
    { value: "C", label: "C计划", heard: /(?<![a-z])c(?![a-z类])/i },
  ],
  samples: ["A", "B", "C"],
  schema: planSchema,
});

const comparedPlan = <const Id extends "fromPlan" | "toPlan">(
  id: Id,
  label: string,
  question: string,
  heard: (p: string) => RegExp,
) =>
  fact<Id, Plan>({
    id,
    kind: "choice",
    decisive: true,
    label,
    question,
    choices: [
      { value: "A", label: "A计划", heard: heard("a") },
      { value: "B", label: "B计划", heard: heard("b") },
      { value: "C", label: "C计划", heard: heard("c") },
    ],
    samples: ["A", "B", "C"],
    schema: planSchema,
  });

export const fromPlan = comparedPlan(
  "fromPlan",
  "原来的计划",
  "原来是哪个计划：A、B还是C？",
  (p) =>
    new RegExp(`(?<![a-z])${p}(套餐|计划|餐)?(?=.{0,4}(换|改|升|跟|和|与|比|还是|、)[^a-z]{0,4}[abc](?![a-z]))`, "i"),
);
export const toPlan = comparedPlan(
  "toPlan",
  "换成的计划",
  "换成哪个计划：A、B还是C？",
  (p) => new RegExp(`(?<=[abc](套餐|计划|餐)?.{0,4}(换|改|升|跟|和|与|比|还是|、)[^a-z]{0,4})${p}(?![a-z])`, "i"),
);

/** Heads per plan, when one enterprise mixes plans. */
export const planGroups = fact<"planGroups", readonly { plan: Plan; male: number; female: number }[]>({
  id: "planGroups",
  kind: "list",
  label: "各计划的人数",
  question: "每个计划男、女各多少人？",
  samples: [
    [
      { plan: "A", male: 10, female: 0 },
      { plan: "C", male: 0, female: 5 },
    ],
  ],
  schema: z.array(z.strictObject({ plan: planSchema, male: heads, female: heads })).min(1),
});

/** Said by those who ask what a woman's check-up costs more than a man's. */
export const sexDifference = yesNo({
  id: "sexDifference",
  label: "男女差价",
  question: "想知道男女差多少吗？",
  yes: /男.{0,6}女.{0,6}(差|贵|便宜|不一样)|女.{0,3}比男.{0,4}(贵|多)|男.{0,3}比女.{0,4}(便宜|少)/,
});

export const townTopUp = fact<"townTopUp", number>({
  id: "townTopUp",
  kind: "yuan",
  label: "街镇叠加补贴",
  question: "街镇另外补多少元一个人？",
  unit: "元",
  cue: /街镇|街道|镇里|叠加/,
  samples: [0, 50],
  schema: wholeYuan,
});

export const checkup = fact<"checkup", "company" | "sendHealth" | "newForm">({
  id: "checkup",
  kind: "choice",
  label: "体检项目",
  question: "是企业职工体检、“送健康”还是新就业形态劳动者体检？",
  choices: [
    { value: "sendHealth", label: "“送健康”体检", heard: /送健康|免费体检|困难企业|环卫|扫马路/ },
    { value: "newForm", label: "新就业形态劳动者体检", heard: /新就业|骑手|外卖|快递|网约车|货车|货运/ },
    { value: "company", label: "企业职工体检", heard: /企业|公司|单位|厂里|团检|[abc](套餐|计划)/i },
  ],
  samples: ["company", "sendHealth", "newForm"],
  schema: z.enum(["company", "sendHealth", "newForm"]),
});

export const company = fact<"company", "difficult" | "sanitation">({
  id: "company",
  kind: "choice",
  label: "企业类型",
  question: "是困难企业，还是环卫企业？",
  choices: [
    { value: "sanitation", label: "环卫企业", heard: /环卫|扫马路|扫大街/ },
    { value: "difficult", label: "困难企业", heard: /困难|效益不好|亏损|亏钱|利润/ },
  ],
  samples: ["difficult", "sanitation"],
  schema: z.enum(["difficult", "sanitation"]),
});

export const hasUnion = yesNo({
  id: "hasUnion",
  label: "有工会组织",
  question: "企业有工会组织，并且依法履职、作用明显吗？",
  why: "这是困难企业三个条件中的第一条。",
  labels: ["有", "没有"],
  no: /(没|没有|未|还没|不曾)(有)?(建|成立|组建|设)?(立|过|起)?工会|工会(还)?(没|未)(建|成立|有)/,
  yes: /(有|建了|建有|成立了)工会(?!的?(条件|要求))/,
});

export const temporaryDifficulty = yesNo({
  id: "temporaryDifficulty",
  label: "受疫情影响的周期性困难",
  question: "是受疫情影响的周期性困难，正在自救、恢复有望吗？",
  no: /(不是|没有?受)(因为)?疫情|恢复无望|要倒闭|快倒闭/,
  yes: /受?疫情(影响)?|自救|恢复有望/,
});

export const financesStrained = yesNo({
  id: "financesStrained",
  label: "利润下滑、资金紧张、工资压力大",
  question: "和同期比利润下滑，流动资金不足、融资困难，工资支付压力大，这些都有吗？",
  hint: "下滑多少算，文件没有写。",
  labels: ["都有", "没有"],
  no: /利润(没|没有|未)(下滑|降|少)|效益(还)?(好|可以|不错)|没亏/,
  yes: /利润.{0,3}(下滑|下降|减少|少了)|资金(不足|紧张)|工资.{0,6}(发不出|压力|困难)/,
});

export const governmentArranged = yesNo({
  id: "governmentArranged",
  label: "政府计划安排体检",
  question: "体检属于政府计划安排的吗？",
  why: "政府计划安排的除外。",
  no: /政府(没|没有|不)(给|计划|安排)/,
  yes: /政府.{0,6}(计划|安排)/,
});

export const contributed = yesNo({
  id: "contributed",
  label: "抗疫和服务进博会有贡献",
  question: "为抗疫和服务进博会作出过贡献吗？",
  labels: ["有", "没有"],
  no: /(没|没有|未)(参加|参与|服务|给)?(过)?(抗疫|进博|抗击)/,
  yes: /抗疫|进博|抗击/,
});

export const neverArranged = yesNo({
  id: "neverArranged",
  label: "历年不安排体检",
  question: "单位历年都不安排体检吗？",
  labels: ["历年不安排", "以前安排过"],
  no: /(每年|年年|以前|往年|历年|去年)(都|也|就)?(有|安排|组织|做)(过|了)?(体检)?|(?<!没|没有|从未)安排过体检/,
  yes: /(历年|从来|一直|以前|往年|从).{0,3}(都)?(不|没|没有)(安排|组织|做|体检)/,
});

export const hardshipPeople = fact<"hardshipPeople", number>({
  id: "hardshipPeople",
  kind: "count",
  label: "困难企业职工人数",
  question: "困难企业职工多少人？",
  unit: "人",
  cue: /困难/,
  samples: [0, 45, 2000, 2001],
  schema: heads,
});

export const sanitationPeople = fact<"sanitationPeople", number>({
  id: "sanitationPeople",
  kind: "count",
  label: "环卫职工人数",
  question: "环卫职工多少人？",
  unit: "人",
  cue: /环卫/,
  samples: [0, 20, 500, 501],
  schema: heads,
});

export const wholeQuota = yesNo({
  id: "wholeQuota",
  decisive: true,
  label: "按全部名额算",
  question: "按文件的全部名额算吗？",
  yes: /(计划|文件|全区|项目).{0,6}(一共|总共|共)|(一共|总共|总计|合计).{0,3}(多少|几)(个)?(人|名)|总费用|全部名额|总名额/,
});

export const examDate = fact<"examDate", string>({
  id: "examDate",
  kind: "date",
  label: "体检日期",
  question: "打算哪天体检？",
  cue: /体检|做|去/,
  samples: ["2023-05-01", "2023-12-10", "2023-12-11"],
  schema: day,
});

export const gigWork = fact<
  "gigWork",
  "courier" | "foodCourier" | "rideHailing" | "truckDriver" | "otherNewForm" | "notNewForm"
>({
  id: "gigWork",
  kind: "choice",
  label: "职业",
  question: "您是做什么的？",
  why: "新就业形态劳动者体检重点聚焦四类人员。",
  choices: [
    { value: "courier", label: "快递员", heard: /快递|送件|派件/ },
    { value: "foodCourier", label: "外卖配送员", heard: /外卖|骑手|送餐|配送员/ },
    { value: "rideHailing", label: "网约车司机", heard: /网约车|滴滴|专车/ },
    { value: "truckDriver", label: "货车司机", heard: /货车|货运|卡车|跑货|拉货/ },
    { value: "otherNewForm", label: "其他新就业形态", heard: /家政|护工|保安|主播|代驾|灵活就业/ },
    { value: "notNewForm", label: "都不是" },
  ],
  samples: ["courier", "foodCourier", "rideHailing", "truckDriver", "otherNewForm", "notNewForm"],
  schema: z.enum(["courier", "foodCourier", "rideHailing", "truckDriver", "otherNewForm", "notNewForm"]),
});

export const pricePerPerson = fact<"pricePerPerson", number>({
  id: "pricePerPerson",
  kind: "yuan",
  label: "体检价格(每人)",
  question: "体检每人多少元？",
  unit: "元",
  cue: /体检|价|每人|一个人|人均|块|元/,
  samples: [180, 299, 300, 301, 350],
  schema: wholeYuan,
});

export const item = fact<"item", string>({
  id: "item",
  kind: "choice",
  decisive: true,
  label: "体检项目",
  question: "想查哪一项？比如CT、肝功能、甲状腺。",
  choices: itemCatalogue.map(({ id, label, heard }) => ({ value: id, label, heard })),
  samples: ["ggt", "afp", "psa", "thyroid", "thyroidUltrasound", "chestXray", "pulse", "指纹"],
  schema: z.string().trim().min(1).max(40),
});

export const centre = fact<"centre", CentreId>({
  id: "centre",
  kind: "choice",
  label: "体检中心",
  question: "想去哪一家体检中心？",
  choices: [
    { value: "qingpuBranch", label: "中山医院青浦分院", heard: /青浦分院|中山医院/ },
    { value: "huayi", label: "华医淀山湖疗养院", heard: /华医|淀山湖疗养/ },
    { value: "dianshanhu", label: "淀山湖门诊部", heard: /淀山湖(?!疗养)/ },
    { value: "ruici", label: "瑞慈瑞青门诊部", heard: /瑞慈|瑞青/ },
    { value: "meixin", label: "美馨健康体检中心", heard: /美馨/ },
  ],
  samples: ["qingpuBranch", "dianshanhu", "huayi", "ruici", "meixin"],
  schema: z.enum(["qingpuBranch", "dianshanhu", "huayi", "ruici", "meixin"]),
});
