/** The decision path of a rule as a picture: one block a question, one row an answer, lines to the next question. */
import type { AnyRule } from "../../rules/engine/rule.ts";
import { type Branch, type Node, nodesOf } from "./tree.ts";
import { sayOf, styleOf } from "./words.ts";

const font = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";
const width = 900;
const lineHeight = 20;
const columns = { question: 20, label: 40, result: 300, lane: 830 } as const;
const inCharacters = { title: 52, label: 16, result: 34 } as const;

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Lines of at most so many Chinese characters; Latin ones count half. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const character of text) {
    const size = /[\u0020-\u007e]/.test(character) ? 0.55 : 1;
    if (used + size > most) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += character;
    used += size;
  }
  return [...lines, line];
}

const text = (x: number, y: number, lines: readonly string[], attributes = "") =>
  lines
    .map((line, index) => `<text x="${x}" y="${y + index * lineHeight}" ${attributes}>${escaped(line)}</text>`)
    .join("\n");

interface Drawing {
  readonly parts: string[];
  readonly jumps: { readonly from: number; readonly to: number }[];
}

type Numbers = ReadonlyMap<string, number>;

function row({ labels, to }: Branch, y: number, numbers: Numbers, drawing: Drawing): number {
  const label = wrapped(labels.join("、"), inCharacters.label);
  const result =
    to.kind === "ask"
      ? [`→ 问题 ${numbers.get(to.id)}`]
      : wrapped(`${styleOf(to.outcome).name}：${sayOf(to.outcome)}`, inCharacters.result);
  const height = Math.max(label.length, result.length) * lineHeight + 10;
  const { fill, line } = to.kind === "ask" ? { fill: "#ffffff", line: "#9e9e9e" } : styleOf(to.outcome);
  const boxWidth = columns.lane - 40 - columns.result;
  drawing.parts.push(
    text(columns.label, y + 18, label, `font-size="14" fill="#333"`),
    `<line x1="${columns.result - 24}" y1="${y + 13}" x2="${columns.result - 4}" y2="${y + 13}" stroke="#9e9e9e"/>`,
    `<rect x="${columns.result}" y="${y}" width="${boxWidth}" height="${height - 4}" rx="4" fill="${fill}" stroke="${line}"/>`,
    text(columns.result + 10, y + 18, result, `font-size="14" fill="#111"`),
  );
  if (to.kind === "ask") drawing.jumps.push({ from: y + 13, to: numbers.get(to.id) ?? 0 });
  return y + height;
}

/** The picture of a tree; a rule that asks nothing has a single box. */
export function pictureOf(rule: AnyRule, tree: Node): string {
  const asks = nodesOf(tree).flatMap((node) => (node.kind === "ask" ? [node] : []));
  const numbers = new Map(asks.map(({ id }, index) => [id, index + 1]));
  const drawing: Drawing = { parts: [], jumps: [] };
  const tops = new Map<number, number>();
  let y = 60;
  if (tree.kind === "end") y = row({ labels: ["不用回答问题"], to: tree }, y, numbers, drawing);
  for (const [index, { fact, branches }] of asks.entries()) {
    const lines = wrapped(`问题 ${index + 1}　${fact.question}`, inCharacters.title);
    const height = lines.length * lineHeight + 12;
    tops.set(index + 1, y + height / 2);
    drawing.parts.push(
      `<rect x="${columns.question}" y="${y}" width="${columns.lane - 40 - columns.question}" height="${height}" rx="6" fill="#37474f"/>`,
      text(columns.question + 12, y + 20, lines, `font-size="15" fill="#ffffff"`),
    );
    y += height + 8;
    for (const branch of branches) y = row(branch, y, numbers, drawing);
    y += 18;
  }
  const lanes = drawing.jumps.map(({ from, to }, index) => {
    const lane = columns.lane - 30 + (index % 10) * 9;
    const end = tops.get(to) ?? from;
    const edge = columns.lane - 40;
    return `<path d="M${edge} ${from} H${lane} V${end} H${edge + 2}" fill="none" stroke="#78909c" marker-end="url(#tip)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" font-family="${font}" role="img">
<title>${escaped(`${rule.title}：判断路径`)}</title>
<defs><marker id="tip" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#78909c"/></marker></defs>
<rect width="${width}" height="${y}" fill="#ffffff"/>
<text x="20" y="36" font-size="20" font-weight="bold">${escaped(`${rule.id} ${rule.title}`)}</text>
${lanes.join("\n")}
${drawing.parts.join("\n")}
</svg>
`;
}
