import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Knowledge, openKnowledge } from "../../../knowledge/index.ts";
import { localEmbedder } from "../../../knowledge/model/local.ts";
import { conversation } from "../../support/conversation.ts";

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge({ embedder: localEmbedder(), patience: 60_000 });
});
afterAll(() => knowledge.close());

/** Says each line; every reply must hold its words. */
async function transcript(lines: readonly (readonly [said: string, ...words: (string | RegExp)[]])[], today?: string) {
  const talk = conversation(knowledge, today);
  for (const [said, ...words] of lines) {
    const { text } = await talk.say(said);
    for (const word of words) expect(text, said).toMatch(word);
  }
}

describe("an interview", () => {
  test("asks only for what is missing, takes corrections, and adds up again", () =>
    transcript([
      ["算下体检我们单位要付多少钱", /计划|套餐/],
      ["B套餐", "503", "526"],
      ["男10女10", "7290"],
      ["女的改成20个", "11050"],
      ["换成C计划", "13150"],
    ]));

  test("says why it asks, goes back, starts anew and is cancelled", () =>
    transcript([
      ["帮我算下E类要交多少钱", /什么时候|哪天/],
      ["为什么问", "因为", /什么时候|哪天/],
      ["上一题", "C类", "E类"],
      ["上一题", "没有上一题"],
      ["重新算", "重新算"],
      ["取消", "已取消"],
      ["上一题", "没有正在进行的计算"],
    ]));

  test("answers a question in the middle and goes on", () =>
    transcript([
      ["帮我算下E类要交多少钱", /哪天|什么时候/],
      ["微心愿最多多少钱", "500", "接着刚才的"],
      ["我自己网上交的，8月10号", "36", "9月1日"],
    ]));

  test("names what cannot be and keeps what was told", () =>
    transcript([
      ["帮我算下E类要交多少钱", /哪天|什么时候/],
      ["2月30号", "没有「2月30号」这一天", /哪天|什么时候/],
      ["自己网上交的，2月28号", "72"],
    ]));

  test("copes with 不清楚", () =>
    transcript([
      ["帮我算下E类要交多少钱", /哪天|什么时候/],
      ["不清楚", /36|72|算不准/],
    ]));
});

describe("a follow-up", () => {
  test("counts people who come and go", () =>
    transcript([
      ["20个人看上海两天一晚，每人750，区里一共补多少", "4000"],
      ["少来了5个", "3000"],
      ["再多来3个", "3600"],
      ["怎么算的", "18×200"],
    ]));

  test("changes the case, the attribute, and the project", () =>
    transcript([
      ["看上海一日游区总补多少", "100"],
      ["两天一晚的呢", "200"],
      ["打谁电话", "59729571"],
      ["大病慰问的呢", "59731198"],
      ["回到刚才那个，两天一晚最高多少一个人", "800"],
    ]));

  test("answers both of two questions", () =>
    transcript([["我5月20号自己网上交的E类，该交多少？从哪天起算？", "72", "6月1日"]]));

  test("answers two schemes in one message", () =>
    transcript([["12个人看上海一日游每人260补多少，顺便问下大病慰问给多少", "1200", "3000"]]));

  test("takes a choice by its number", () =>
    transcript([
      ["我能报销多少体检费", "120", "150", "180"],
      ["2", "300"],
    ]));
});

describe("beyond a bare number", () => {
  test("says the days that are left", () => transcript([["3月份确诊的大病，材料最晚哪天交", "12月31日", "还有199天"]]));

  test("compares two plans", () => transcript([["体检A换B要多付多少", "39", "GGT"]]));

  test("says how near the miss is, and what happens if", () =>
    transcript([
      ["看上海两天一晚每人680能补吗", "700", "还差20元"],
      ["要是720呢", "200"],
    ]));

  test("lets one fact refuse", () => transcript([["我爸62岁了能参保吗", "不能", "60"]]));
});

describe("a correction", () => {
  test("「不是X，是Y」 names Y alone, and what follows is about Y", () =>
    transcript([
      ["D类住院20天多少", "1200"],
      ["不是D，是E类", "6000"],
      ["那200天呢", "54000"],
      ["死了赔多少", "15万", "2万", "互斥"],
    ]));

  test("moves the heads to the other sex", () =>
    transcript([
      ["B计划20个男的企业付多少", "7060"],
      ["换成女的", "7520"],
      ["那C计划呢", "8920"],
    ]));

  test("takes a bare day or number for the one told before", async () => {
    await transcript([
      ["2023年2月确诊的最晚几时交", "2023年12月31日"],
      ["那8月呢", "2024年6月30日"],
    ]);
    await transcript([
      ["家政能参加互助保障吗", "可以"],
      ["61岁呢", "不能"],
      ["59呢", /哪一类工作|可以/],
    ]);
  });

  test("compares the meals with the cost told before", () =>
    transcript([
      ["看上海两天一晚人均690", "还差10元"],
      ["那710呢", "可以申请"],
      ["餐费300可以吗", "不符合", "40%", "284"],
    ]));

  test("an article counts nobody", () =>
    transcript([
      ["上门补贴一天多少", "150"],
      ["电话给一个", "59729237"],
    ]));
});

describe("meals of a trip", () => {
  test.each([
    ["看上海一日游人均280，餐费150，可以吗", "不符合", "50%", "140"],
    ["看上海2天1晚，餐费300总共800，超标吗", "700", "最多320元"],
    ["一日游吃饭占了45%，超标没", "50%"],
  ])("%s", (...line) => transcript([line]));
});

describe("on a later day", () => {
  test("says of which year it speaks and that the window has closed", () =>
    transcript([["看上海两天一晚补多少", /^按2023年的规定/, "2023年11月30日，现在已经过了"]], "2026-11-25"));

  test("reads a supposed year back", () =>
    transcript([["我自己8月10号在随申办上交的E类，要多少钱", "36", "按2023年8月10日算"]], "2026-11-25"));

  test("does not speak for other years", () => transcript([["2025年看上海补多少", "文件没有写2025年"]], "2026-11-25"));
});

describe("limits", () => {
  test.each([
    ["", "没有收到文字"],
    ["   \u200b\n", "没有收到文字"],
    ["😀😀", "没有收到文字"],
    ["长".repeat(100_000), "太长了"],
    ["asdkjh qwe zxc", /没看懂|换个/],
    ["松江区总工会体检补贴多少", "不在范围"],
  ])("「%.20s」 gets a clear line", (said, words) => transcript([[said, words]]));

  test("personal data in a room is neither answered nor repeated", async () => {
    const { text, outcome } = await conversation(knowledge).say("我身份证310118199003076132，大病慰问给多少", {
      inRoom: true,
    });
    expect(outcome).toBe("refused");
    expect(text).not.toContain("310118");
  });
});
