/** What each rule says on its paths, kept as a text that staff can read: one entry for each kind of answer. */
import { describe, expect, it } from "vitest";
import type { AnyRule } from "../../rules/engine/rule.ts";
import { rules } from "../../rules/index.ts";
import type { Done } from "./deciding.ts";
import { announcementFaults, explore, type Path, pathLine } from "./explore.ts";
import { walks } from "./walks.ts";

/** Clauses cited on the way; a star marks those that the decision itself names. */
const groundsOf = ({ grounds, decision }: Done): readonly string[] =>
  grounds.map((ground) => `${ground.clause.replace(/^2023\//, "")}${decision.by.includes(ground) ? "*" : ""}`);

/** Answers that differ in figures only are one kind; the first stands for all. */
const kindOf = ({ outcome }: Path): string => {
  if (outcome.status !== "done") return outcome.status === "stuck" ? `stuck ${outcome.fact.id}` : outcome.status;
  const { verdict, say, lines = [], open = [], form = "", window } = outcome.decision;
  const text = [say, ...lines].join("|").replace(/\d+/g, "#");
  return JSON.stringify([verdict, text, groundsOf(outcome), open, form, window?.clause]);
};

function entry(path: Path): string {
  const { outcome } = path;
  const head = pathLine(path);
  if (outcome.status !== "done") return head;
  const { say, lines = [], open = [], form, values, yuan, window } = outcome.decision;
  return [
    head,
    `  ${say}`,
    ...lines.map((line) => `  · ${line}`),
    ...outcome.steps.map(({ label, expression, result, unit, by }) =>
      `  = ${label} ${expression} = ${result}${unit} ${by ? `[${by.clause}]` : ""}`.trimEnd(),
    ),
    `  依据 ${groundsOf(outcome).join(" ")}`,
    ...(yuan ? [`  yuan ${JSON.stringify(yuan)}`] : []),
    ...(values ? [`  values ${JSON.stringify(values)}`] : []),
    ...(open.length + (form ? 1 : 0) + (window ? 1 : 0) > 0
      ? [`  (${[...open, form && `form ${form}`, window && `window ${window.clause}`].filter(Boolean).join(" ")})`]
      : []),
  ].join("\n");
}

function portrait(rule: AnyRule): string {
  const seen = new Map<string, string>();
  for (const path of walks(rule)) {
    const kind = kindOf(path);
    if (!seen.has(kind)) seen.set(kind, entry(path));
  }
  return `${rule.id} ${rule.name} ${rule.title}\n\n${[...seen.values()].join("\n\n")}\n`;
}

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  it("asks exactly the facts that it announces", () => {
    expect(announcementFaults(rule, explore(rule))).toEqual([]);
  });

  it("says on its paths what is on record", async () => {
    await expect(portrait(rule)).toMatchFileSnapshot(`./paths/${rule.id}-${rule.name}.txt`);
  });
});
