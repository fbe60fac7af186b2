/** How a clause is named to people: 「附件2-3 一、（二）」. */
import { above } from "./cut.ts";
import type { Clause } from "./records.ts";

/** The label of a clause; `clauseOf` gives the clauses above it. */
export function citationLabel(id: string, clauseOf: (id: string) => Clause | undefined): string {
  const [annex = "", section] = id.split("#");
  if (annex === "0") return "封面通知";
  if (annex === "1") return section === undefined ? "附件1" : `附件1 第${section}项`;
  if (section === undefined) return sheetLabel(annex, clauseOf(annex));
  const steps: string[] = [];
  for (let at: string | undefined = id; at?.includes("#"); at = above(at)) steps.unshift(stepLabel(at, clauseOf(at)));
  return `附件${annex} ${steps.join("")}`;
}

/** A form without a printed number is named by its title. */
function sheetLabel(id: string, clause: Clause | undefined): string {
  if (!clause?.title.includes("原文无编号")) return `附件${id}`;
  return `附件${above(id)} 《${clause.title.replace(/（.*$/, "")}》`;
}

/** The printed number of one level; where none is printed, what stands in its place. */
function stepLabel(id: string, clause: Clause | undefined): string {
  const ordinal = id.slice(Math.max(id.lastIndexOf("."), id.lastIndexOf("#")) + 1);
  const title = clause?.title ?? "";
  const printed = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|\(\d+\))/.exec(title)?.[0];
  if (printed) return printed.replace("(", "（").replace(")", "）");
  const subject = /^〔失题，内容为(.+)〕$/.exec(title)?.[1];
  if (subject) return `〔${subject}〕`;
  return /^〔段〕(.+)$/.exec(title)?.[1] ?? `第${ordinal}段`;
}
