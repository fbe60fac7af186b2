/** Values of annex 2-3 of 青总工〔2023〕23 号, each with its clause and quote. */
import type { CheckupProvisions, Plan, Sex } from "../../checkup/provisions.ts";
import { type Provision, provision } from "../../engine/provision.ts";
import { companyItems2023, sendHealthItems2023 } from "./checkup-items.ts";

const rows = {
  A: "A 434(男 )/457(女 ) 120 314 (男 ) /337 (女 )",
  B: "B 503(男 )/526(女 ) 150 353 (男 ) /376 (女 )",
  C: "C 603(男 )/626(女 ) 180 423 (男 ) /446 (女 )",
} as const;

/** One cell of the table 2-3-1, quoted with its row. */
const cells = (plan: Plan, male: number, female: number): Readonly<Record<Sex, Provision<number>>> => ({
  male: provision(male, "2023/2-3-1", rows[plan]),
  female: provision(female, "2023/2-3-1", rows[plan]),
});

export const checkup2023: CheckupProvisions = {
  company: {
    audience: provision(
      "企业一线职工",
      "2023/2-3#1.1",
      "面向基层，面向一线职工，重点向有毒有害、灵活就业以及非公企业职工等对象群体倾斜",
    ),
    approval: provision("经区总审批确认", "2023/2-3#1.1", "经区总工会审批确认后可享受补贴政策"),
    price: { A: cells("A", 434, 457), B: cells("B", 503, 526), C: cells("C", 603, 626) },
    subsidy: {
      A: provision(120, "2023/2-3#1.2", "A 计划区总补贴 120 元/人"),
      B: provision(150, "2023/2-3#1.2", "B 计划区总补贴 150 元/人"),
      C: provision(180, "2023/2-3#1.2", "C计划区总补贴 180元/人"),
    },
    employerShare: { A: cells("A", 314, 337), B: cells("B", 353, 376), C: cells("C", 423, 446) },
    settlement: provision(
      "区总年底前与体检中心结算",
      "2023/2-3#1.3.2",
      "区总补贴经费根据各体检中心提供的参加体检职工的实际人数，年底前与体检中心一次性结算",
    ),
    townTopUp: provision("街镇可叠加补贴", "2023/2-3#1.1", "各街镇总工会可结合实际制定叠加补贴政策(", ["A24"]),
    roster: provision(
      "名册同步报送",
      "2023/2-3#1.3.3",
      "请于提交申请表同步发送至区总工会综合保障部审核，未发送不予盖章确认",
      ["A12"],
    ),
    batch: provision({ least: 30, most: 120 }, "2023/2-3#1.3.4", "按每批 30- 120名左右的人数组织", ["A39"]),
    centres: provision(
      ["qingpuBranch", "huayi", "dianshanhu", "ruici"],
      "2023/2-3#1.3.1",
      "交青浦分院、华医、淀山湖、瑞慈体检中心实施",
      ["A11"],
    ),
  },
  sendHealth: {
    quota: provision(
      { difficult: 2000, sanitation: 500 },
      "2023/2-3#2.1",
      "2023年区总工会组织2000名困难企业职工和 500名环卫行业职工进行健康体检",
    ),
    standard: provision(300, "2023/2-3#2.5", "2023 年 “送健康”体检标准：300 元/人"),
    payer: provision("区总负责", "2023/2-3#2.5", "健康体检所需资金由区总工会负责"),
    season: provision(
      { from: "2023-05-01", until: "2023-12-10" },
      "2023/2-3#2.5",
      "体检安排时间从 5月份开始，12月 10 日结束",
      ["A58"],
    ),
    allThree: provision("三条都要符合", "2023/2-3#2.2", "困难企业必须符合以下三个条件"),
    union: provision("有工会组织且依法履职", "2023/2-3#2.2.1", "有工会组织，依法履行维护职工合法权益的基本职责"),
    temporary: provision(
      "受疫情影响周期性困难",
      "2023/2-3#2.2.2",
      "受抗击新型冠状病毒影响，生产经营出现周期性困难，但积极采取措施开展生产自救，且生产经营基础较好，恢复有望的",
    ),
    finances: provision(
      "利润下滑、资金不足、工资支付压力大",
      "2023/2-3#2.2.3",
      "同期相比，企业利润下滑，流动性资金不足且融资困难，工资支付压力大",
    ),
    contribution: provision(
      "抗疫和服务进博会有贡献",
      "2023/2-3#2.3.1",
      "为抗击新型冠状病毒和服务进博会作出贡献的环卫企业职工 (政府计划安排的除外)",
      ["A05"],
    ),
    neverArranged: provision("历年不安排体检", "2023/2-3#2.3.2", "历年不安排体检的环卫企业职工", ["A05"]),
    organiser: provision(
      "企业工会统一组织",
      "2023/2-3#2.6.1",
      "健康体检由企业工会统一组织，申请表经区总工会审核通过后由业务部门通知承检中心",
    ),
    nameList: provision("名单发综合保障部", "2023/2-3#2.6.2", "并用电子版发给区总工会综合保障部"),
  },
  newForm: {
    audience: provision(
      "快递员、外卖配送员、网约车司机、货车司机",
      "2023/2-3#3.1",
      "面向新就业形态劳动者，重点聚焦快递员、外卖配送员、网约车司机、货车司机等四类人员",
    ),
    subsidy: provision(
      { base: 180, full: 300, paid: 120 },
      "2023/2-3#3.3",
      "在新就业形态劳动者 180 元/人的基础上补足 300 元/人，实际补贴 120元/人，超过 300元/人不予补贴",
      ["A06"],
    ),
    organiser: provision(
      "企业或街镇工会统一组织",
      "2023/2-3#3.4.1",
      "新就业形态劳动者健康体检由企业或街镇工会统一组织",
    ),
    nameList: provision("名单发基层工作部", "2023/2-3#3.4.2", "并用电子版发给区总工会基层工作部", ["A14"]),
  },
  items: {
    companyTable: provision("A、B、C计划项目表", "2023/2-3-7", "工会团队价：434 (男) /457 (女)", ["A46"]),
    sendHealthTable: provision("送健康项目表", "2023/2-3-8", "一般检查", ["A21"]),
    company: companyItems2023,
    sendHealth: sendHealthItems2023,
  },
  centres: {
    qingpuBranch: provision(
      { name: "复旦大学附属中山医院青浦分院体检中心", address: "青浦区公园东路1158号" },
      "2023/2-3#4.1",
      "复旦大学附属中山医院青浦分院体检中心，地址：青浦区公园东路 1158号",
    ),
    dianshanhu: provision(
      { name: "上海淀山湖门诊部健康体检中心", address: "青浦区外青松公路7188号" },
      "2023/2-3#4.2",
      "上海淀山湖门诊部健康体检中心，地址：青浦区外青松公路 7188号",
    ),
    huayi: provision(
      { name: "上海华医淀山湖疗养院", address: "青浦区金泽镇金商公路2121号" },
      "2023/2-3#4.3",
      "上海华医淀山湖疗养院，地址：青浦区金泽镇金商公路2121 号",
    ),
    ruici: provision(
      { name: "上海瑞慈瑞青门诊部有限公司", address: "青浦区公园东路1289弄26号3-6层" },
      "2023/2-3#4.4",
      "上海瑞慈瑞青门诊部有限公司，地址：青浦区公园东路1289弄 26号 3-6层",
    ),
    meixin: provision(
      { name: "上海美馨健康体检中心有限公司", address: "青浦区公园路435号" },
      "2023/2-3#4.5",
      "上海美馨健康体检中心有限公司，地址：青浦区公园路 435号",
      ["A11"],
    ),
  },
};
