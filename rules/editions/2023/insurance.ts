/** Values of annex 2-2 of 青总工〔2023〕23 号, each with its clause and quote. */
import { provision } from "../../engine/provision.ts";
import type { InsuranceProvisions } from "../../insurance/provisions.ts";
import { tiers2023 } from "./insurance-tiers.ts";

const twoYears =
  "“住院天数补助金”、“特种重病保障金”、“重大疾病住院医疗补助金”、“意外身故保障金”的给付申请权利，在保障期满之日起两年内不行使即告丧失";
const withinTwoYears = provision({ from: "coverageEnd", years: 2 }, "2023/2-2#1.7.3", twoYears, ["A31"]);

export const insurance2023: InsuranceProvisions = {
  audience: {
    occupations: provision(
      [
        "快递物流",
        "货运驾驶",
        "网约送餐",
        "网约车司机",
        "护工护理",
        "家政服务",
        "商场信息",
        "房屋中介",
        "物业管理",
        "工地短工",
        "农业临工",
        "保洁环卫",
        "街面雇员",
      ],
      "2023/2-2#1.1",
      "聚焦快递物流、货运驾驶、网约送餐、网约车司机、护工护理、家政服务、商场信息、房屋中介、物业管理、工地短工、农业临工、保洁环卫、街面雇员等十三类行业",
      ["A52"],
    ),
    ageBelow: provision(60, "2023/2-2#1.1", "未满 60 周岁的劳动者", ["A37"]),
    review: provision("人员身份认定", "2023/2-2#3.2", "工会组织严格做好人员身份认定，认真履行审核职能"),
  },
  tiers: tiers2023,
  enrolment: {
    group: provision(
      "区总工会在上海工会网上工作平台“会员库”中选取",
      "2023/2-2#1.3.1",
      "区总工会在上海工会网上工作平台 “会员库”中选取并确认提交本区新就业形态劳动者 (灵活从业人员)参加“新就业专享计划”名单",
    ),
    join: provision("扫码入会", "2023/2-2#2.1", "各级工会通过“扫码入会”广泛组织发动"),
    individual: provision(
      "“工会事项”中的“新就业劳动者参保申请”",
      "2023/2-2#1.3.2",
      "可通过 “随申办”APP (支付宝、微信小程序) “工会事项”中的 “新就业劳动者参保申请”事项进行参保申请",
      ["A01"],
    ),
    individualOccupations: provision(
      ["网约送餐", "货运驾驶", "物流快递", "网约车司机"],
      "2023/2-2#1.3.2",
      "在本市区域内通过平台注册并接单、借助交通工具以平台企业名义从事网约送餐、货运驾驶、物流快递、网约车司机等行业获得报酬或者收入",
    ),
    autoTierC: provision("C类保障", "2023/2-2#2.2", "C 类保障由上海工会网上工作平台，直接推送参保名单至市职保中心"),
    districtPicks: provision("D类或E类保障", "2023/2-2#2.2", "参加“新就业专享计划”D 类或E 类保障"),
  },
  coverage: {
    length: provision("一年或者一年之内", "2023/2-2#1.4", "“新就业专享计划”保障期限为一年或者一年之内"),
    noWaiting: provision("均不设免责期", "2023/2-2#1.4", "均不设免责期"),
    centralWindow: provision(
      { from: "2022-12-01", until: "2023-02-28" },
      "2023/2-2#1.4.1",
      "集中参保在 2022年 12月至 2023年 2月期间办理团体参保手续、提交确认参保名单的",
      ["A49"],
    ),
    central: provision(
      { from: "2023-01-01", until: "2023-12-31" },
      "2023/2-2#1.4.1",
      "保障期限为 2023 年 1月 1日至 2023年 12月 31日",
    ),
    instantWindow: provision(
      { from: "2023-03-01", until: "2023-11-30" },
      "2023/2-2#1.4.1",
      "即时参保在 2023年 3月至 2023年11 月期间办理参保手续的",
    ),
    instantStart: provision("次月1日", "2023/2-2#1.4.1", "起保日为区总工会提交确认参保名单的次月 1日", ["A02"]),
    individualStart: provision("次月1日", "2023/2-2#1.4.2", "起保日为线上缴费成功的次月 1 日"),
    individualEnd: provision("2023-12-31", "2023/2-2#1.4.2", "满期日为2023年 12月 31日"),
  },
  fee: {
    C: provision("无需保障费用", "2023/2-2#1.5.1", "C类：无需保障费用"),
    unionDues: provision(120, "2023/2-2#1.5.2", "一次性缴纳 120 元工会会费", ["A35"]),
    D: provision("无需保障费用", "2023/2-2#1.5.2", "D 类：一次性缴纳 120 元工会会费，无需保障费用"),
    overHalfYear: provision(72, "2023/2-2#1.5.3", "保障期大于半年且小于等于一年的，保障费用为 72元/人"),
    halfYear: provision(36, "2023/2-2#1.5.3", "保障期小于等于半年的，保障费用为 36 元/人", ["A36"]),
    transfer: provision(
      "完成费用划款",
      "2023/2-2#2.3",
      "区总工会在提交正式参保名单后 15 个工作日内完成费用划款、凭证上传，参保生效",
      ["A35"],
    ),
  },
  change: {
    allowed: provision("可在保障项目间进行变更", "2023/2-2#1.6", "在保障期内，已参保人员可在保障项目间进行变更"),
    start: provision("次月1日", "2023/2-2#1.6", "新的保障待遇从次月 1日开始"),
    higher: provision("就高原则", "2023/2-2#1.6", "按就高原则进行给付，不叠加给付", ["A57"]),
  },
  bridge: {
    audience: provision("团体参保人员", "2023/2-2#2.4", "2023 年《新就业形态劳动者互助保障计划》团体参保人员"),
    oldEnd: provision("2023-06-30", "2023/2-2#2.4", "现有保障期限至 2023年 6月 30日"),
    window: provision("集中参保期间", "2023/2-2#2.4", "区总工会可在集中参保期间或 2023 年 5-6 月", ["A56"]),
    months: provision({ first: 5, last: 6 }, "2023/2-2#2.4", "2023 年 5-6 月"),
    what: provision("E类半年期保障", "2023/2-2#2.4", "统一办理“新就业专享计划”E类半年期保障"),
    fee: provision(36, "2023/2-2#2.4", "自动按 36 元/人核算保障费用"),
    newEnd: provision("2023-12-31", "2023/2-2#2.4", "其保障期延长至 2023年 12月 31 日"),
  },
  claim: {
    channel: provision(
      "区职工服务中心或市职保会",
      "2023/2-2#1.7.1",
      "可通过区总工会向区职工服务中心或市职保会提交给付申请，也可自行就近前往办理",
    ),
    materials: provision(
      "专享保障计划》条款",
      "2023/2-2#1.7.2.1",
      "根据申请内容不同提供其他所需的有关证明和材料，具体见《上海工会新就业形态劳动者 (灵活就业人员) 专享保障计划》条款",
    ),
    groupDeath: provision(
      "划款申请书",
      "2023/2-2#1.7.2.2",
      "团体参保人员因意外身故或疾病身故的，须由参保单位工会提交确认盖章的划款申请书",
    ),
    individualDeath: provision(
      "继承人身份证、可证明合法继承权的相关权利文件",
      "2023/2-2#1.7.2.2",
      "个人参保人员的身故保障金作为遗产时，需提供继承人身份证、可证明合法继承权的相关权利文件",
    ),
    limits: {
      hospitalization: withinTwoYears,
      majorIllness: withinTwoYears,
      majorIllnessMedical: withinTwoYears,
      accidentDeath: withinTwoYears,
      illnessDeath: provision(
        { from: "coverageEnd", months: 6 },
        "2023/2-2#1.7.3",
        "“疾病身故保障金”给付申请的权利，在保障期满之日起 6个月内不行使即告丧失",
      ),
      accidentDisability: provision(
        { from: "accident", days: 180 },
        "2023/2-2#1.7.3",
        "“意外伤残保障金”的给付申请权利，在意外事故发生之日起 180 天内不行使即告丧失",
      ),
    },
    overdue: provision("逾期不予受理", "2023/2-2#1.7.3", "给付申请提交截止时间 (逾期不予受理)", ["A03"]),
  },
};
