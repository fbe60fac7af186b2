/** Messages that come twice, again under another id, out of order, or from another account: nothing is lost, doubled or misplaced. */
import { afterAll, describe, expect, it } from "vitest";
import { openKnowledge } from "../../../knowledge/index.ts";
import { all, handInTrip, desk as openDesk, text, values } from "../../support/desk.ts";
import type { Line } from "../../support/officer.ts";

const knowledge = await openKnowledge();
afterAll(() => knowledge.close());
const desk = () => openDesk(knowledge);

const permutations = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.length < 2
    ? [list]
    : list.flatMap((one, at) =>
        permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [one, ...rest]),
      );

async function begun(line: Line): Promise<void> {
  await line.say("我要申请看上海补贴");
  await line.say("同意");
}

const labelled = {
  unitName: ["单位名称：甲厂", "甲厂"],
  unitAddress: ["单位地址：乙路1号", "乙路1号"],
  leaderName: ["领队姓名：丙某", "丙某"],
  leaderPhone: ["领队电话：13812345678", "13812345678"],
  period: ["起止时间：6月20日到21日", { from: "2023-06-20", to: "2023-06-21" }],
  headcount: ["参加人数：40人", 40],
  route: ["看上海线路：朱家角", "朱家角"],
  travelAgency: ["承接旅行社：丁旅行社", "丁旅行社"],
} as const;

describe("messages out of order", () => {
  it.each([0, 1, 2, 3, 4])("with labels all come to their fields, in every order of four (%s)", async (from) => {
    const window = Object.entries(labelled).slice(from, from + 4);
    for (const order of permutations(window)) {
      const { officer, store } = await desk();
      await begun(officer);
      for (const [, [said]] of order) await officer.say(said);
      expect((await values(store()))[0]?.fields).toMatchObject(
        Object.fromEntries(window.map(([id, [, value]]) => [id, value])),
      );
    }
  });

  it("without labels never put a number or a day into a name, in every order", async () => {
    for (const order of permutations(["13812345678", "6月20日到21日", "40人", "丙某"])) {
      const { officer, store } = await desk();
      await begun(officer);
      await officer.say("单位名称：甲厂\n单位地址：乙路1号");
      for (const said of order) await officer.say(said);
      const fields = (await values(store()))[0]?.fields ?? {};
      for (const id of ["leaderName", "route", "travelAgency", "filler"])
        expect([undefined, "丙某"]).toContain(fields[id]);
      expect([undefined, 40]).toContain(fields["headcount"]);
      expect([undefined, "13812345678"]).toContain(fields["leaderPhone"]);
    }
  });
});

describe("the same again", () => {
  it("「交」 under a fresh id registers nothing more", async () => {
    const { officer, store } = await desk();
    await handInTrip(officer, 40);
    for (let again = 0; again < 5; again += 1) await officer.say("交");
    expect(await all(store())).toHaveLength(1);
    expect(await store().quotaUsed("2023-city-trip")).toBe(40);
  });

  it("twenty answers at once end as if they had come one after the other", async () => {
    const { officer, store } = await desk();
    await begun(officer);
    const numbers = Array.from({ length: 20 }, (_, at) => at + 1);
    await Promise.all(numbers.map((people) => officer.say(`参加人数：${people}人`)));
    const [application] = await all(store());
    expect(application?.value.fields["headcount"]).toBe(20);
    expect(application?.revision).toBe(21);
  });
});

describe("another account", () => {
  it("with the same name goes on with nothing, and learns nothing", async () => {
    const { officer, line, store } = await desk();
    await begun(officer);
    await officer.say("单位名称：甲厂");
    const other = line("officer-again");
    expect(await text(other, "继续填")).toContain("没有暂存的表");
    expect(await text(other, "我的申请到哪了")).toContain("没有查到");
    expect(await text(other, "改单位名称")).not.toContain("甲厂");
    expect(await all(store())).toHaveLength(1);
  });
});
