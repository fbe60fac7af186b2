/** 附件 2-3-2 《2023 年青浦工会企业职工健康体检行动补贴申请表》, in duplicate, together with the roster. */
import { lawOn } from "../../rules/editions/index.ts";
import { examPlace, subsidyCentres } from "../common/centres.ts";
import { notInFuture } from "../common/checks.ts";
import { choice, choices, count, date, phone, text } from "../common/fields.ts";
import { blankDay, closing, seal } from "../common/layout.ts";
import { defineForm } from "../engine/form.ts";
import { cell, label, line, row, tick, value } from "../engine/layout.ts";

const lasting = true;
const unitName = text("unitName", "体检单位名称", "体检单位名称是什么？", { lasting });
const contact = text("contact", "联系人", "联系人是谁？", { lasting, most: 12, sample: "陈联系" });
const unitAddress = text("unitAddress", "单位地址", "单位地址是什么？", { lasting, sample: "青浦区公园东路1号" });
const telephone = phone("phone", "联系电话", "联系电话是多少？", { lasting });
const headcount = count("headcount", "体检人数", "多少人体检？", {
  least: 1,
  known: ({ people, male, female }) =>
    people ?? (typeof male === "number" && typeof female === "number" ? male + female : undefined),
});
const examTime = date("examTime", "体检时间", "打算哪天体检？", { known: ({ examDate }) => examDate });
const ownerships = ["私营企业", "港澳台商投资企业", "外商投资企业", "股份制企业", "其他企业"] as const;
/** As people say them. */
const ownershipWords: Readonly<Record<string, RegExp>> = {
  私营企业: /私营|私企|民营|民企/,
  港澳台商投资企业: /港资|台资|港澳台/,
  外商投资企业: /外商|外资|合资|外企|[日美德法韩]资/,
  股份制企业: /股份/,
};
const ownership = choice(
  "ownership",
  "单位所有制形式",
  "单位是哪种所有制形式？（私营、港澳台商投资、外商投资、股份制、其他）",
  ownerships.map((value) => ({ value, ...(ownershipWords[value] && { heard: ownershipWords[value] }) })),
);
const planOf = (letter: string): string => `职工健康体检计划${letter}`;
const plan = choices(
  "plan",
  "体检计划",
  "选哪个体检计划：A、B还是C？（可以选几个）",
  ["A", "B", "C"].map((letter) => ({
    value: planOf(letter),
    heard: new RegExp(`(?<![a-z])${letter}(计划|套餐)?$`, "i"),
  })),
);
const fillDate = date("fillDate", "填表日期:", "填表日期是哪天？（可以说“今天”）");
const wide = { columns: 3 };
const half = { columns: 2 };

export const companyCheckup = defineForm({
  id: "2-3-2",
  name: "companyCheckupForm",
  title: "2023年青浦工会企业职工健康体检行动补贴申请表",
  short: "企业体检补贴申请表",
  heard: /(?<!困难)(?:企业|单位|公司|厂里?).{0,6}体检|体检行动|2-3-2/,
  kin: /体检/,
  topics: ["2-3.company-apply", "2-3.apply", "0.apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-3-2",
  kind: "official",
  who: "体检单位（企业）工会",
  handIn: "体检单位盖章，镇、街道总工会审核盖章，报区总工会审核盖章，再交体检中心实施",
  copies: "一式二份",
  roster: ({ total }) => ({ headcount: total }),
  seals: ["体检单位工会", "镇、街道总工会", "区总工会", "承办单位"],
  advice: ["体检名册（附件2-3-6）要和申请表同步发给区总工会综合保障部，未发送不予盖章确认。"],
  sections: [
    { title: "单位", fields: [unitName, contact, unitAddress, telephone, ownership] },
    { title: "体检", fields: [headcount, examTime, examPlace, plan] },
    { title: "填表", fields: [fillDate] },
  ],
  rule: {
    id: "K13",
    facts: (given) => {
      const chosen = given(plan.fact);
      return { people: given(headcount.fact), ...(chosen?.length === 1 && { plan: chosen[0]?.at(-1) }) };
    },
  },
  checks: [
    notInFuture(fillDate),
    {
      level: "warning",
      at: headcount.fact,
      wrong: (given) => {
        const people = given(headcount.fact);
        const { least, most } = lawOn("checkup").company.batch.value;
        if (people === undefined || (people >= least && people <= most)) return undefined;
        return people < least
          ? `体检以团队形式进行，每批${least}-${most}名左右；${people}人少于${least}人，请先和体检中心商量`
          : `体检每批${least}-${most}名左右；${people}人要分批安排`;
      },
    },
    {
      level: "warning",
      at: examPlace.fact,
      wrong: (given) => {
        const place = given(examPlace.fact);
        if (place === undefined || subsidyCentres().includes(place)) return undefined;
        return "体检地点列了5家，但企业补贴申请表只写交其中4家（没有美馨），选美馨前请先问综合保障部";
      },
    },
  ],
  layout: {
    kind: "sheet",
    annex: "附件 2-3-2",
    title: ["2023 年青浦工会企业职工健康体检行动补贴申请表"],
    columns: [22, 30, 16, 32],
    rows: [
      row(12, label("体检单位名称"), value(unitName.fact), label("联系人"), value(contact.fact)),
      row(12, label("单位地址"), value(unitAddress.fact), label("联系电话"), value(telephone.fact)),
      row(12, label("体检人数"), value(headcount.fact), label("体检时间"), value(examTime.fact)),
      row(12, label("体检地点"), value(examPlace.fact, wide)),
      row(
        18,
        label("单位所有制形式"),
        cell(
          [
            line(...ownerships.slice(0, 3).flatMap((option) => [tick(ownership.fact, option), "  "])),
            line(...ownerships.slice(3).flatMap((option) => [tick(ownership.fact, option), "  "])),
          ],
          wide,
        ),
      ),
      row(
        24,
        label("体检\n计划"),
        cell(
          ["A", "B", "C"].map((letter) =>
            line(tick(plan.fact, planOf(letter), "before", ` 职工健康体检计划 ${letter}`)),
          ),
          wide,
        ),
      ),
      row(42, seal("体检单位工会\n盖章：", half), seal("镇、街道总工会\n盖章：", half)),
      row(42, seal("区总工会\n盖章：", half), seal("承办单位\n盖章：", half)),
    ],
    below: [closing(["填表日期:", fillDate.fact, blankDay])],
    notes: ["注：本表(一式二份)请体检单位如实填写、加盖公章后，经镇、街道总工会审核后加盖公章，报区总工会审核盖章。"],
  },
});
