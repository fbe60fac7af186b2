import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unsure } from "../../../rules/engine/fact.ts";
import { healthPointDuty } from "../../../rules/health-point/health-point-duty.ts";
import { askedNext, decisionOf, outcomeOf, textOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

const good = {
  halfDaysPerWeek: 2,
  visitsPerMonth: 1,
  lecturesPerTwoMonths: 1,
  noticeDays: 7,
  signboardComplete: true,
  privateRoom: true,
};

describe("healthPointDuty", () => {
  test.each([
    // 月数, 访视, 讲座 (依据 2-6#2.4、2-6#2.5)
    [12, 12, 6],
    [6, 6, 3],
    [2, 2, 1],
    [7, 7, 3],
    [1, 1, 0],
  ])("in %i months at least %i visits and %i lectures", (months, minVisits, minLectures) => {
    const decision = decisionOf(healthPointDuty, { months });
    expect(decision.values).toEqual({ minVisits, minLectures });
    expect(decision.say).toBe(`${months}个月至少访视${minVisits}次、讲座${minLectures}次。`);
    expect(textOf(decision).includes("不满两个月的零头没有算")).toBe(months % 2 === 1);
    expect(decision.lines?.at(-1)).toBe("另外每周至少1至2个半天服务。");
  });

  test("a point that does all of it passes", () => {
    const decision = decisionOf(healthPointDuty, good);
    expect(decision.verdict).toBe("eligible");
    expect(decision.values).toEqual({
      checks: { halfDays: "pass", visits: "pass", lectures: "pass", notice: "pass", signboard: "pass", room: "pass" },
    });
  });

  test.each([
    ["没有半天", { halfDaysPerWeek: 0 }, "halfDays", "每周至少1至2个半天服务"],
    ["没有访视", { visitsPerMonth: 0 }, "visits", "每月至少1次半天访视"],
    ["没有讲座", { lecturesPerTwoMonths: 0 }, "lectures", "每两个月至少1次讲座"],
    ["只提前6天", { noticeDays: 6 }, "notice", "提前1至2周公示"],
    ["没有挂牌", { signboardComplete: false }, "signboard", "挂牌公示服务时间"],
    ["没有独立区域", { privateRoom: false }, "room", "相对私密固定的独立区域"],
  ])("%s fails, and the yellow card is named", (_, fault, id, wanted) => {
    const decision = decisionOf(healthPointDuty, { ...good, ...fault });
    expect(decision.verdict).toBe("notEligible");
    expect(decision.say).toBe(`不符合要求，没有达到：${decision.say.slice("不符合要求，没有达到：".length)}`);
    expect(decision.say).toContain(wanted);
    expect(decision.values).toMatchObject({ checks: { [id]: "fail" } });
    expect(textOf(decision)).toContain("整改通知书");
  });

  test("one half day a week is between the printed figures (A62)", () => {
    const decision = decisionOf(healthPointDuty, { ...good, halfDaysPerWeek: 1 });
    expect(decision).toMatchObject({ verdict: "unsettled", open: ["A62"] });
    expect(textOf(decision)).toContain("下限是1还是2，文件没有写清");
  });

  test("what is not known is to be looked up, and both consequences are said", () => {
    const decision = decisionOf(healthPointDuty, { ...good, halfDaysPerWeek: unsure, privateRoom: unsure });
    expect(decision).toMatchObject({
      verdict: "unsettled",
      open: [],
      values: { checks: { halfDays: "unknown", room: "unknown" } },
    });
    expect(textOf(decision)).toContain("没做到就不达标");
  });

  test("a failure outweighs what is not known", () => {
    expect(decisionOf(healthPointDuty, { ...good, halfDaysPerWeek: unsure, visitsPerMonth: 0 }).verdict).toBe(
      "notEligible",
    );
  });

  test("asks six things at most", () => {
    expect(askedNext(healthPointDuty, {})).toBe("asking halfDaysPerWeek");
    const paths = explore(healthPointDuty, { samples: { noticeDays: [6, 7] } });
    expect(announcementFaults(healthPointDuty, paths)).toEqual([]);
    expect(paths.every(({ outcome }) => outcome.status === "done")).toBe(true);
    const passed = paths.filter(({ outcome }) => outcome.status === "done" && outcome.decision.verdict === "eligible");
    expect(passed.map(({ answers }) => answers)).toEqual([good]);
  });

  test("each step re-adds for any number of months", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (months) => {
        expect(wrongSteps(outcomeOf(healthPointDuty, { months }))).toEqual([]);
        const { values } = decisionOf(healthPointDuty, { months });
        expect(Number(values?.["minLectures"]) * 2).toBeLessThanOrEqual(months);
      }),
    );
  });
});
