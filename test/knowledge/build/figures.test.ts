import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf, unsupported } from "../../../knowledge/build/figures.ts";
import { loadDocument } from "../../../knowledge/document.ts";

const document = loadDocument();

describe("figures of a text", () => {
  it.each([
    ["1.08万元", "10800元"],
    ["10,800元", "10800元"],
    ["10800 元/人", "10800元"],
    ["１０８００元", "10800元"],
    ["一万零八百元", "10800元"],
    ["百分之四十", "40%"],
    ["40％", "40%"],
    ["两年内", "2年"],
    ["2 年", "2年"],
    ["十三类行业", "13"],
    ["13类", "13"],
    ["2023年 5月 1日", "2023-05-01"],
    ["2023-05-01", "2023-05-01"],
    ["5月1日", "05-01"],
    ["五月一日", "05-01"],
    ["5月份开始", "05月"],
    ["2024年", "2024年"],
    ["6个月", "6个月"],
    ["未满60周岁", "60岁"],
    ["15个工作日", "15工作日"],
    ["万名职工", "10000人"],
    ["1:1:1", "1:1:1"],
    ["半年期", "0.5年"],
    ["59729571", "59729571"],
    ["沪工总劳2017]290 号", "2017〕290号"],
    ["不超过2天1晚", "2天 1晚"],
    ["5-6 月", "05月 06月"],
    ["公园东路1289弄26号3-6层", "1289 26 3 6"],
    ["公园东路 1158号", "1158"],
  ])("%s holds %s", (text, figures) => {
    expect(figuresOf(text).join(" ")).toBe(figures);
  });

  it.each([
    "三方一次统一一般一线十分，万一千万，第三方，三级医院，二三级医院，十四五规划",
    "1. 看上海 2. 品上海",
    "材料：1、术前报告；2、病理报告",
    "（一）组织时间；（3）良性脑肿瘤",
    "依据：附件2-1 一、（四）1.；附件2-3-1；附件1 第3项；附件2-2 一、〔保障费用〕3.",
    "2023年的方案，2023年度",
    "青总工〔2023〕23号",
    "“看上海”2天1晚活动，一日游，1日活动",
    "A、B、C三档，C类、D类、E类",
    "上半年和下半年，每年一次，一人一份，同一年",
    "同时符合两条，分三类，两个号码",
    "https://example.org/f/12ab34",
  ])("nothing in: %s", (text) => {
    expect(figuresOf(text)).toEqual([]);
  });

  it("are the same for every spelling of the same sum", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (yuan) => {
        const spellings = [`${yuan}元`, `${yuan.toLocaleString("en-US")}元`, `${yuan} 元/人`, `${yuan / 10_000}万元`];
        for (const spelling of spellings) expect(figuresOf(spelling), spelling).toEqual([`${yuan}元`]);
      }),
    );
  });

  it("are the same for a number in Chinese numerals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999 }), (days) => {
        expect(figuresOf(`${chinese(days)}天`)).toEqual([`${days}天`]);
      }),
    );
  });

  it("are the same however a day is written", () => {
    const parts = fc.record({
      year: fc.integer({ min: 2000, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const two = (value: number) => String(value).padStart(2, "0");
        const iso = `${year}-${two(month)}-${two(day)}`;
        expect(figuresOf(`${year} 年 ${month}月 ${day} 日`)).toEqual([iso]);
        expect(figuresOf(`${iso}前`)).toEqual([iso]);
      }),
    );
  });
});

describe("figures without origin", () => {
  const travel = document.fullText("2-1#1.4.1");
  const illness = document.fullText("2-5#3.3");

  it("are none in a true reply", () => {
    const reply =
      "可以，看上海2天1晚最高800元/人，餐费不超过总支出的百分之四十；区总补贴200元/人，须达到700元/人以上。\n依据：附件2-1 一、（四）1.";
    expect(unsupported(reply, [travel])).toEqual([]);
    expect(unsupported("D类住院60元/天，最高10800元；合计9.08万元", [document.fullText("2-2#1.2")])).toEqual([]);
    expect(unsupported("五家体检中心都可以", [document.fullText("2-3#4")])).toEqual([]);
    expect(unsupported("要交六项材料", [document.fullText("2-5#3.2")])).toEqual([]);
    expect(unsupported("四种大病", [document.fullText("2-5#1.2")])).toEqual([]);
  });

  it.each([
    ["最高900元/人", "900元"],
    ["餐费不超过50%", "50%"],
    ["餐费不超过百分之六十", "60%"],
    ["补贴200元/人，合计8000元", "8000元"],
    ["补贴两百五十元", "250元"],
    ["须达到700人以上", "700人"],
    ["不超过3天2晚", "3天 2晚"],
  ])("are found in: %s", (reply, figures) => {
    expect(unsupported(reply, [travel]).join(" ")).toBe(figures);
  });

  it.each([
    ["下半年可于2024年6月30日前递交", ""],
    ["下半年可于2024年12月31日前递交", "2024-12-31"],
    ["上半年可于12月31日前递交", ""],
    ["上半年可于12月30日前递交", "12-30"],
    ["上半年可于2022年12月31日前递交", "2022-12-31"],
    ["2025年还可以递交", "2025年"],
    ["愈期3年", "3年"],
  ])("are days of another year or date: %s", (reply, figures) => {
    expect(unsupported(reply, [illness]).join(" ")).toBe(figures);
  });

  it("take a day without a year in the source for one of 2023", () => {
    const source = document.fullText("2-3#2.5");
    expect(unsupported("2023年12月10日结束", [source])).toEqual([]);
    expect(unsupported("2024年12月10日结束", [source])).toEqual(["2024-12-10"]);
    expect(unsupported("12月1日结束", [source])).toEqual(["12-01"]);
  });

  it("are wrong units with a right number", () => {
    const benefits = document.fullText("2-2#1.2.2");
    expect(unsupported("住院最高60天", [benefits])).toEqual(["60天"]);
    expect(unsupported("最高给付180元", [benefits])).toEqual(["180元"]);
    expect(unsupported("六个月", [document.fullText("2-2#1.7.3")])).toEqual([]);
    expect(unsupported("六年", [document.fullText("2-2#1.7.3")])).toEqual(["6年"]);
  });

  it("are telephone and house numbers that differ in one digit", () => {
    expect(unsupported("电话59729571", [document.fullText("2-1")])).toEqual([]);
    expect(unsupported("电话59729572", [document.fullText("2-1")])).toEqual(["59729572"]);
    expect(unsupported("公园东路1158号", [document.fullText("2-3#4.1")])).toEqual([]);
    expect(unsupported("公园东路1185号", [document.fullText("2-3#4.1")])).toEqual(["1185"]);
    expect(unsupported("公园东路1289弄26号3-6层", [document.fullText("2-3#4.4")])).toEqual([]);
  });

  it("never stand in a clause that is its own source", () => {
    for (const { id } of document.clauses) {
      const text = document.fullText(id);
      expect(unsupported(text, [text]), id).toEqual([]);
    }
  });

  it("are found wherever a wrong sum is planted in a clause", () => {
    const clauses = document.clauses.filter(({ text }) => text !== "");
    fc.assert(
      fc.property(
        fc.constantFrom(...clauses),
        fc.integer({ min: 100_001, max: 999_999 }),
        fc.nat(),
        (clause, yuan, at) => {
          const place = text(clause.text, at);
          const planted = `${clause.text.slice(0, place)}，${yuan}元，${clause.text.slice(place)}`;
          expect(unsupported(planted, [clause.text])).toContain(`${yuan}元`);
        },
      ),
    );
  });
});

/** A place in the text that is not inside a number. */
function text(words: string, at: number): number {
  let place = at % (words.length + 1);
  while (place > 0 && /[\d.一二三四五六七八九十百千万-]/.test(words.slice(place - 1, place))) place -= 1;
  return place;
}

function chinese(value: number): string {
  const names = "零一二三四五六七八九";
  if (value >= 10_000) return join(chinese(Math.floor(value / 10_000)), "万", value % 10_000, 1000);
  if (value >= 1000) return join(names.charAt(Math.floor(value / 1000)), "千", value % 1000, 100);
  if (value >= 100) return join(names.charAt(Math.floor(value / 100)), "百", value % 100, 10);
  if (value >= 10) return join(value < 20 ? "" : names.charAt(Math.floor(value / 10)), "十", value % 10, 1);
  return names.charAt(value);
}

function join(high: string, unit: string, rest: number, next: number): string {
  if (rest === 0) return high + unit;
  const low = rest >= 10 && rest < 20 ? `一${chinese(rest)}` : chinese(rest);
  return `${high}${unit}${rest < next ? "零" : ""}${low}`;
}
