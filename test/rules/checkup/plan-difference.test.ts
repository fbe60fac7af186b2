import { describe, expect, test } from "vitest";
import { perHead } from "../../../rules/checkup/plan-difference.ts";

const men = { price: 69, employer: 39 };

describe("perHead", () => {
  test.each([
    // 情形, 女职工, 只问, 说
    ["男女一样", men, undefined, "价格多69元，区总补贴多30元，企业付多39元"],
    [
      "男女不同",
      { price: 80, employer: 50 },
      undefined,
      "价格男多69元、女多80元，区总补贴多30元，企业付男多39元、女多50元",
    ],
    ["只问女", { price: 80, employer: 50 }, "female", "价格多80元，区总补贴多30元，企业付多50元"],
    ["只问男", { price: 80, employer: 50 }, "male", "价格多69元，区总补贴多30元，企业付多39元"],
    ["变少", { price: -5, employer: 50 }, "female", "价格少5元，区总补贴多30元，企业付多50元"],
  ] as const)("%s", (_, women, only, said) => {
    expect(perHead(men, women, 30, only)).toBe(said);
  });
});
