/** 团检分批: into how many batches a group is best divided. */
import { people } from "../common/facts.ts";
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";

export const checkupBatches = defineRule({
  id: "K14",
  name: "checkupBatches",
  title: "团检要分几批",
  project: "2-3",
  asks: [people],
  decide({ need, cite, step }) {
    const { company } = law("checkup");
    const { least, most } = cite(company.batch);
    const heads = need(people);
    if (heads < least) {
      return {
        verdict: "unsettled",
        say: `${heads}人不到每批${least}人左右；能不能参加或和别的单位并批，文件没有写。`,
        lines: ["“左右”到几人也没有写，请先问综合保障部或体检中心。"],
        values: { people: heads },
        by: [company.batch],
        open: ["A39"],
      };
    }
    const minBatches = step({
      label: "最少批数",
      expression: `ceil(${heads}/${most})`,
      result: Math.ceil(heads / most),
      unit: "批",
      by: company.batch,
    });
    // As even as possible, the larger ones first.
    const small = Math.floor(heads / minBatches);
    const large = heads - small * minBatches;
    const batches = Array.from({ length: minBatches }, (_, index) => (index < large ? small + 1 : small));
    const share = (count: number, size: number) => `${count}批${count > 1 ? "各" : ""}${size}人`;
    const each = large === 0 ? `每批${small}人` : `${share(large, small + 1)}、${share(minBatches - large, small)}`;
    return {
      verdict: "eligible",
      say: minBatches === 1 ? `${heads}人一批就可以。` : `${heads}人最少分${minBatches}批，${each}。`,
      lines: [`文件写每批${least}-${most}名左右；这一条写在企业职工体检下。`],
      values: {
        people: heads,
        minBatches,
        batches,
        largest: Math.max(...batches),
        smallest: small,
        largerBatches: large,
        smallerBatches: minBatches - large,
      },
      by: [company.batch],
    };
  },
});
