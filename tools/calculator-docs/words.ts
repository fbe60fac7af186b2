/** How verdicts and endings are named on paper. */
import type { Ending } from "./tree.ts";

const verdicts = {
  eligible: { name: "符合", fill: "#e6f4ea", line: "#2e7d32" },
  notEligible: { name: "不符合", fill: "#fdeaea", line: "#c62828" },
  upperBound: { name: "看情况，只列标准或上限", fill: "#e8f0fe", line: "#1565c0" },
  unsettled: { name: "文件没有写清", fill: "#fff6df", line: "#b26a00" },
  open: { name: "还算不了", fill: "#f2f2f2", line: "#616161" },
} as const;

export const styleOf = (ending: Ending) => verdicts[ending.status === "done" ? ending.decision.verdict : "open"];

export function sayOf(ending: Ending): string {
  if (ending.status === "stuck") return `要先知道：${ending.fact.question}`;
  if (ending.status === "notCovered") return "没有那一年的文件。";
  return ending.decision.say;
}
