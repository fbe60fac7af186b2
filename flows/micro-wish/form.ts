/** A 微心愿 to be collected by the union (附件2-4): the document prints no form. */
import { lawOn } from "../../rules/editions/index.ts";
import { coverSheet } from "../common/cover.ts";
import { choice, phone, prose, text, yuan } from "../common/fields.ts";
import { keyOf } from "../common/key-of.ts";

const name = text("name", "困难职工姓名", "困难职工叫什么名字？", { most: 12, sample: "张三" });
const unitName = text("unitName", "所属工会", "属于哪家工会？", { lasting: true });
const telephone = phone("phone", "联系电话", "联系电话是多少？");
const groups = {
  registered: "工会建档困难职工",
  migrant: "外来建设者(农民工)",
  newForm: "新就业形态劳动者",
  other: "其他困难职工",
} as const;
const wisher = choice(
  "wisher",
  "职工类别",
  "属于哪一类？（建档困难职工、外来建设者、新就业形态劳动者、其他困难职工）",
  [
    { value: groups.registered, heard: /建档/ },
    { value: groups.migrant, heard: /外来|外地|农民工|打工/ },
    { value: groups.newForm, heard: /新就业|骑手|快递|外卖|网约车/ },
    { value: groups.other, heard: /其他|都不是/ },
  ],
);
const wish = text("wish", "微心愿", "心愿是什么？", { most: 60, sample: "给孩子买一台学习台灯" });
const wishValue = yuan("wishValue", "价值（元）", "大约值多少元？", { known: (answers) => answers["wishValue"] });
const reason = prose("reason", "困难情况", "家里有什么困难？", { most: 200, sample: "家中有人长期患病，收入较低。" });

export const microWish = coverSheet({
  id: "micro-wish",
  name: "microWishForm",
  title: "困难职工“微心愿”征集单",
  short: "微心愿征集单",
  heard: /心愿/,
  topics: ["2-4.apply"],
  by: "person",
  clause: "2023/2-4#2.1",
  who: "各镇、街道、委、局、区级公司工会",
  handIn: "由镇、街道、委、局、区级公司工会征集审核，上传“申工通”平台“微心愿管理系统”",
  places: () => ({ quota: "2023-micro-wish", of: lawOn("wish").quota, count: 1, unit: "个" }),
  seals: [],
  fields: [name, unitName, telephone, wisher, wish, wishValue, reason],
  materials: ["困难情况说明", "心愿物品的说明（名称、价值）"],
  rule: {
    id: "K18",
    facts: (given) => {
      const group = keyOf(groups, given(wisher.fact));
      return { inHardship: true, wishValue: given(wishValue.fact), ...(group && { wisher: group }) };
    },
  },
  checks: [
    {
      level: "warning",
      at: wishValue.fact,
      wrong: (given) => {
        const cap = lawOn("wish").guideline.value;
        return (given(wishValue.fact) ?? 0) > cap ? `“微心愿”价值标准原则上不超过${cap}元/个` : undefined;
      },
    },
  ],
  notes: ["材料清单为建议，文件没有写微心愿要交哪些材料。"],
});
