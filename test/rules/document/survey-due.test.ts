import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween } from "../../../rules/common/calendar.ts";
import { surveyDue } from "../../../rules/document/survey-due.ts";
import { decisionOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("surveyDue", () => {
  test.each([
    // 结束, 最晚 (依据 2-1-3)
    ["2023-06-10", "2023-06-17", "2023年6月17日"],
    ["2023-11-27", "2023-12-04", "2023年12月4日"],
    ["2023-12-28", "2024-01-04", "2024年1月4日"],
  ])("a trip that ends on %s: by %s", (activityEnd, dueDate, written) => {
    const decision = decisionOf(surveyDue, { surveyKind: "travel", activityEnd });
    expect(decision.values).toEqual({ dueDate });
    expect(decision.say).toBe(`最晚${written}交区总综合保障部(活动结束一周内)。`);
    expect(decision.lines?.[0]).toContain("含不含第7天");
  });

  test("a check-up has no number of days, and none is invented", () => {
    const decision = decisionOf(surveyDue, { surveyKind: "checkup", activityEnd: "2023-06-10" });
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toBe("活动结束后交区总综合保障部；多少天内交，文件没有写。");
    expect(decision.values).toEqual({ dueDate: null });
  });

  test("not knowing the day still has an answer", () => {
    const paths = explore(surveyDue, { samples: { activityEnd: ["2023-06-10"] } });
    expect(announcementFaults(surveyDue, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual([
      "eligible ← surveyKind=travel activityEnd=2023-06-10",
      "eligible ← surveyKind=travel activityEnd=?",
      "unsettled ← surveyKind=checkup",
      "stuck ← surveyKind=?",
    ]);
    expect(paths[1]?.outcome).toMatchObject({ decision: { say: "活动结束一周内交区总综合保障部。" } });
  });

  test("it is always seven days later", () => {
    const day = fc
      .date({ min: new Date("2023-01-01T00:00:00Z"), max: new Date("2024-12-31T00:00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (activityEnd) => {
        const { values } = decisionOf(surveyDue, { surveyKind: "travel", activityEnd });
        expect(daysBetween(activityEnd, String(values?.["dueDate"]))).toBe(7);
      }),
    );
  });
});
