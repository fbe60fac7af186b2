import { describe, expect, test } from "vitest";
import { modelWorkerRequest } from "../../../rules/model-worker/model-worker-request.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("modelWorkerRequest", () => {
  test.each([
    ["private", "非公企业"],
    ["school", "学校"],
  ])("%s may ask, free of charge", (unitType, name) => {
    const decision = decisionOf(modelWorkerRequest, { unitType });
    expect(decision.say).toBe(`可以，${name}属于服务对象，不收任何费用。`);
    expect(decision).toMatchObject({ verdict: "eligible", yuan: { employer: 0 }, values: { cost: 0 }, form: "2-8-1" });
    expect(textOf(decision)).toContain("需求申请表");
  });

  test.each([
    ["state", "国有单位"],
    ["other", "其他单位"],
  ])("%s stands on the form and not in the plan (A17)", (unitType, name) => {
    const decision = decisionOf(modelWorkerRequest, { unitType });
    expect(decision).toMatchObject({ verdict: "unsettled", open: ["A17"], form: "2-8-1" });
    expect(decision.say).toContain(`${name}能不能请，文件没有写清`);
  });

  test("asks for the unit only", () => {
    const paths = explore(modelWorkerRequest);
    expect(announcementFaults(modelWorkerRequest, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual([
      "eligible ← unitType=private",
      "eligible ← unitType=school",
      "unsettled ← unitType=state",
      "unsettled ← unitType=other",
      "stuck ← unitType=?",
    ]);
  });
});
