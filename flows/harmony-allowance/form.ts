/** Monthly summary and allowance claim of the advisers on harmonious labour relations (附件2-7). */
import { coverSheet } from "../common/cover.ts";
import { count, phone, prose, text, yuan } from "../common/fields.ts";

const unionName = text("unionName", "申报工会", "由哪个工会申报？", { lasting: true, sample: "盈浦街道总工会" });
const month = text("month", "申报月份", "申报哪个月？", { most: 12, sample: "2023年6月" });
const enterprises = count("enterprises", "当月指导企业数", "当月指导了几家企业？", { unit: "家" });
const advisers = count("advisers", "入户指导人数", "几个人入户指导？", { known: (answers) => answers["advisers"] });
const personDays = count("personDays", "入户指导人天数", "一共多少人天？（每人天数相加）", { unit: "天" });
const claimed = yuan("claimed", "申请补贴（元）", "申请补贴多少元？");
const summary = prose("summary", "当月汇总", "当月指导服务做了哪些事？", {
  most: 200,
  sample: "走访企业三家，指导修订劳动合同文本。",
});
const contact = text("contact", "联系人", "联系人是谁？", { lasting: true, most: 12, sample: "陈联系" });
const telephone = phone("phone", "联系电话", "联系电话是多少？", { lasting: true });

export const harmonyAllowance = coverSheet({
  id: "harmony-allowance",
  name: "harmonyAllowanceForm",
  title: "和谐劳动关系指导服务当月补贴申报封面",
  short: "指导服务补贴申报封面",
  heard: /(?:指导|和谐).{0,8}补贴|当月补贴/,
  topics: ["2-7.allowance-apply"],
  by: "unit",
  clause: "2023/2-7#5.2",
  who: "开展指导服务的工会",
  handIn:
    "经区总平台审核，按照定向劳动法律监督补贴申报流程同步提交票据，并反馈至“上海工会定向劳动法律监督管理系统平台”",
  deadline: "每月底上报",
  seals: [],
  fields: [unionName, month, enterprises, advisers, personDays, claimed, summary, contact, telephone],
  materials: ["当月汇总和补贴申报表", "票据"],
  rule: { id: "K25", facts: (given) => ({ advisers: given(advisers.fact) }) },
});
