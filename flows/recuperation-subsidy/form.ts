/** 附件 2-1-2 《2023 年长三角及协作区域疗休养活动补贴申请表》; filled in by the unit that sends its workers. */
import { daysBetween } from "../../rules/common/calendar.ts";
import { lawOn } from "../../rules/editions/index.ts";
import { atMostDays, notInFuture, notMoreThan, sumsUp, withinSeason } from "../common/checks.ts";
import { fillDate, filler, fillerPhone, leaderName, leaderPhone, unitAddress } from "../common/facts.ts";
import { choice, count, period, text } from "../common/fields.ts";
import { keyOf } from "../common/key-of.ts";
import { blankDay, blankPeriod, closing, seal } from "../common/layout.ts";
import { defineForm } from "../engine/form.ts";
import { answer, cell, label, line, row, tick, value } from "../engine/layout.ts";

const required = "document";
/** Names of the three kinds in the calculators. */
const kinds = {
  yangtzeDelta: "长三角区域",
  counterpart: "对口合作区域",
  municipalSanatorium: "市总直管院所",
} as const;
type Kind = keyof typeof kinds;
const isKind = (key: unknown): key is Kind => typeof key === "string" && key in kinds;

const unitName = text("unitName", "休养单位名称", "休养单位名称是什么？", { required, lasting: true });
const when = period("period", "疗休养起止时间", "疗休养哪天开始、哪天结束？", {
  required,
  hint: "5月1日到11月30日之间；长三角最多3天2晚，对口合作最多4天3晚",
  known: ({ startDate, endDate }) => ({ from: startDate, to: endDate }),
});
const travelAgency = text("travelAgency", "承接旅行社", "由哪家旅行社承接？", { required, sample: "青浦示例旅行社" });
const plan = choice(
  "plan",
  "疗休养计划",
  "是长三角区域、对口合作区域，还是市总直管院所？",
  [
    { value: kinds.yangtzeDelta, heard: /长三角|江浙沪/ },
    { value: kinds.counterpart, heard: /对口|协作|六安|三明|宜春/ },
    { value: kinds.municipalSanatorium, heard: /直管|院所|沙家浜|西山|黄山|屏风山/ },
  ],
  {
    required,
    why: "三类的补贴和天数不同。",
    known: ({ recuperation }) => (isKind(recuperation) ? kinds[recuperation] : undefined),
  },
);
const actualHeadcount = count("actualHeadcount", "实际疗休养人数", "实际多少人参加疗休养？", {
  required,
  least: 1,
  known: ({ people }) => people,
});
const part = (id: string, printed: string) =>
  count(id, printed, `其中${printed.replace("其中：", "")}多少人？（没有就填0）`, { required });
const countModel = part("countModel", "其中：劳模先进");
const countCraftsman = part("countCraftsman", "工匠技师");
const countAntiEpidemic = part("countAntiEpidemic", "为抗疫做出贡献");
const countIndustrial = part("countIndustrial", "产业工人");
const countOther = part("countOther", "其他对象");
const parts = [countModel, countCraftsman, countAntiEpidemic, countIndustrial, countOther];
const wide = { columns: 3 };

const longest = (printed: string | undefined) => {
  const { yangtzeDelta, counterpart } = lawOn("travel").recuperation;
  if (printed === kinds.yangtzeDelta) return yangtzeDelta.longest.value;
  return printed === kinds.counterpart ? counterpart.longest.value : undefined;
};

export const recuperationSubsidy = defineForm({
  id: "2-1-2",
  name: "recuperationSubsidyForm",
  title: "2023年长三角及协作区域疗休养活动补贴申请表",
  short: "疗休养补贴申请表",
  heard: /疗休养|疗养|2-1-2/,
  kin: /旅游|游玩|出游/,
  topics: ["2-1.recup-apply", "2-1.which-form", "0.apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-1-2",
  kind: "official",
  who: "疗休养单位经办人",
  handIn: "参加单位盖章，街镇、委、局、区属公司工会审核盖章，区总工会审核后加盖公章，最后交承办单位",
  deadline: "活动在5月1日至11月30日之间",
  window: () => lawOn("travel").recuperation.period,
  places: (given) => {
    const key = keyOf(kinds, given(plan.fact));
    const count = given(actualHeadcount.fact);
    if (key === undefined || count === undefined) return undefined;
    return { quota: `2023-recuperation-${key}`, of: lawOn("travel").recuperation[key].headcount, count, unit: "人" };
  },
  seals: ["休养单位工会", "街镇、委、局、区属公司工会（表上写作“区局(产业)工会”）", "区总工会", "承办单位"],
  advice: ["表上没有单独的区总工会盖章栏，表注却要求区总工会加盖公章。"],
  sections: [
    { title: "单位", fields: [unitName, unitAddress, leaderName, leaderPhone] },
    { title: "疗休养", fields: [when, travelAgency, plan] },
    { title: "人数", fields: [actualHeadcount, ...parts] },
    { title: "填表", fields: [filler, fillerPhone, fillDate] },
  ],
  rule: {
    id: "K04",
    facts: (given) => {
      const dates = given(when.fact);
      const recuperation = keyOf(kinds, given(plan.fact));
      return {
        people: given(actualHeadcount.fact),
        ...(dates && { startDate: dates.from, endDate: dates.to, days: daysBetween(dates.from, dates.to) + 1 }),
        ...(recuperation && { recuperation }),
      };
    },
  },
  checks: [
    withinSeason(when, () => lawOn("travel").recuperation.period.value),
    atMostDays(when, longest, plan),
    ...parts.map((some) => notMoreThan(some, actualHeadcount)),
    sumsUp("warning", actualHeadcount, parts, "；文件没有写各类能不能重复，请核对。表里没有“重大工程项目”一行"),
    notInFuture(fillDate),
  ],
  layout: {
    kind: "sheet",
    annex: "附件 2-1-2",
    title: ["2023 年长三角及协作区域疗休养活动补贴申请表"],
    columns: [20, 30, 17, 33],
    rows: [
      row(11, label("休养单位名称"), value(unitName.fact), label("领队姓名"), value(leaderName.fact)),
      row(11, label("单位地址"), value(unitAddress.fact), label("领队电话"), value(leaderPhone.fact)),
      row(11, label("疗休养起止时间"), cell([line(answer(when.fact, blankPeriod))], wide)),
      row(11, label("承接旅行社"), value(travelAgency.fact, wide)),
      row(
        20,
        label("疗休养\n计划"),
        cell(
          Object.values(kinds).map((printed, at) => line(tick(plan.fact, printed, "after", `${at + 1} ${printed} `))),
          wide,
        ),
      ),
      row(9, label("实际疗休养人数"), value(actualHeadcount.fact, wide)),
      ...parts.map((some) => row(8, label(some.fact.label), value(some.fact, wide))),
      row(28, seal("区局(产业)工会\n盖章：", { columns: 4 })),
      row(28, seal("休养单位工会\n盖章：", { columns: 4 })),
      row(28, seal("承办单位\n盖章：", { columns: 4 })),
    ],
    below: [
      closing(
        ["填表人：", filler.fact, "          "],
        ["联系电话：", fillerPhone.fact, "            "],
        ["填表日期:", fillDate.fact, blankDay],
      ),
    ],
    notes: [
      "注：此表请如实填写所有内容，参加单位加盖公章，街镇、委、局、区属公司工会审核盖章，经区总工会审核后加盖公章，交承办单位。",
    ],
  },
});
