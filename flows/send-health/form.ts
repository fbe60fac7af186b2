/** 附件 2-3-3 《2023 年青浦工会“送健康”活动企业申请表(困难企业或环卫企业)》. */
import { lawOn } from "../../rules/editions/index.ts";
import { examPlace } from "../common/centres.ts";
import { count, phone, prose, text } from "../common/fields.ts";
import { stamp } from "../common/layout.ts";
import { defineForm } from "../engine/form.ts";
import { label, line, row, value } from "../engine/layout.ts";

const lasting = true;
const companyName = text("companyName", "企业名称", "企业名称是什么？", { lasting });
const headcount = count("headcount", "体检职工人数", "多少职工体检？", { least: 1, known: ({ people }) => people });
const companyAddress = text("companyAddress", "企业地址", "企业地址是什么？", { lasting, sample: "青浦区公园东路1号" });
const contact = text("contact", "联系人", "联系人是谁？", { lasting, most: 12, sample: "陈联系" });
const mobile = phone("mobile", "手机", "联系人的手机号是多少？", { lasting, mobileOnly: true });
const reason = prose("reason", "申请理由", "申请理由是什么？", {
  hint: "困难企业写清：有工会组织并依法履职；受疫情影响的周期性困难、正在自救；利润下滑、资金不足、工资支付压力大。环卫企业写清：为抗疫和服务进博会作出过贡献、历年不安排体检。",
  sample: "企业受疫情影响，利润下滑，流动资金不足，历年不安排体检，特申请“送健康”体检。",
});

export const sendHealth = defineForm({
  id: "2-3-3",
  name: "sendHealthForm",
  title: "2023年青浦工会“送健康”活动企业申请表(困难企业或环卫企业)",
  short: "送健康体检申请表",
  heard: /送健康|困难企业|环卫|2-3-3/,
  kin: /体检/,
  topics: ["2-3.send-health-apply", "2-3.apply", "0.apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-3-3",
  kind: "official",
  who: "困难企业或环卫企业",
  handIn: "企业行政盖章，经申请企业工会、街镇总工会、街镇主管部门，报区总工会审核；审核通过后由业务部门通知承检中心",
  deadline: "体检5月起，12月10日止；申请截止日文件没有写",
  window: () => lawOn("checkup").sendHealth.season,
  places: (given) => {
    const count = given(headcount.fact);
    if (count === undefined) return undefined;
    const kind = /环卫/.test(`${given(companyName.fact) ?? ""}${given(reason.fact) ?? ""}`)
      ? "sanitation"
      : "difficult";
    const { quota } = lawOn("checkup").sendHealth;
    return { quota: `2023-send-health-${kind}`, of: { ...quota, value: quota.value[kind] }, count, unit: "人" };
  },
  roster: ({ total }) => ({ headcount: total }),
  seals: ["企业（行政盖章）", "申请企业工会", "街镇总工会", "街镇主管部门", "区总工会审核", "承检中心"],
  advice: ["名单（姓名、性别、身份证号，参检单位联系人姓名、联系电话）另用电子版发给区总工会综合保障部。"],
  sections: [
    { title: "企业", fields: [companyName, headcount, companyAddress, contact, mobile] },
    { title: "申请", fields: [reason, examPlace] },
  ],
  rule: { id: "K15", facts: (given) => ({ people: given(headcount.fact) }) },
  layout: {
    kind: "sheet",
    annex: "附件 2-3-3",
    title: ["2023 年青浦工会“送健康”活动企业申请表", "(困难企业或环卫企业)"],
    above: [line("企业 (行政盖章)：")],
    columns: [10, 30, 12, 18, 10, 20],
    rows: [
      row(
        14,
        label("企业\n名称"),
        value(companyName.fact, { columns: 2 }),
        label("体检职工人数"),
        value(headcount.fact, { columns: 2 }),
      ),
      row(
        16,
        label("企业\n地址"),
        value(companyAddress.fact),
        label("联系人"),
        value(contact.fact),
        label("手机"),
        value(mobile.fact),
      ),
      row(60, label("申\n请\n理\n由"), value(reason.fact, { columns: 5, vertical: "top" })),
      row(14, label("体检\n地点"), value(examPlace.fact, { columns: 5 })),
      row(
        42,
        label("意见", { rows: 2 }),
        stamp("申请企业工会\n(盖章 )"),
        stamp("街镇总工会\n(盖章 )", { columns: 2 }),
        stamp("街镇主管部门\n(盖章 )", { columns: 2 }),
      ),
      row(42, stamp("区总工会审核 (盖章)", { columns: 2 }), stamp("承检中心 (盖章)", { columns: 3 })),
    ],
    notes: ["备注：1. 申请表应认真填写，各项内容要真实可信。"],
  },
});
