import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkupItemLookup } from "../../../rules/checkup/checkup-item-lookup.ts";
import { itemCatalogue } from "../../../rules/checkup/items.ts";
import { law } from "../../../rules/editions/index.ts";
import { decisionOf, textOf } from "../deciding.ts";
import { announcementFaults, explore } from "../explore.ts";

const { items } = law("checkup");

describe("checkupItemLookup", () => {
  test.each([
    // 问, 计划, 结论, 说 (依据 2-3-7)
    ["GGT", "A", "notEligible", "没有：A计划不含谷氨酰转肽酶(GGT)，B、C计划有。"],
    ["转肽酶", "B", "eligible", "有，B计划包括谷氨酰转肽酶(GGT)，男女都做。"],
    ["CT", "B", "notEligible", "没有：B计划不含胸部CT，C计划有。"],
    ["CT", "C", "eligible", "有，C计划包括胸部CT，男女都做。"],
    ["胸片", "C", "notEligible", "没有：C计划不含正位胸片，A、B计划有。"],
    ["血脂", "A", "eligible", "有，A计划包括血脂4项(总胆固醇、甘油三脂、高密度脂蛋白、低密度脂蛋白)，男女都做。"],
    [
      "甲胎蛋白",
      "A",
      "unsettled",
      "A计划列有甲胎蛋白(AFP)，原文只有一个勾，看不出是男、女还是都做，请向体检中心确认。",
    ],
    [
      "癌胚抗原",
      "A",
      "unsettled",
      "A计划列有癌胚抗原(CEA)，原文只有一个勾，看不出是男、女还是都做，请向体检中心确认。",
    ],
    ["甲胎蛋白", "B", "eligible", "有，B计划包括甲胎蛋白(AFP)，男女都做。"],
    ["前列腺", "B", "eligible", "B计划列有前列腺特异性抗原(PSA)，原文只有一个勾，按常理是男职工的项目。"],
    ["前列腺", "A", "notEligible", "没有：A计划不含前列腺特异性抗原(PSA)，B、C计划有。"],
    ["宫颈涂片", "A", "eligible", "A计划列有宫颈涂片，原文只有一个勾，按常理是女职工的项目。"],
    ["眼底", "A", "notEligible", "没有：A计划不含眼底。"],
    ["脉搏", "C", "notEligible", "没有：C计划不含脉搏。"],
  ])("%s in %s", (item, plan, verdict, say) => {
    expect(decisionOf(checkupItemLookup, { item, plan })).toMatchObject({ verdict, say });
  });

  test.each([
    // 问, 结论, 说 (依据 2-3-8)
    ["甲状腺", "eligible", "有，送健康体检的外科列有浅表淋巴、脊柱、四肢、甲状腺。"],
    ["癌胚抗原", "eligible", "有，送健康体检的肿瘤标志物列有癌胚抗原(SEA)。"],
    ["肝功能", "eligible", "有，送健康体检的肝功能列有谷丙转氨酶(ALT)(只有1项)。"],
    ["血脂", "notEligible", "没有：送健康体检的项目表没有列血脂。"],
    ["妇科", "notEligible", "没有：送健康体检的项目表没有列妇科。"],
  ])("送健康: %s", (item, verdict, say) => {
    for (const checkup of ["sendHealth", "newForm"]) {
      expect(decisionOf(checkupItemLookup, { item, checkup })).toMatchObject({ verdict, say });
    }
  });

  test.each([
    // 问, 说: 没有说哪一种体检
    ["胸部CT", "胸部CT：C计划有，A、B计划没有；送健康没有列。"],
    ["胸片", "正位胸片：A、B计划有，C计划没有；送健康也有。"],
    ["甲状腺", "甲状腺：A、B、C计划都没有；只有送健康列了浅表淋巴、脊柱、四肢、甲状腺。"],
    ["心电图", "心电图：A、B、C计划都有；送健康也有。"],
    ["早餐", "汇总、分析、评估。营养早餐：A、B、C计划都有；送健康没有列。"],
  ])("anywhere: %s", (item, say) => {
    expect(decisionOf(checkupItemLookup, { item }).say).toBe(say);
  });

  test("anywhere: a single tick is named with the plans that have it", () => {
    const afp = decisionOf(checkupItemLookup, { item: "甲胎蛋白", checkup: "company" });
    expect(afp.lines).toEqual(["A计划原文只有一个勾，看不出是男、女还是都做，请向体检中心确认。"]);
    expect(afp.open).toEqual(["A04"]);
    const tumour = decisionOf(checkupItemLookup, { item: "肿瘤筛查" });
    expect(tumour.lines?.[0]).toContain("A计划2项");
    expect(decisionOf(checkupItemLookup, { item: "心电图" }).open).toEqual([]);
  });

  test("a single tick for the other sex is said to be unusual, not impossible", () => {
    expect(decisionOf(checkupItemLookup, { item: "PSA", plan: "B", sex: "female" }).say).toContain("女职工一般不做");
    expect(decisionOf(checkupItemLookup, { item: "PSA", plan: "B", sex: "male" }).say).not.toContain("一般不做");
  });

  test.each(["甲状腺B超", "胃镜", "骨密度", "核磁", "颈椎片", "幽门螺杆菌", "糖化血红蛋白", "指纹"])(
    "%s stands in no table, and the answer says so",
    (item) => {
      for (const where of [{}, { plan: "C" }, { checkup: "sendHealth" }]) {
        const decision = decisionOf(checkupItemLookup, { item, ...where });
        expect(decision.verdict).toBe("notEligible");
        expect(decision.say).toContain("文件的套餐表里没有列");
        expect(decision.values).toMatchObject({ listed: false, plans: [], inSendHealth: false });
      }
    },
  );

  test("an ultrasound of the thyroid points to what 送健康 does list", () => {
    expect(textOf(decisionOf(checkupItemLookup, { item: "甲状腺超声" }))).toContain("相近项目：甲状腺(送健康)");
    expect(textOf(decisionOf(checkupItemLookup, { item: "糖化" }))).toContain("相近项目：血糖(企业体检套餐、送健康)");
    expect(textOf(decisionOf(checkupItemLookup, { item: "HPV" }))).toContain("相近项目：宫颈涂片(企业体检套餐)");
  });

  test("an item missing in one place is pointed out in the other", () => {
    expect(decisionOf(checkupItemLookup, { item: "眼底", plan: "A" }).lines).toEqual([
      "送健康(新就业体检参照)列有眼底。",
    ]);
    expect(decisionOf(checkupItemLookup, { item: "CT", checkup: "sendHealth" }).lines).toEqual([
      "企业体检C计划列有胸部CT。",
    ]);
    expect(decisionOf(checkupItemLookup, { item: "脉搏", checkup: "sendHealth" }).lines ?? []).toEqual([]);
  });

  test("the tables have as many printed rows as the document", () => {
    const rows = new Map(
      Object.values(items.company)
        .filter(({ value }) => value.kind === "row")
        .map(({ value }) => [value.name, value]),
    );
    const count = (plan: "A" | "B" | "C") => [...rows.values()].filter(({ ticks }) => ticks[plan] !== "none").length;
    expect([count("A"), count("B"), count("C")]).toEqual([28, 30, 30]);
    const both = (plan: "A" | "B" | "C") => [...rows.values()].filter(({ ticks }) => ticks[plan] === "both").length;
    expect([both("A"), both("B"), both("C")]).toEqual([23, 26, 26]);
  });

  test("every item of the tables can be asked for, and every related item exists", () => {
    const ids = itemCatalogue.map(({ id }) => id);
    for (const id of [...Object.keys(items.company), ...Object.keys(items.sendHealth)]) expect(ids).toContain(id);
    for (const { related } of itemCatalogue) {
      if (related) expect(ids).toContain(related);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("asks for the item only", () => {
    expect(announcementFaults(checkupItemLookup, explore(checkupItemLookup))).toEqual([]);
  });

  test("never says yes to what no table lists", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...itemCatalogue.map(({ id }) => id)),
        fc.option(fc.constantFrom("A", "B", "C"), { nil: undefined }),
        fc.option(fc.constantFrom("company", "sendHealth", "newForm"), { nil: undefined }),
        (item, plan, checkup) => {
          const listed = item in items.company || item in items.sendHealth;
          const { verdict } = decisionOf(checkupItemLookup, { item, plan, checkup });
          if (!listed) expect(verdict).toBe("notEligible");
        },
      ),
    );
  });
});
