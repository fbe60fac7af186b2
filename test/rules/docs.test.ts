/** The printed pages of the calculators say what the rules say. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { calculatorPages } from "../../tools/calculator-docs/pages.ts";

const folder = fileURLToPath(new URL("../../docs/calculators/", import.meta.url));

describe("docs/calculators", () => {
  const pages = calculatorPages();

  it("is as the rules make it (else run tools/build-calculator-docs.ts)", () => {
    const drifted = [...pages].filter(([name, text]) => readFileSync(`${folder}${name}`, "utf8") !== text);
    expect(drifted.map(([name]) => name)).toEqual([]);
  });

  it("holds no page of a rule that is gone", () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  it("names a clause for every ending but those that wait for an answer", () => {
    const bare = [...pages].flatMap(([name, text]) =>
      name.endsWith(".md")
        ? text
            .split("\n")
            .filter((line) => /^- \*\*(符合|不符合|文件没有写清)\*\*/.test(line) && !line.includes("依据："))
        : [],
    );
    expect(bare).toEqual([]);
  });
});
