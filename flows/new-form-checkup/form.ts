/** 附件 2-3-4 《2023 年青浦工会新就业形态劳动者健康体检申请表》. */
import { examPlace } from "../common/centres.ts";
import { notMoreThan, sumsUp } from "../common/checks.ts";
import { count, phone, text } from "../common/fields.ts";
import { stamp } from "../common/layout.ts";
import { defineForm } from "../engine/form.ts";
import { answer, cell, label, line, row, value } from "../engine/layout.ts";

const lasting = true;
const companyName = text("companyName", "企业名称", "企业名称是什么？", { lasting });
const totalCount = count("totalCount", "总人数：", "一共多少人体检？", {
  least: 1,
  known: ({ people, maleCount, femaleCount }) =>
    people ?? (typeof maleCount === "number" && typeof femaleCount === "number" ? maleCount + femaleCount : undefined),
});
const maleCount = count("maleCount", "男：", "其中男的多少人？", { known: ({ male }) => male });
const femaleCount = count("femaleCount", "女：", "其中女的多少人？", { known: ({ female }) => female });
const companyAddress = text("companyAddress", "企业地址", "企业地址是什么？", { lasting, sample: "青浦区公园东路1号" });
const contact = text("contact", "联系人", "联系人是谁？", { lasting, most: 12, sample: "陈联系" });
const mobile = phone("mobile", "手机", "联系人的手机号是多少？", { lasting, mobileOnly: true });
const subsidyCount = count("subsidyCount", "申请补贴人数", "申请补贴的有多少人？");

export const newFormCheckup = defineForm({
  id: "2-3-4",
  name: "newFormCheckupForm",
  title: "2023年青浦工会新就业形态劳动者健康体检申请表(新就业形态劳动者)",
  short: "新就业形态劳动者体检申请表",
  heard: /新就业|骑手|快递|外卖|网约车|货车|2-3-4/,
  kin: /体检/,
  topics: ["2-3.new-form-apply", "2-3.apply", "0.apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-3-4",
  kind: "official",
  who: "企业或街镇工会",
  handIn: "企业行政盖章，经街镇总工会，报区总工会审核；审核通过后由业务部门通知承检中心",
  roster: ({ male, female, total }) => ({ totalCount: total, maleCount: male, femaleCount: female }),
  seals: ["企业（行政盖章）", "街镇总工会", "区总工会审核", "承检中心"],
  advice: ["名单电子版：正文写发给区总工会基层工作部，名册表注写发给综合保障部；请先按正文发，并电话确认。"],
  sections: [
    { title: "企业", fields: [companyName, companyAddress, contact, mobile] },
    { title: "体检", fields: [totalCount, maleCount, femaleCount, subsidyCount, examPlace] },
  ],
  rule: { id: "K16", facts: (given) => ({ people: given(subsidyCount.fact) ?? given(totalCount.fact) }) },
  checks: [sumsUp("problem", totalCount, [maleCount, femaleCount]), notMoreThan(subsidyCount, totalCount)],
  layout: {
    kind: "sheet",
    annex: "附件 2-3-4",
    title: ["2023 年青浦工会新就业形态劳动者健康体检申请表", "(新就业形态劳动者)"],
    above: [line("企业 (行政盖章)：")],
    columns: [12, 30, 12, 18, 10, 18],
    rows: [
      row(
        24,
        label("企业\n名称"),
        value(companyName.fact, { columns: 2 }),
        label("体检职工人数"),
        cell(
          [totalCount, maleCount, femaleCount].map(({ fact }) => line(fact.label, answer(fact))),
          { columns: 2 },
        ),
      ),
      row(
        18,
        label("企业\n地址"),
        value(companyAddress.fact),
        label("联系人"),
        value(contact.fact),
        label("手机"),
        value(mobile.fact),
      ),
      row(18, label("申请补\n贴人数"), value(subsidyCount.fact, { columns: 5 })),
      row(18, label("体检\n地点"), value(examPlace.fact, { columns: 5 })),
      row(50, label("意见", { rows: 2 }), stamp("街镇总工会 (盖章)", { columns: 5 })),
      row(50, stamp("区总工会审核 (盖章)", { columns: 2 }), stamp("承检中心 (盖章)", { columns: 3 })),
    ],
    notes: ["备注：1. 申请表应认真填写，各项内容要真实可信。"],
  },
});
