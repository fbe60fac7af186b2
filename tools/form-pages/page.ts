/** The page docs/forms/README.md: who fills in each form, when, how it travels, who stamps it, and how it looks. */
import type { Form } from "../../flows/engine/form.ts";

export const renewal = "npm run build:forms";

const facts = (form: Form): readonly (readonly [label: string, told: string | undefined])[] => [
  ["谁填", form.who],
  ["什么时候", form.deadline ?? "文件没有写"],
  ["怎么交", form.handIn],
  ["份数", form.copies ?? "文件没有写"],
  ["盖章（依次）", form.seals.length > 0 ? form.seals.join(" → ") : "没有盖章栏"],
  ["注意", form.advice?.join("")],
  ["依据", `附件${form.clause.split("/")[1]}`],
  ["命令", `\`npm run -s gonghui -- form ${form.id} --out .\``],
];

const heading = ({ kind, id, title }: Form): string => (kind === "official" ? `${id} ${title}` : title);

const section = (form: Form): string =>
  [
    `## ${heading(form)}`,
    "",
    "| | |",
    "| --- | --- |",
    ...facts(form).flatMap(([label, told]) => (told ? [`| ${label} | ${told} |`] : [])),
    "",
    `![${form.title}（示例，内容都是编的）](${form.id}.png)`,
  ].join("\n");

export const formsPage = (forms: readonly Form[]): string =>
  `${[
    "# 表单",
    "",
    "九张官方表和五张材料封面，填的内容都是编的。",
    `这一页和图片由 \`${renewal}\` 生成；图片里的字体是替代品，在装有方正小标宋、仿宋_GB2312 的电脑上打印为准。`,
    "",
    ...forms.map((form) => `- [${heading(form)}](${form.id}.png)`),
    "",
    forms.map(section).join("\n\n"),
  ].join("\n")}\n`;
