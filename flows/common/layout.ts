/** Pieces that several printed sheets share: areas to be stamped, the closing line, a row of options. */
import type { AnyFact } from "../../rules/engine/fact.ts";
import { answer, type Cell, cell, foot, type Line, line, tick } from "../engine/layout.ts";

export const blankDay = "      年    月    日";
export const blankPeriod = "    月    日至    月    日";

/** An area to be stamped: who stamps, room, and the day. A line break is the print's own. */
export const seal = (text: string, shape: Omit<Cell, "lines"> = {}): Cell => ({
  lines: [...text.split("\n").map((part) => line(part)), foot(blankDay)],
  vertical: "top",
  ...shape,
});

/** An area for an opinion or a stamp without a printed day. */
export const stamp = (text: string, shape: Omit<Cell, "lines"> = {}): Cell => ({
  lines: text.split("\n").map((part) => line(part)),
  vertical: "top",
  ...shape,
});

/** 「填表人： 联系电话： 填表日期: 年 月 日」, with the labels of the sheet. */
export const closing = (...parts: readonly (readonly [label: string, fact: AnyFact, blank: string])[]): Line =>
  line(...parts.flatMap(([label, fact, blank], index) => [index === 0 ? label : `    ${label}`, answer(fact, blank)]));

const satisfactions = ["满意", "比较满意", "一般", "不满意"] as const;
export const satisfied = (fact: AnyFact): Cell =>
  cell([line(...satisfactions.flatMap((option, at) => [at === 0 ? "" : "    ", tick(fact, option, "after")]))]);
