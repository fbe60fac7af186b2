/** Applications by conversation: consent first, privately, without losing or doubling anything, and honest about time and places. */
import { afterAll, describe, expect, it } from "vitest";
import { stepped } from "../../../bot/applications/life.ts";
import { sendNotices } from "../../../bot/applications/notices.ts";
import { bindingCode } from "../../../bot/applications/tickets.ts";
import type { Channel, Outgoing } from "../../../bot/channels/channel.ts";
import { fixedClock } from "../../../bot/clock.ts";
import { silentLog } from "../../../bot/log.ts";
import type { Application, Stored } from "../../../bot/storage/records.ts";
import type { Store } from "../../../bot/storage/store.ts";
import { kanShanghaiSubsidy } from "../../../flows/kan-shanghai-subsidy/form.ts";
import { pdf } from "../../../flows/pdf/pdf.ts";
import { openKnowledge } from "../../../knowledge/index.ts";
import { all, handInTrip, logOf, desk as openDesk, text, values } from "../../support/desk.ts";
import { office } from "../../support/office.ts";

const knowledge = await openKnowledge();
afterAll(() => knowledge.close());

const desk = (today?: string) => openDesk(knowledge, today);

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

  it("is read in no time, whatever is said instead", async () => {
    const { officer } = await desk();
    await officer.say("我要申请看上海补贴");
    expect(await text(officer, `${"好的".repeat(400)}x`)).toContain("同意");
    await officer.say("同意");
    await officer.say(`40人${"填的".repeat(400)}x`);
    await officer.say(`${"有了".repeat(400)}x`);
  });

  it("comes before anything of an illness, also what the first message says", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请大病慰问，5月3日确诊的");
    expect(JSON.stringify(await store().conversation("web:officer"))).not.toContain("2023-05-03");
  });

  it("that was taken back is asked for again before an open form goes on", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请看上海补贴");
    await officer.say("同意");
    const given = await store().record("consent", "web:officer");
    const value = {
      id: "web:officer",
      given: (given?.value.given ?? []).map((one) => ({ ...one, withdrawnAt: one.at })),
    };
    await store().apply([{ kind: "consent", id: "web:officer", person: "web:officer", value }]);
    expect(await text(officer, "上海青浦示例科技有限公司")).toContain("同意请回「同意」");
    expect(JSON.stringify(await values(store()))).not.toContain("示例科技");
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
    expect(await text(room, "绑定 ABCDEFGHJK")).toContain("私聊");
    expect((await logOf(opened.store())).map((line) => line.text).join()).not.toContain("ABCDEFGHJK");
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
  async function returned(store: Store): Promise<Application> {
    const [stored] = await all(store);
    const before = (stored as Stored<"application">).value;
    const step = {
      to: "returned",
      actor: "staff",
      by: "staff:张",
      at: "2023-06-16T00:00:00.000Z",
      reason: "缺附件",
    } as const;
    const value = stepped(before, step);
    await store.apply([{ kind: "application", id: value.id, person: value.owner, value }]);
    return value;
  }

  it("of a returned one, the same filled in anew is registered, not said to be there already", async () => {
    const { officer, store } = await desk();
    await handInTrip(officer, 40);
    await returned(store());
    const [reply] = await handInTrip(officer, 40);
    expect(reply?.text).toContain("已登记，受理编号QP-2-1-1-2023-000002");
  });

  it("another unit on a returned one proves nothing any more", async () => {
    const { officer, store } = await desk();
    const { secret, ticket } = bindingCode("甲单位", "经办人", "张干事", "2023-06-14T00:00:00.000Z");
    await store().apply([{ kind: "ticket", id: ticket.id, value: ticket }]);
    await officer.say(`绑定 ${secret}`);
    await handInTrip(officer, 40, "甲单位");
    expect(await returned(store())).toMatchObject({ unitProven: true });
    await officer.say("修改申请");
    await officer.say("单位名称改成乙单位");
    await officer.say("交");
    expect((await values(store()))[0]).toMatchObject({ unit: "乙单位", status: "handedIn" });
    expect((await values(store()))[0]).not.toHaveProperty("unitProven");
  });

  it("a draft taken up again is not deleted without asking", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请看上海补贴");
    await officer.say("同意");
    await officer.say("上海青浦示例科技有限公司");
    await officer.say("暂存");
    await officer.say("继续填");
    expect(await text(officer, "算了")).toContain("确认取消");
    expect(await all(store())).toHaveLength(1);
  });

  it("a PDF leaves the person's own PDFs where they are", async () => {
    const { officer, store } = await desk();
    await officer.say("我要申请看上海补贴");
    await officer.say("同意");
    const own = await pdf(kanShanghaiSubsidy, {});
    await officer.say("", { name: "行程.pdf", bytes: own });
    await officer.say(
      "单位名称：甲\n单位地址：乙路1号\n领队姓名：丙某\n领队电话：13812345678\n起止时间：6月20日\n参加人数：5\n看上海线路：丁\n承接旅行社：戊\n填表人：己某\n联系电话：59729571",
    );
    await officer.say("交");
    const [reply] = await officer.say("要一份PDF");
    expect(reply?.files?.[0]?.name).toMatch(/\.pdf$/);
    const names = (await values(store()))[0]?.files.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name.endsWith(".pdf"))).toHaveLength(2);
    for (const { id } of (await values(store()))[0]?.files ?? [])
      expect(await store().record("file", id)).toBeDefined();
  });

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
