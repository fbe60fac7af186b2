/** Values that concern the whole of 青总工〔2023〕23 号, each with its clause and quote. */
import type { Candidate, Combination, Contact, DocumentProvisions, ProjectId } from "../../document/provisions.ts";
import { type Provision, provision } from "../../engine/provision.ts";
import { routes2023 } from "./document-routes.ts";

const contact = (
  project: ProjectId,
  name: string,
  department: string,
  person: string,
  phone: string,
  quote: string,
  open?: readonly string[],
): Provision<Contact> => provision({ project: name, department, person, phone }, `2023/${project}`, quote, open);

const together = (say: string, clause: string, quote: string): Provision<Combination> =>
  provision({ answer: "together", say }, `2023/${clause}`, quote);
const apart = (say: string, clause: string, quote: string): Provision<Combination> =>
  provision({ answer: "notTogether", say }, `2023/${clause}`, quote);

const candidate = (
  project: ProjectId,
  name: string,
  by: Candidate["by"],
  clause: string,
  quote: string,
): Provision<Candidate> => provision({ project, name, by }, `2023/${clause}`, quote);

export const document2023: DocumentProvisions = {
  year: provision(2023, "2023/0", "2023 年青浦区总工会服务职工实事项目实施方案"),
  contacts: {
    "2-1": contact("2-1", "看上海、品上海、疗休养", "", "孙思佳", "59729571", "联系人：孙思佳 电话：59729571"),
    "2-2": contact(
      "2-2",
      "新就业专享计划",
      "区总工会基层工作部",
      "庄琴",
      "59729763",
      "联系人： 区总工会基层工作部 庄琴联系电话：59729763",
    ),
    "2-3": provision(
      { project: "体检", department: "区总工会综合保障部", person: "孙思佳", phone: "59729571", mobile: "14782299123" },
      "2023/2-3",
      "联系人： 区总工会综合保障部 孙思佳电话：59729571 手机：14782299123",
      ["A13", "A53"],
    ),
    "2-4": contact(
      "2-4",
      "微心愿",
      "区总工会综合保障部",
      "孙思佳",
      "59724225",
      "联系人： 区总工会综合保障部 孙思佳联系电话：59724225",
      ["A13"],
    ),
    "2-5": contact(
      "2-5",
      "大病慰问",
      "区总工会综合保障部",
      "陈诗佳",
      "59731198",
      "联系人： 区总工会综合保障部 陈诗佳联系电话：59731198",
    ),
    "2-6": contact(
      "2-6",
      "健康服务点",
      "区总工会基层工作部",
      "庄琴",
      "59729763",
      "联系人： 区总工会基层工作部 庄琴联系电话：59729763",
    ),
    "2-7": contact(
      "2-7",
      "和谐劳动关系",
      "区总工会劳动关系部",
      "金洲",
      "59729237",
      "联系人： 区总工会劳动关系部 金洲联系电话：59729237",
    ),
    "2-8": contact(
      "2-8",
      "劳模工匠服务",
      "区总工会宣传教育部",
      "何婷婷",
      "59720877",
      "联系人： 区总工会宣传教育部 何婷婷联系电话：59720877",
    ),
    "2-9": provision(
      { project: "年夜饭", department: "区总宣传教育部、区工人文化宫", person: "", phone: "" },
      "2023/2-9#5",
      "由区总宣传教育部负责全年活动计划制定，区工人文化宫负责具体操作实施",
    ),
    "2-10": provision(
      { project: "送春联", department: "区总宣传教育部、区工人文化宫", person: "", phone: "" },
      "2023/2-10#5",
      "由区总宣传教育部负责全年活动计划制定，区工人文化宫负责具体操作实施",
    ),
  },
  routes: routes2023,
  surveys: {
    travel: provision({ days: 7, to: "区总综合保障部" }, "2023/2-1-3", "活动结束一周内交区总综合保障部"),
    checkup: provision({ days: null, to: "区总综合保障部" }, "2023/2-3-5", "活动结束后交区总综合保障部", ["A43"]),
  },
  windows: {
    kanShanghai: provision(
      { name: "看上海、品上海", from: "2023-05-01", until: "2023-11-30" },
      "2023/2-1#1.2",
      "2023年 5月 1日至 2023年 11月 30日",
    ),
    recuperation: provision(
      { name: "疗休养", from: "2023-05-01", until: "2023-11-30" },
      "2023/2-1#2.2",
      "2023年 5月 1日至 2023年 11月 30日",
    ),
    specialFund: provision(
      { name: "看上海专项补助使用", from: null, until: "2023-11-30" },
      "2023/2-1#1.4.5",
      "并在当年 11月 30日前使用完毕",
    ),
    groupCentral: provision(
      { name: "新就业专享计划集中参保", from: "2022-12-01", until: "2023-02-28" },
      "2023/2-2#1.4.1",
      "集中参保在 2022年 12月至 2023年 2月期间",
      ["A49"],
    ),
    groupInstant: provision(
      { name: "新就业专享计划即时参保", from: "2023-03-01", until: "2023-11-30" },
      "2023/2-2#1.4.1",
      "即时参保在 2023年 3月至 2023年11 月期间办理参保手续的",
    ),
    coverage: provision(
      { name: "新就业专享计划保障期", from: "2023-01-01", until: "2023-12-31" },
      "2023/2-2#1.4.1",
      "保障期限为 2023 年 1月 1日至 2023年 12月 31日",
    ),
    companyCheckup: provision(
      { name: "企业职工体检", from: null, until: null },
      "2023/2-3#1.1",
      "经区总工会审批确认后可享受补贴政策",
    ),
    sendHealth: provision(
      { name: "送健康体检", from: "2023-05-01", until: "2023-12-10" },
      "2023/2-3#2.5",
      "体检安排时间从 5月份开始，12月 10 日结束",
      ["A58"],
    ),
    newFormCheckup: provision(
      { name: "新就业体检补贴", from: null, until: null },
      "2023/2-3#3",
      "区总工会决定开展 2023 年新就业形态劳动者健康体检补贴行动实事项目",
    ),
    microWish: provision(
      { name: "微心愿", from: null, until: null },
      "2023/2-4#2.3",
      "年内未能成功点亮的困难职工微心愿",
    ),
    illnessFirstHalf: provision(
      { name: "大病慰问(上半年确诊)", from: null, until: "2023-12-31" },
      "2023/2-5#3.3",
      "上半年大病人员申请人可于 2023年 12月 31 日前递交",
    ),
    illnessSecondHalf: provision(
      { name: "大病慰问(下半年确诊)", from: null, until: "2024-06-30" },
      "2023/2-5#3.3",
      "下半年大病人员申请人可于 2024 年 6月 30 日前递交",
    ),
    healthPoint: provision(
      { name: "健康服务点", from: null, until: null },
      "2023/2-6#1.1",
      "2023年，拟新建 1家园区 (楼宇) 健康服务点",
    ),
    harmony: provision(
      { name: "和谐劳动关系服务", from: null, until: null },
      "2023/2-7",
      "2023 年， 区总工会对全区 500 家不同类型企业实施和谐劳动关系建设优化指导服务实事项目",
    ),
    modelWorker: provision(
      { name: "劳模工匠服务", from: null, until: null },
      "2023/2-8#3",
      "分批、分次、分专业组织服务队",
    ),
    newYearMeal: provision({ name: "年夜饭", from: null, until: null }, "2023/2-9", "2023 年迎新春· 送年夜饭活动", [
      "A18",
    ]),
    springCouplets: provision({ name: "送春联", from: null, until: null }, "2023/2-10", "2023 年迎新春·送春联活动", [
      "A18",
    ]),
  },
  combinations: {
    illness: together(
      "1万元大病专项保障金和区总3000元慰问可以都拿，3000元以1万元为前提",
      "2-5#3.1",
      "在市职保中心确认享受10000 元工会会员卡大病专项保障金的基础上，区总工会再给予3000 元的慰问",
    ),
    tierChange: apart("新就业专享计划换档前后按就高原则给付，不叠加", "2-2#1.6", "按就高原则进行给付，不叠加给付"),
    deathBenefits: apart("E类意外身故和疾病身故互斥，只能拿一样", "2-2#1.2.3", "意外身故与疾病身故互斥"),
    counterpart: together(
      "对口合作疗休养，市总200元/人和区总200元/人可以同享",
      "2-1#2.4.2",
      "市总工会给予200 元/人定额补贴， 区总工会再给予200 元/人定额补贴",
    ),
    sanatorium: together(
      "市总直管院所疗休养，市总和区总的补贴可以同享",
      "2-1#2.4.3",
      "区总工会再给予 100 元/人到 300 元/人的补贴",
    ),
    checkupTopUp: together(
      "企业体检的区总补贴可以和街镇叠加补贴一起享受，街镇的金额文件没有写",
      "2-3#1.1",
      "各街镇总工会可结合实际制定叠加补贴政策(",
    ),
    yangtzeNormal: together(
      "长三角疗休养不影响正常的疗休养额度和轮次，两样都可以",
      "2-1#2.3.1",
      "活动不影响职工正常疗休养额度及轮次",
    ),
  },
  candidates: {
    kanShanghai: candidate("2-1", "看上海、品上海", "unit", "2-1#1.1", "青浦地区工会会员"),
    recuperation: candidate("2-1", "疗休养", "unit", "2-1#2.1", "产业工人等群体倾斜"),
    insurance: candidate("2-2", "新就业专享计划", "self", "2-2#1.1", "未满 60 周岁"),
    companyCheckup: candidate("2-3", "企业职工体检", "unit", "2-3#1.1", "由各级工会根据企业职工所需申报"),
    sendHealthDifficult: candidate("2-3", "送健康体检(困难企业)", "unit", "2-3#2.2", "困难企业必须符合以下三个条件"),
    sendHealthSanitation: candidate("2-3", "送健康体检(环卫)", "unit", "2-3#2.3", "历年不安排体检的环卫企业职工"),
    newFormCheckup: candidate("2-3", "新就业体检补贴", "unit", "2-3#3.1", "面向新就业形态劳动者"),
    microWish: candidate("2-4", "微心愿", "union", "2-4#1", "2023年助力 100名困难职工实现 “微心愿”"),
    illness: candidate("2-5", "大病慰问", "unit", "2-5#1", "2023 年大病职工慰问对象应同时符合下列条件"),
    healthPointUse: candidate("2-6", "健康服务点", "self", "2-6#1.2", "“健康服务点”以本区在职职工为服务对象"),
    healthPoint: candidate("2-6", "健康服务点申报", "union", "2-6#4.1", "由各街镇总工会、园区工会统一推荐申报"),
    harmony: candidate(
      "2-7",
      "和谐劳动关系指导服务",
      "union",
      "2-7#2",
      "分类指导处于初创期、成长期、上升期和成熟期等不同发展阶段的企业",
    ),
    modelWorker: candidate("2-8", "劳模工匠服务", "unit", "2-8#1", "非公企业和校园"),
    newYearMeal: candidate("2-9", "年夜饭礼包", "union", "2-9#1", "向留在青浦过年的非公企业职工代表、抗疫一线职工"),
    springCouplets: candidate("2-10", "抢春联", "self", "2-10#3", "通过“青浦工会”微信公众号，开展“抢春联”活动"),
  },
};
