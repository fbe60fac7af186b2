/** What people ask about the document as a whole, by everyday words; narrow words stand before wide ones. */

/** Things for which one may need a form. */
export const purposes = [
  ["travelSurvey", "旅游、疗休养满意度测评", /(旅游|看上海|疗休养).{0,6}(测评|满意度)/],
  ["checkupSurvey", "体检满意度测评", /体检.{0,6}(测评|满意度)/],
  ["checkupRoster", "体检名册", /名册/],
  ["kanShanghai", "看上海补贴", /看上海|一日游|两天一晚/],
  ["recuperation", "疗休养补贴", /疗(休|修)?养/],
  ["sendHealth", "送健康体检", /送健康|困难企业|环卫/],
  [
    "newFormCheckup",
    "新就业体检补贴",
    /(新就业|骑手|外卖|快递|网约车|货车).{0,8}体检|体检.{0,8}(新就业|骑手|外卖|快递)/,
  ],
  ["companyCheckup", "企业职工体检补贴", /体检/],
  ["modelWorker", "请劳模工匠", /劳模|工匠/],
  ["illness", "大病慰问", /大病|癌/],
  ["insuranceClaim", "新就业专享计划给付申请", /给付|理赔|申领|报销/],
  ["insuranceIndividual", "新就业专享计划个人参保", /参保|投保|随申办/],
  ["microWish", "微心愿", /心愿/],
  ["healthPoint", "健康服务点申报", /服务点|健康点/],
  ["harmony", "和谐劳动关系补贴", /和谐|劳动关系|指导服务/],
  ["newYearMeal", "年夜饭礼包", /年夜饭/],
  ["springCouplets", "送春联", /春联|对联/],
] as const;
export type Purpose = (typeof purposes)[number][0];

/** Things that have a time. */
export const matters = [
  ["specialFund", "看上海专项补助使用", /专项补助/],
  ["kanShanghai", "看上海、品上海", /看上海|品上海/],
  ["recuperation", "疗休养", /疗(休|修)?养/],
  ["groupCentral", "新就业专享计划集中参保", /集中参保/],
  ["groupInstant", "新就业专享计划即时参保", /即时参保|参保/],
  ["coverage", "新就业专享计划保障期", /保障期|保到/],
  ["sendHealth", "送健康体检", /送健康/],
  ["newFormCheckup", "新就业体检补贴", /(新就业|骑手|外卖|快递).{0,8}体检/],
  ["companyCheckup", "企业职工体检", /体检/],
  ["microWish", "微心愿", /心愿/],
  ["illnessFirstHalf", "大病慰问(上半年确诊)", /上半年.*大病|大病.*上半年/],
  ["illnessSecondHalf", "大病慰问(下半年确诊)", /大病/],
  ["healthPoint", "健康服务点", /服务点/],
  ["harmony", "和谐劳动关系服务", /和谐|劳动关系/],
  ["modelWorker", "劳模工匠服务", /劳模|工匠/],
  ["newYearMeal", "年夜饭", /年夜饭/],
  ["springCouplets", "送春联", /春联/],
] as const;
export type Matter = (typeof matters)[number][0];

/** Benefits asked about together. */
export const combinations = [
  [
    "illness",
    "1万元专项保障金和区总3000元慰问",
    /(1万|10000|一万|专项保障金).*(3000|慰问)|(3000|慰问).*(1万|10000|一万|专项保障金)/,
  ],
  ["tierChange", "新就业专享计划换档前后", /(换|变更|升)(档|类).*|[cde]类.*(叠加|一起)/i],
  ["deathBenefits", "E类意外身故和疾病身故", /意外身故.*疾病身故|疾病身故.*意外身故/],
  ["counterpart", "对口合作疗休养的市总和区总补贴", /对口|六安|三明|宜春/],
  ["sanatorium", "直管院所疗休养的市总和区总补贴", /直管|沙家浜|西山|黄山|屏风山/],
  ["checkupTopUp", "企业体检的区总补贴和街镇补贴", /体检.*(街镇|街道|镇)|(街镇|街道|镇).*体检/],
  ["yangtzeNormal", "长三角疗休养和正常疗休养", /长三角/],
  ["other", "别的几样", /(?!)/],
] as const;
export type CombinationId = (typeof combinations)[number][0];
