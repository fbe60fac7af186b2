/** 附件 2-1-1 《2023 年“看上海”活动补贴申请表》; filled in by a grassroots union, never by a single worker. */
import { daysBetween } from "../../rules/common/calendar.ts";
import { lawOn } from "../../rules/editions/index.ts";
import { inShanghai } from "../../rules/travel/facts.ts";
import { atMostDays, notInFuture, withinSeason } from "../common/checks.ts";
import { fillDate, filler, fillerPhone, leaderName, leaderPhone, unitAddress } from "../common/facts.ts";
import { count, period, text } from "../common/fields.ts";
import { blankDay, blankPeriod, closing, seal } from "../common/layout.ts";
import { defineForm } from "../engine/form.ts";
import { answer, cell, label, line, row, value } from "../engine/layout.ts";

const required = "document";
const unitName = text("unitName", "单位名称", "单位名称是什么？", { required, lasting: true });
const when = period("period", "起止时间", "活动哪天开始、哪天结束？", {
  required,
  hint: "5月1日到11月30日之间，最多2天1晚",
  known: ({ startDate, endDate }) => ({ from: startDate, to: endDate }),
});
const headcount = count("headcount", "参加人数", "多少人参加？", { required, least: 1, known: ({ people }) => people });
const route = text("route", "看上海线路", "走哪条线路？", {
  required,
  most: 60,
  hint: "须在本市范围内",
  sample: "朱家角—金泽一日游",
});
const travelAgency = text("travelAgency", "承接旅行社", "由哪家旅行社承接？", {
  required,
  hint: "可选本区列入人社招标目录的旅行社",
  sample: "青浦示例旅行社",
});

const elsewhere = inShanghai.choices?.find(({ value: inside }) => !inside)?.heard;
const tripOf = (days: number | undefined): string | undefined =>
  days === 2 ? "twoDay" : days === 1 ? "oneDay" : undefined;
const wide = { columns: 3 };

export const kanShanghaiSubsidy = defineForm({
  id: "2-1-1",
  name: "kanShanghaiSubsidyForm",
  title: "2023年“看上海”活动补贴申请表",
  short: "看上海补贴申请表",
  heard: /看上海|爱上海|一日游|[两二2]天[一1]晚|2-1-1/,
  kin: /旅游|游玩|出游/,
  topics: ["2-1.kan-apply", "2-1.which-form", "0.apply", "0.fill-form"],
  by: "unit",
  clause: "2023/2-1-1",
  kind: "official",
  who: "基层工会经办人",
  handIn: "参加单位盖章，街镇、委、局、区属公司工会审核盖章，区总工会审核盖章，最后交承办单位",
  deadline: "活动在5月1日至11月30日之间；申报名额满后截止",
  window: () => lawOn("travel").cityTrip.period,
  places: (given) => {
    const count = given(headcount.fact);
    return count === undefined
      ? undefined
      : { quota: "2023-city-trip", of: lawOn("travel").cityTrip.headcount, count, unit: "人" };
  },
  seals: ["活动单位工会", "镇、街道、委、局、区属公司工会", "区总工会", "承办单位"],
  sections: [
    { title: "单位", fields: [unitName, unitAddress, leaderName, leaderPhone] },
    { title: "活动", fields: [when, headcount, route, travelAgency] },
    { title: "填表", fields: [filler, fillerPhone, fillDate] },
  ],
  rule: {
    id: "K01",
    facts: (given) => {
      const dates = given(when.fact);
      const trip = tripOf(dates && daysBetween(dates.from, dates.to) + 1);
      return {
        people: given(headcount.fact),
        ...(dates && { startDate: dates.from, endDate: dates.to }),
        ...(trip && { trip }),
      };
    },
  },
  checks: [
    withinSeason(when, () => lawOn("travel").cityTrip.period.value),
    atMostDays(when, () => lawOn("travel").cityTrip.longest.value),
    notInFuture(fillDate),
    {
      level: "warning",
      at: route.fact,
      wrong: (given) =>
        elsewhere?.test(given(route.fact) ?? "") ? "线路里有外地的地名；看上海须在本市范围内" : undefined,
    },
  ],
  layout: {
    kind: "sheet",
    annex: "附件 2-1-1",
    title: ["2023 年“看上海”活动补贴申请表"],
    columns: [17, 33, 17, 33],
    rows: [
      row(13, label("单位名称"), value(unitName.fact), label("领队姓名"), value(leaderName.fact)),
      row(13, label("单位地址"), value(unitAddress.fact), label("领队电话"), value(leaderPhone.fact)),
      row(13, label("起止时间"), cell([line(answer(when.fact, blankPeriod))], wide)),
      row(13, label("参加人数"), value(headcount.fact, wide)),
      row(13, label("看上海线路"), value(route.fact, wide)),
      row(13, label("承接旅行社"), value(travelAgency.fact, wide)),
      row(
        44,
        seal("活动单位工会\n盖章：", { columns: 2 }),
        seal("镇、街道、委、局、\n区属公司工会盖章：", { columns: 2 }),
      ),
      row(44, seal("区总工会盖章：", { columns: 2 }), seal("承办单位盖章：", { columns: 2 })),
    ],
    below: [
      closing(
        ["填表人：", filler.fact, "          "],
        ["联系电话：", fillerPhone.fact, "            "],
        ["填表日期:", fillDate.fact, blankDay],
      ),
    ],
    notes: [
      "注：此表请如实填写所有内容，参加单位加盖公章，街镇、委、局、区属公司工会审核盖章，经区总工会审核加盖公章后交承办单位。",
    ],
  },
});
