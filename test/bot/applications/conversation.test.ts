/** Applications by conversation: consent first, privately, without losing or doubling anything, and honest about time and places. */
import { afterAll, describe, expect, it } from "vitest";
import { stepped } from "../../../bot/applications/life.ts";
import { sendNotices } from "../../../bot/applications/notices.ts";
import { remind } from "../../../bot/applications/reminders.ts";
import { bindingCode } from "../../../bot/applications/tickets.ts";
import type { Channel, Outgoing } from "../../../bot/channels/channel.ts";
import { fixedClock } from "../../../bot/clock.ts";
import { silentLog } from "../../../bot/log.ts";
import { maskLines } from "../../../bot/privacy/mask.ts";
import type { Application, Stored } from "../../../bot/storage/records.ts";
import type { LogEntry, Store } from "../../../bot/storage/store.ts";
import { openKnowledge } from "../../../knowledge/index.ts";
import { heading, idNumber, workbook } from "../../flows/roster/make.ts";
import { type Office, office } from "../../support/office.ts";
import type { Line } from "../../support/officer.ts";

const knowledge = await openKnowledge();
afterAll(() => knowledge.close());

const text = async (line: Line, said: string, file?: Parameters<Line["say"]>[1]): Promise<string> =>
  (await line.say(said, file)).map((reply) => reply.text).join("\n");

async function all(store: Store): Promise<readonly Stored<"application">[]> {
  const found: Stored<"application">[] = [];
  for await (const one of store.records("application")) found.push(one);
  return found;
}
async function logOf(store: Store): Promise<readonly LogEntry[]> {
  const lines: LogEntry[] = [];
  for await (const entry of store.log({})) lines.push(entry);
  return lines;
}
const values = async (store: Store): Promise<readonly Application[]> => (await all(store)).map(({ value }) => value);

/** A trip of some people, all in one message after the consent. */
async function handInTrip(line: Line, people: number, unit = "上海青浦示例科技有限公司"): Promise<readonly Outgoing[]> {
  await line.say("我要申请看上海补贴");
  await line.say("同意");
  const facts = [
    `单位名称：${unit}`,
    "单位地址：公园东路100号",
    "领队姓名：王小明",
    "领队电话：13812345678",
    "起止时间：6月20日到21日",
    `参加人数：${people}人`,
    "看上海线路：朱家角一日线",
    "承接旅行社：青浦示例旅行社",
    "填表人：李四",
    "联系电话：59729571",
  ];
  await line.say(facts.join("\n"));
  return line.say("交");
}

async function desk(today = "2023-06-15"): Promise<Office & { readonly officer: Line }> {
  const opened = await office({ knowledge, today });
  return { ...opened, officer: opened.line("officer") };
}

describe("consent", () => {
  it("comes before any personal field, and nothing typed before it is kept", async () => {
    const { officer, store } = await desk();
    expect(await text(officer, "我要申请看上海补贴")).toContain("同意请回「同意」");
    expect(await text(officer, "单位名称：秘密单位，领队姓名：张秘密")).toContain("没有保存");
    expect(await all(store())).toEqual([]);
    expect(await text(officer, "同意")).toContain("单位名称是什么？");
    const consent = await store().record("consent", "web:officer");
    expect(consent?.value.given).toMatchObject([{ purpose: "application", channel: "web" }]);
    expect(JSON.stringify(await values(store()))).not.toContain("秘密");
  });

  it("refused gives a blank sheet and keeps answering about the policy", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请看上海补贴");
    const [reply] = await officer.say("不同意");
    expect(reply?.files).toHaveLength(1);
    expect(await all(store())).toEqual([]);
    expect(await text(officer, "看上海两天一晚补多少？")).toContain("200元");
  });

  it("for an illness is asked for by itself", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请大病慰问");
    expect(await text(officer, "同意")).toContain("单独同意");
    expect(await all(store())).toEqual([]);
    expect(await text(officer, "不同意")).toContain("没有保存病情");
    await officer.say("我要申请大病慰问");
    expect(await text(officer, "同意")).toContain("叫什么名字");
  });

  it("is not asked for twice, and taken back it removes the draft", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请看上海补贴");
    await officer.say("同意");
    await officer.say("上海青浦示例科技有限公司");
    await officer.say("暂存");
    expect(await text(officer, "我要申请疗休养补贴")).toContain("休养单位名称");
    expect(await all(store())).toHaveLength(2);
    expect(await text(officer, "撤回同意")).toContain("已撤回同意");
    expect(await all(store())).toEqual([]);
    expect(await text(officer, "我要申请看上海补贴")).toContain("同意请回「同意」");
  });
});

describe("a room", () => {
  it("gets no form, no status and no file", async () => {
    const opened = await desk();
    const room = opened.line("officer", "room1");
    expect(await text(room, "我要申请看上海补贴")).toContain("私聊");
    await handInTrip(opened.officer, 40);
    const said = await room.say("我的申请到哪了");
    expect(said[0]?.text).toContain("私聊");
    expect(said[0]?.text).not.toMatch(/QP-|示例科技/);
    const refused = await room.say("", { name: "名册.xlsx", bytes: Buffer.from("x") });
    expect(refused[0]?.text).toContain("没有保存");
    expect(refused[0]?.files).toBeUndefined();
  });
});

describe("handing in", () => {
  it("gives a number, the sheet, what to do next, and the quota with its date", async () => {
    const { officer, store } = await desk();
    const [reply] = await handInTrip(officer, 40);
    expect(reply?.text).toContain("QP-2-1-1-2023-000001");
    expect(reply?.text).toContain("截至2023年6月15日，经这里登记40人（文件写全区6000人）");
    expect(reply?.files?.[0]?.name).toBe("2-1-1 看上海补贴申请表 QP-2-1-1-2023-000001.docx");
    expect(await store().quotaUsed("2023-city-trip")).toBe(40);
    expect(await text(officer, "我的申请到哪了")).toContain("等单位工会盖章");
  });

  it("of the very same once more changes nothing", async () => {
    const { officer, store } = await desk();
    await handInTrip(officer, 40);
    const [again] = await handInTrip(officer, 40);
    expect(again?.text).toContain("没有重复登记");
    expect(again?.text).toContain("QP-2-1-1-2023-000001");
    expect(await all(store())).toHaveLength(1);
    expect(await store().quotaUsed("2023-city-trip")).toBe(40);
    const [other] = await handInTrip(officer, 41);
    expect(other?.text).toContain("QP-2-1-1-2023-000002");
    expect(other?.text).toContain("已经交过一份（QP-2-1-1-2023-000001）");
  });

  it("after its window is accepted as late and said so", async () => {
    const { officer, store } = await desk("2023-12-20");
    expect(await text(officer, "我要申请看上海补贴")).toContain("办理期到2023年11月30日，已经过了");
    const [reply] = await handInTrip(officer, 40);
    expect(reply?.text).toContain("按迟交登记");
    expect((await values(store()))[0]).toMatchObject({ status: "handedIn", late: true });
  });

  it("over the quota is registered as waiting, and the places of others stand", async () => {
    const { officer, store, line } = await desk();
    const full = { quota: "2023-city-trip", count: 5990, limit: 6000 };
    const [first] = await handInTrip(line("first"), 10, "甲单位");
    expect(first?.text).toContain("QP-");
    const [stored] = await all(store());
    const value = { ...(stored as Stored<"application">).value, places: full };
    await store().apply([{ kind: "application", id: value.id, person: value.owner, value }]);
    const [over] = await handInTrip(officer, 11, "乙单位");
    expect(over?.text).toContain("按候补登记");
    expect(await store().quotaUsed("2023-city-trip")).toBe(5990);
    const [fits] = await handInTrip(line("third"), 10, "丙单位");
    expect(fits?.text).toContain("经这里登记6000人");
    expect(await store().quotaUsed("2023-city-trip")).toBe(6000);
  });

  it("by twenty at once gives twenty numbers and never more places than there are", async () => {
    const { store, line } = await desk();
    const officers = Array.from({ length: 20 }, (_, at) => line(`officer${at}`));
    const replies = await Promise.all(officers.map((one, at) => handInTrip(one, 400, `单位${at}`)));
    const numbers = replies.map(([reply]) => /QP-2-1-1-2023-\d{6}/.exec(reply?.text ?? "")?.[0]);
    expect(new Set(numbers).size).toBe(20);
    expect(numbers).not.toContain(undefined);
    expect(await store().quotaUsed("2023-city-trip")).toBe(6000);
    expect((await values(store())).filter(({ overQuota }) => overQuota)).toHaveLength(5);
  });

  it("is refused while something is wrong or missing, and says what", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请看上海补贴");
    await officer.say("同意");
    expect(await text(officer, "交")).toContain("还没填：单位名称");
    expect((await values(store()))[0]?.status).toBe("draft");
    expect(await text(officer, "起止时间：6月20日到25日")).toContain("记下");
    await officer.say(
      "单位名称：甲\n单位地址：乙路1号\n领队姓名：丙\n领队电话：13812345678\n参加人数：5\n看上海线路：丁\n承接旅行社：戊\n填表人：己\n联系电话：59729571",
    );
    const review = await text(officer, "交");
    expect(review).toContain("超过了2天1晚");
    expect((await values(store()))[0]?.status).toBe("draft");
    await officer.say("起止时间改成6月20日到21日");
    expect(await text(officer, "交")).toContain("受理编号");
  });
});

describe("after handing in", () => {
  it("a returned one tells its owner, frees its places, is corrected under its number and takes places again", async () => {
    const { officer, store } = await desk();
    await handInTrip(officer, 40);
    const [stored] = await all(store());
    const before = (stored as Stored<"application">).value;
    const returned = stepped(before, {
      to: "returned",
      actor: "staff",
      by: "staff:张干事",
      at: "2023-06-16T00:00:00.000Z",
      reason: "请附线路说明",
    });
    await store().apply([
      { kind: "application", id: before.id, person: before.owner, value: returned },
      {
        kind: "notice",
        id: "n1",
        person: before.owner,
        value: { id: "n1", person: before.owner, text: "您的申请退回了", at: "" },
      },
    ]);
    expect(await store().quotaUsed("2023-city-trip")).toBe(0);
    const sent: Outgoing[] = [];
    const web: Channel = {
      name: "web",
      start: async () => [],
      send: async (one) => void sent.push(one),
      stop: async () => undefined,
    };
    const parts = { store: store(), channels: [web], clock: fixedClock("2023-06-16"), log: silentLog };
    expect(await sendNotices(parts)).toBe(1);
    expect(await sendNotices(parts)).toBe(0);
    expect(sent.map((one) => one.text)).toEqual(["您的申请退回了"]);
    expect(await text(officer, "我的申请到哪了")).toContain("原因：请附线路说明");
    expect(await text(officer, "修改申请")).toContain("请附线路说明");
    await officer.say("参加人数改成45");
    const [reply] = await officer.say("交");
    expect(reply?.text).toContain("还是原来的编号QP-2-1-1-2023-000001");
    expect(await store().quotaUsed("2023-city-trip")).toBe(45);
    expect((await values(store()))[0]?.history.map(({ did }) => did)).toEqual([
      "draft",
      "handedIn",
      "returned",
      "handedIn",
    ]);
  });

  it("it can be taken back after a second word, and frees its places", async () => {
    const { officer, store } = await desk();
    await handInTrip(officer, 40);
    expect(await text(officer, "撤回申请")).toContain("确认撤回");
    expect(await text(officer, "看上海一日游补多少？")).toContain("100元");
    expect(await store().quotaUsed("2023-city-trip")).toBe(40);
    await officer.say("撤回申请");
    expect(await text(officer, "确认撤回")).toContain("占的名额已放出来");
    expect(await store().quotaUsed("2023-city-trip")).toBe(0);
    expect(await text(officer, "撤回申请")).toContain("没有可以撤回的申请");
  });

  it("nobody else learns of it, not even by its number", async () => {
    const { officer, line } = await desk();
    await handInTrip(officer, 40);
    const stranger = line("stranger");
    const said = await text(stranger, "QP-2-1-1-2023-000001 到哪了");
    expect(said).toContain("没有查到");
    expect(said).not.toContain("示例科技");
    expect(await text(stranger, "撤回 QP-2-1-1-2023-000001")).toContain("没有查到");
  });
});

describe("binding", () => {
  async function code(store: Store, unit: string): Promise<string> {
    const { secret, ticket } = bindingCode(unit, "经办人", "张干事", "2023-06-14T00:00:00.000Z");
    await store.apply([{ kind: "ticket", id: ticket.id, value: ticket }]);
    return secret;
  }

  it("fills in the unit, proves it, and lets colleagues see it; a name proves nothing", async () => {
    const { officer, store, line } = await desk();
    const colleague = line("colleague");
    const liar = line("liar");
    expect(await text(officer, `绑定 ${await code(store(), "甲单位")}`)).toContain("您代表「甲单位」");
    await colleague.say(`绑定 ${(await code(store(), "甲单位")).toLowerCase()}`);
    await officer.say("我要申请看上海补贴");
    expect(await text(officer, "同意")).toContain("单位名称：甲单位");
    await officer.say(
      "单位地址：乙路1号\n领队姓名：丙\n领队电话：13812345678\n起止时间：6月20日\n参加人数：5\n看上海线路：丁\n承接旅行社：戊\n填表人：己\n联系电话：59729571",
    );
    expect(await text(officer, "交")).not.toContain("还没有绑定单位");
    expect((await values(store()))[0]).toMatchObject({ unit: "甲单位", unitProven: true });
    expect(await text(colleague, "我的申请到哪了")).toContain("甲单位");
    await handInTrip(liar, 3, "甲单位");
    expect(await text(liar, "我的申请到哪了")).not.toContain("000001");
    expect(await text(colleague, "我的申请到哪了")).not.toContain("000002");
  });

  it("works once, in time, and five wrong codes a day close it", async () => {
    const { officer, store, line } = await desk();
    const good = await code(store(), "甲单位");
    await officer.say(`绑定 ${good}`);
    expect(await text(line("second"), `绑定 ${good}`)).toContain("用过了或过期了");
    const guesser = line("guesser");
    for (let guess = 0; guess < 5; guess += 1) await guesser.say(`绑定 ABCDEFGHJ${guess + 2}`);
    expect(await text(guesser, `绑定 ${await code(store(), "乙单位")}`)).toContain("次数太多");
    const late = await office({ knowledge, today: "2023-07-01" });
    await late.store().apply([{ kind: "ticket", id: "x", value: null }]);
    const { secret, ticket } = bindingCode("丙单位", "经办人", "张", "2023-06-01T00:00:00.000Z");
    await late.store().apply([{ kind: "ticket", id: ticket.id, value: ticket }]);
    expect(await text(late.line("late"), `绑定 ${secret}`)).toContain("过期了");
  });
});

describe("a roster", () => {
  const line = (row: number, name: string, id: string, sex = "男") => [row, "甲厂", name, sex, "已婚", "", id];
  const good = Array.from({ length: 35 }, (_, at) =>
    line(
      at + 1,
      `职工${"甲乙丙丁戊己庚辛壬癸"[at % 10]}${"一二三四"[Math.floor(at / 10)]}`,
      idNumber("1988-01-01", at * 2 + 1),
    ),
  );

  it("fills in the counts and is kept with the application", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请新就业体检补贴");
    await officer.say("同意");
    const said = await text(officer, "", { name: "名册.xlsx", bytes: await workbook([heading, ...good]) });
    expect(said).toContain("35人，男35人，女0人");
    const [kept] = await values(store());
    expect(kept?.fields).toMatchObject({ totalCount: 35, maleCount: 35, femaleCount: 0 });
    expect(kept?.files.map(({ purpose }) => purpose)).toEqual(["roster"]);
    expect(JSON.stringify(kept)).not.toContain("职工甲一");
  });

  it("with faults is refused row by row, with a marked copy, and nothing of it is filled in", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请新就业体检补贴");
    await officer.say("同意");
    const bad = [
      ...good.slice(0, 2),
      line(3, "职工丙", idNumber("1988-01-01", 1)),
      line(4, "", idNumber("1990-01-01", 3)),
    ];
    const [reply] = await officer.say("", { name: "名册.xlsx", bytes: await workbook([heading, ...bad]) });
    expect(reply?.text).toMatch(/第4行 .*重复/);
    expect(reply?.text).toMatch(/第5行 .*没有姓名/);
    expect(reply?.files?.[0]?.name).toContain("标了问题");
    expect((await values(store()))[0]?.fields).not.toHaveProperty("totalCount");
  });

  it("or any file outside of a form is not kept", async () => {
    const { officer, store } = await desk();
    expect(await text(officer, "", { name: "名册.xlsx", bytes: await workbook([heading, ...good]) })).toContain(
      "没有保存",
    );
    const files: unknown[] = [];
    for await (const file of store().records("file")) files.push(file);
    expect(files).toEqual([]);
  });
});

describe("an attachment", () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  it("is judged by its content, kept once, listed at the review", async () => {
    const { officer, store } = await desk();
    await officer.say("我要报微心愿，现在就填");
    await officer.say("同意");
    expect(await text(officer, "", { name: "证明.jpg", bytes: Buffer.from("MZ\u0090 program") })).toMatch(
      /不能收|认不出/,
    );
    expect(await text(officer, "", { name: "证明.jpg", bytes: png })).toContain("附件一共1个");
    expect(await text(officer, "", { name: "又一张.png", bytes: png })).toContain("完全一样");
    expect((await values(store()))[0]?.files).toHaveLength(1);
    expect(await text(officer, "预览")).toContain("附件：");
  });
});

describe("what was filled in", () => {
  it("is hidden in the log unless it is asked for", async () => {
    const { officer, store } = await desk();
    await handInTrip(officer, 40);
    const shown = maskLines(await logOf(store()))
      .map((line) => line.text)
      .join("\n");
    expect(shown).not.toMatch(/王小明|13812345678|公园东路|李四|示例科技/);
    expect((await logOf(store())).map((line) => line.text).join("\n")).toContain("王小明");
  });

  it("is remembered for the next form and shown, never taken over in silence", async () => {
    const { officer } = await desk();
    await handInTrip(officer, 40);
    const said = await text(officer, "我要申请疗休养补贴");
    expect(said).toContain("休养单位名称：上海青浦示例科技有限公司");
    expect(said).toContain("填表人：李四");
    expect(said).not.toContain("王小明");
  });

  it("from a calculator is not asked again", async () => {
    const { officer } = await desk();
    await officer.say("25个人6月20号去看上海一日游，每人260，补多少？");
    await officer.say("我要申请看上海补贴");
    const said = await text(officer, "同意");
    expect(said).toContain("参加人数：25");
  });
});

describe("a reminder", () => {
  it("comes once, in the week before the window closes, and only for what is not handed in", async () => {
    const { officer, store } = await desk("2023-11-20");
    await officer.say("我要申请看上海补贴");
    await officer.say("同意");
    const count = (day: string) => remind(store(), day, `${day}T00:00:00.000Z`);
    expect(await count("2023-11-22")).toBe(0);
    expect(await count("2023-11-23")).toBe(1);
    expect(await count("2023-11-24")).toBe(0);
    expect((await store().record("notice", `${(await values(store()))[0]?.id}/window`))?.value.text).toContain(
      "还有7天",
    );
  });
});
