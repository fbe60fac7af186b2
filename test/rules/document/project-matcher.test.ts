import { describe, expect, test } from "vitest";
import { projectMatcher } from "../../../rules/document/project-matcher.ts";
import { unsure } from "../../../rules/engine/fact.ts";
import { decisionOf } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

const quiet = { asker: "worker", isMember: false, hardship: false, seriouslyIll: false, worksAtFestival: false };
const names = (answers: Readonly<Record<string, unknown>>): readonly string[] => {
  const { values } = decisionOf(projectMatcher, answers);
  const candidates = values?.["candidates"];
  return Array.isArray(candidates) ? candidates.map((one) => String((one as { name: unknown }).name)) : [];
};

describe("projectMatcher", () => {
  test.each([
    ["单位职工", { ...quiet, job: "employee" }, ["企业职工体检", "健康服务点", "抢春联"]],
    ["骑手", { ...quiet, job: "newForm" }, ["新就业体检补贴", "新就业专享计划", "健康服务点", "抢春联"]],
    ["59岁骑手", { ...quiet, job: "newForm", age: 59 }, ["新就业体检补贴", "新就业专享计划", "健康服务点", "抢春联"]],
    ["60岁骑手", { ...quiet, job: "newForm", age: 60 }, ["新就业体检补贴", "健康服务点", "抢春联"]],
    ["环卫", { ...quiet, job: "sanitation" }, ["送健康体检(环卫)", "新就业专享计划", "健康服务点", "抢春联"]],
    ["其他", { ...quiet, job: "other" }, ["健康服务点", "抢春联"]],
    ["会员", { ...quiet, job: "other", isMember: true }, ["看上海、品上海", "疗休养", "健康服务点", "抢春联"]],
    [
      "不知是不是会员",
      { ...quiet, job: "other", isMember: unsure },
      ["看上海、品上海", "疗休养", "健康服务点", "抢春联"],
    ],
    [
      "困难、生病、值班",
      { ...quiet, job: "other", hardship: true, seriouslyIll: true, worksAtFestival: true },
      ["微心愿", "大病慰问", "年夜饭礼包", "健康服务点", "抢春联"],
    ],
    [
      "不知困难生病值班",
      { ...quiet, job: "other", hardship: unsure, seriouslyIll: unsure, worksAtFestival: unsure },
      ["健康服务点", "抢春联"],
    ],
    ["企业", { asker: "enterprise" }, ["企业职工体检", "送健康体检(困难企业)", "劳模工匠服务", "和谐劳动关系指导服务"]],
    ["学校", { asker: "school" }, ["劳模工匠服务"]],
    ["基层工会", { asker: "grassrootsUnion" }, ["看上海、品上海", "疗休养", "企业职工体检", "微心愿"]],
    ["街镇工会", { asker: "townUnion" }, ["健康服务点申报", "和谐劳动关系指导服务", "微心愿"]],
  ])("%s", (_, answers, expected) => {
    expect(names(answers)).toEqual(expected);
    expect(decisionOf(projectMatcher, answers).verdict).toBe("upperBound");
  });

  test("says who starts what, in three lines at most", () => {
    const decision = decisionOf(projectMatcher, { ...quiet, job: "newForm", hardship: true });
    expect(decision.say).toBe("按您说的，可以看这些项目：新就业体检补贴、新就业专享计划、微心愿、健康服务点、抢春联。");
    expect(decision.lines).toEqual([
      "自己能办或能用：新就业专享计划、健康服务点、抢春联。",
      "经单位、单位工会申报：新就业体检补贴。",
      "由工会征集、选定或发放：微心愿。",
    ]);
  });

  test("a typical worker is asked eight things at most", () => {
    const paths = explore(projectMatcher, { samples: { job: ["employee", "newForm"] } });
    expect(announcementFaults(projectMatcher, paths)).toEqual([]);
    expect(Math.max(...paths.map(({ asked }) => asked.length))).toBe(6);
  });
});
