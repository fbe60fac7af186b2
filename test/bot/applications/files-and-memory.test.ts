/** Rosters and attachments of an application, what is remembered of it, and what it is reminded of. */
import { afterAll, describe, expect, it } from "vitest";
import { remind } from "../../../bot/applications/reminders.ts";
import { bindingCode } from "../../../bot/applications/tickets.ts";
import { maskLines } from "../../../bot/privacy/mask.ts";
import { openKnowledge } from "../../../knowledge/index.ts";
import { heading, idNumber, workbook } from "../../flows/roster/make.ts";
import { handInTrip, logOf, desk as openDesk, text, values } from "../../support/desk.ts";

const knowledge = await openKnowledge();
afterAll(() => knowledge.close());
const desk = (today?: string) => openDesk(knowledge, today);

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

  it("of a proven unit holds no people of another one; who is not bound may send any", async () => {
    const foreign = [...good.slice(0, 2), [3, "别的厂", "职工丙", "男", "已婚", "", idNumber("1991-01-01", 1)]];
    const file = { name: "名册.xlsx", bytes: await workbook([heading, ...foreign]) };
    for (const bound of [true, false]) {
      const { officer, store } = await desk();
      const { secret, ticket } = bindingCode("甲厂", "经办人", "张", "2023-06-14T00:00:00.000Z");
      await store().apply([{ kind: "ticket", id: ticket.id, value: ticket }]);
      if (bound) await officer.say(`绑定 ${secret}`);
      await officer.say("我要申请新就业体检补贴");
      await officer.say("同意");
      if (!bound) await officer.say("企业名称：甲厂");
      const said = await text(officer, "", file);
      if (bound) expect(said).toMatch(/第4行 单位：写的是“别的厂”/);
      else expect(said).toContain("3人");
    }
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
