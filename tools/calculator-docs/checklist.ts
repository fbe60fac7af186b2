/** A rule as a printable checklist: what to have ready, what is asked, which clause each step rests on, how it may end. */
import type { AnyFact } from "../../rules/engine/fact.ts";
import { clauseOf } from "../../rules/engine/provision.ts";
import type { AnyRule } from "../../rules/engine/rule.ts";
import { type Ending, type Node, nodesOf } from "./tree.ts";
import { sayOf, styleOf } from "./words.ts";

function factLines(fact: AnyFact): readonly string[] {
  const choices = fact.choices?.map(({ label }) => `□ ${label}`).join("　") ?? `________${fact.unit ?? ""}`;
  return [`- **${fact.label}**：${choices}`, ...(fact.hint ? [`  （${fact.hint}）`] : [])];
}

/** Clauses that answers to a fact bring in, wherever it is asked. */
function clausesByFact(tree: Node): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const node of nodesOf(tree)) {
    if (node.kind !== "ask") continue;
    found.set(node.fact.id, [...new Set([...(found.get(node.fact.id) ?? []), ...node.clauses])]);
  }
  return found;
}

function questionLines(asks: readonly AnyFact[], tree: Node): readonly string[] {
  const clauses = clausesByFact(tree);
  return asks.flatMap((fact, index) => {
    const by = clauses.get(fact.id) ?? [];
    return [
      `${index + 1}. ${fact.question}`,
      `   - ${fact.choices ? fact.choices.map(({ label }) => `□ ${label}`).join("　") : "答：________"}　□ 不清楚`,
      ...(fact.why ? [`   - 为什么问：${fact.why}`] : []),
      ...(by.length > 0 ? [`   - 依据：${by.map((clause) => `〔${clause}〕`).join(" ")}`] : []),
    ];
  });
}

const endingLines = (endings: readonly Ending[]): readonly string[] =>
  endings.map((ending) => {
    const clauses = [...new Set(ending.grounds.map(clauseOf))];
    const by = clauses.length > 0 ? `　依据：${clauses.map((clause) => `〔${clause}〕`).join(" ")}` : "";
    return `- **${styleOf(ending).name}**：${sayOf(ending)}${by}`;
  });

/** The words of the document behind the endings, each once. */
function quoteLines(endings: readonly Ending[]): readonly string[] {
  const quotes = endings.flatMap(({ grounds }) =>
    grounds.map((by) => `- 〔${clauseOf(by)}〕${by.quote.replace(/\s+/g, "")}`),
  );
  return [...new Set(quotes)].sort();
}

export function checklistOf(rule: AnyRule, tree: Node, picture: string): string {
  const endings = nodesOf(tree).flatMap((node) => (node.kind === "end" ? [node.outcome] : []));
  const asks: readonly AnyFact[] = rule.asks;
  const uses: readonly AnyFact[] = rule.uses ?? [];
  return [
    `# ${rule.id} ${rule.title}`,
    "",
    "<!-- 由 tools/build-calculator-docs.ts 从规则生成，不要手改。 -->",
    "",
    `依据文件：2023 年青浦区总工会服务职工实事项目，附件 ${rule.project}。`,
    "",
    `![判断路径](${picture})`,
    "",
    "## 要准备的信息",
    "",
    ...(asks.length === 0 && uses.length === 0 ? ["不用准备。"] : []),
    ...asks.flatMap(factLines),
    ...(uses.length > 0 ? ["", "知道的话一并告诉助手（不会追问）：", "", ...uses.flatMap(factLines)] : []),
    "",
    "## 问题清单",
    "",
    ...(asks.length === 0 ? ["没有必答的问题。"] : questionLines(asks, tree)),
    "",
    "## 结论",
    "",
    "数字随回答变化，下面用样例说明每一种结论。",
    "",
    ...endingLines(endings),
    "",
    "## 依据原文",
    "",
    ...quoteLines(endings),
    "",
    "经办人：________　日期：____年__月__日",
    "",
  ]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}
