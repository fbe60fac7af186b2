/** 附件 2-8 附表 《劳模工匠服务队需求申请表》; filled in by enterprises and schools. */
import { notInFuture } from "../common/checks.ts";
import { choice, choices, date, phone, prose, text } from "../common/fields.ts";
import { keyOf } from "../common/key-of.ts";
import { blankDay, seal } from "../common/layout.ts";
import { defineForm } from "../engine/form.ts";
import { answer, apart, type Cell, cell, label, line, row, tick, value } from "../engine/layout.ts";

const lasting = true;
const belongTo = text("belongTo", "所属委局或街镇：", "属于哪个委、局或街镇？", {
  lasting,
  most: 16,
  sample: "盈浦街道",
});
const fillDate = date("fillDate", "年 月 日", "填表日期是哪天？（可以说“今天”）");
const unitName = text("unitName", "单位名称", "单位名称是什么？", { lasting });
const unitAddress = text("unitAddress", "单位地址", "单位地址是什么？", { lasting, sample: "青浦区公园东路1号" });
const unitTypes = ["国有", "非公(民营、外资等)", "学校", "其他"] as const;
/** The same types in the calculators. */
const unitTypeKeys = { state: unitTypes[0], private: unitTypes[1], school: unitTypes[2], other: unitTypes[3] } as const;
const unitType = choice("unitType", "单位类型", "单位是哪种类型？（国有、非公、学校、其他）", [
  { value: unitTypes[0], heard: /国有|国企/ },
  { value: unitTypes[1], heard: /非公|民营|外资|私营|民企/ },
  { value: unitTypes[2], heard: /学校|校园|中学|小学|大学|幼儿园/ },
  { value: unitTypes[3] },
]);
const industries = [
  ["机械与动力电气", "土木建筑", "交通运输", "金属材料"],
  ["计算机通讯仪电", "药物与生物医学工程", "化工"],
  ["工艺设计", "绿化餐饮", "综合", "其他"],
] as const;
const industry = choices("industry", "行业类别", "属于哪个行业？", industries.flat());
const contact = text("contact", "联系人", "联系人是谁？", { lasting, most: 12, sample: "陈联系" });
const mobile = phone("mobile", "手机", "联系人的手机号是多少？", { lasting, mobileOnly: true });
const needName = text("needName", "需求名称", "需求叫什么名称？", { most: 60, sample: "数控加工技术培训" });
const needTypes = [
  ["技术培训", "技术交流", "技术攻关", "技术协作"],
  ["公益讲座", "劳动教育", "其他"],
] as const;
const needType = choices(
  "needType",
  "需求类别",
  "需要哪一类服务？（技术培训、技术交流、技术攻关、技术协作、公益讲座、劳动教育、其他）",
  needTypes.flat(),
);
const needDetail = prose("needDetail", "需求内容简述", "简单说说需要什么？（可以另附）");

const wide = { columns: 3 };
const options = (of: typeof industry, groups: readonly (readonly string[])[]): Cell =>
  cell(
    groups.map((group) => line(...group.flatMap((option) => [tick(of.fact, option), "  "]))),
    wide,
  );

export const modelWorkerRequest = defineForm({
  id: "2-8-1",
  name: "modelWorkerRequestForm",
  title: "劳模工匠服务队需求申请表",
  short: "劳模工匠需求申请表",
  heard: /劳模|工匠|2-8-1/,
  topics: ["2-8.apply", "0.apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-8-1",
  kind: "official",
  who: "企业、校园",
  handIn: "基层工会、区总工会先后签意见；交到哪里文件没有写，请问区总工会宣传教育部何婷婷 59720877",
  seals: ["基层工会意见", "区总工会意见"],
  advice: ["项目经费从区总工会专项经费中列支，不得向服务单位收取任何费用。"],
  sections: [
    { title: "单位", fields: [belongTo, unitName, unitAddress, unitType, industry, contact, mobile] },
    { title: "需求", fields: [needName, needType, needDetail] },
    { title: "填表", fields: [fillDate] },
  ],
  rule: {
    id: "K26",
    facts: (given) => {
      const key = keyOf(unitTypeKeys, given(unitType.fact));
      return key === undefined ? {} : { unitType: key };
    },
  },
  checks: [
    notInFuture(fillDate),
    {
      level: "warning",
      at: unitType.fact,
      wrong: (given) => {
        const type = given(unitType.fact);
        if (type !== unitTypes[0] && type !== unitTypes[3]) return undefined;
        return `方案写的服务对象是非公企业和校园；表里虽有“${type}”选项，能否申请请先问宣传教育部`;
      },
    },
  ],
  layout: {
    kind: "sheet",
    title: ["劳模工匠服务队需求申请表"],
    above: [
      line("所属委局或街镇：", answer(belongTo.fact, "                "), apart, answer(fillDate.fact, blankDay)),
    ],
    columns: [18, 32, 15, 35],
    rows: [
      row(11, label("单位名称"), value(unitName.fact, wide)),
      row(11, label("单位地址"), value(unitAddress.fact, wide)),
      row(
        11,
        label("单位类型"),
        cell(
          [
            line(
              ...unitTypes.flatMap((option, at) => [
                tick(unitType.fact, option, "before", at === 1 ? "非公 ( 民营、外资等) " : option),
                "  ",
              ]),
            ),
          ],
          wide,
        ),
      ),
      row(24, label("行业类别"), options(industry, industries)),
      row(11, label("联系人"), value(contact.fact), label("手机"), value(mobile.fact)),
      row(11, label("需求名称"), value(needName.fact, wide)),
      row(18, label("需求类别"), options(needType, needTypes)),
      row(58, label("需求内容简述\n(可附后 )"), value(needDetail.fact, { ...wide, vertical: "top" })),
      row(28, label("基层工会意见"), seal("", wide)),
      row(28, label("区总工会意见"), seal("", wide)),
    ],
  },
});
