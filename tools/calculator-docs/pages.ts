/** All pages and pictures of the calculators, by file name. */
import { rules } from "../../rules/index.ts";
import { checklistOf } from "./checklist.ts";
import { pictureOf } from "./svg.ts";
import { treeOf } from "./tree.ts";

export function calculatorPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const rule of rules) {
    const tree = treeOf(rule);
    const name = `${rule.id}-${rule.name}`;
    pages.set(`${name}.svg`, pictureOf(rule, tree));
    pages.set(`${name}.md`, checklistOf(rule, tree, `${name}.svg`));
  }
  const list = rules.map(({ id, name, title }) => `- [${id} ${title}](${id}-${name}.md)`);
  pages.set(
    "README.md",
    [
      "# 计算器与判断清单",
      "",
      "每一页由规则生成：`node --import tsx tools/build-calculator-docs.ts`。",
      "",
      ...list,
      "",
    ].join("\n"),
  );
  return pages;
}
