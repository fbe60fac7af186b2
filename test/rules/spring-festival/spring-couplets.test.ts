import { describe, expect, test } from "vitest";
import { unsure } from "../../../rules/engine/fact.ts";
import { springCouplets } from "../../../rules/spring-festival/spring-couplets.ts";
import { decisionOf } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

const online = "关注“青浦工会”微信公众号“抢春联”，抢到的统一快递";
const offline = "由街镇总工会、委、办、局、区属公司工会、行业工会发放";

describe("springCouplets", () => {
  test.each([
    ["online", `可以：${online}。`],
    ["offline", `可以，线下${offline}。`],
    [unsure, `线上：${online}；线下：${offline}。`],
  ])("%s", (couplets, say) => {
    const decision = decisionOf(springCouplets, { couplets });
    expect(decision.say).toBe(say);
    expect(decision).toMatchObject({ verdict: "eligible", values: { quota: 10000 }, open: ["A18"] });
  });

  test("not knowing which way is an answer too", () => {
    const paths = explore(springCouplets);
    expect(announcementFaults(springCouplets, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual([
      "eligible ← couplets=online",
      "eligible ← couplets=offline",
      "eligible ← couplets=?",
    ]);
  });
});
