/** Double entry: every figure of the law in code stands in its quote, and every quote stands in its clause. */
import { describe, expect, it } from "vitest";
import { loadDocument } from "../../knowledge/document.ts";
import { edition2023 } from "../../rules/editions/2023/index.ts";
import type { AnyProvision } from "../../rules/engine/provision.ts";

interface Found {
  readonly path: string;
  readonly provision: AnyProvision;
}

const isProvision = (value: object): value is AnyProvision => "clause" in value && "quote" in value && "value" in value;

function provisionsOf(node: unknown, path: string): readonly Found[] {
  if (typeof node !== "object" || node === null) return [];
  if (isProvision(node)) return [{ path, provision: node }];
  return Object.entries(node).flatMap(([key, child]) => provisionsOf(child, `${path}.${key}`));
}

const squeeze = (text: string): string => text.replace(/\s+/g, "").replaceAll("，", ",");
const han: Readonly<Record<number, readonly string[]>> = {
  1: ["一"],
  2: ["两", "二"],
  3: ["三"],
  4: ["四"],
  5: ["五"],
  6: ["六"],
  7: ["一周"],
  100: ["百"],
};

/** The ways in which the print writes a number: 340000, 34万, 2 as 两, 15万. */
const numeral = (value: number): readonly string[] => [
  String(value),
  ...(value >= 1000 ? [`${value / 10_000}万`] : []),
  ...(han[value] ?? []),
];

const day = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A printed day may lack its year or, where a month is meant as a whole, its date. */
function printsOfDay(text: string): readonly string[] {
  const [, year, month, date] = day.exec(text) ?? [];
  const begins = date === "01" ? [`${Number(month)}月份`] : [];
  return [
    `${year}年${Number(month)}月${Number(date)}日`,
    `${Number(month)}月${Number(date)}日`,
    `${year}年${Number(month)}月`,
    ...begins,
  ];
}

/** Leaves of a value that are figures or days; labels of our own (kinds, keys) are no figures. */
function leaves(value: unknown): readonly (string | number)[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") return day.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** A figure is bounded as printed: in a table's row, blanks are all that parts two cells. */
const hasFigure = (print: string, quote: string): boolean =>
  [quote, squeeze(quote)].some((text) => new RegExp(`(?<![\\d.])${print.replace(".", "\\.")}(?!\\d)`).test(text));

const standsIn = (leaf: string | number, quote: string): boolean =>
  typeof leaf === "number"
    ? numeral(leaf).some((print) => hasFigure(print, quote))
    : printsOfDay(leaf).some((print) => squeeze(quote).includes(print));

const editions = [{ year: "2023", provisions: edition2023 }];

describe.each(editions)("The edition of $year", ({ year, provisions }) => {
  const document = loadDocument(year);
  const found = provisionsOf(provisions, "");

  it("has provisions", () => {
    expect(found.length).toBeGreaterThan(100);
  });

  it("quotes every provision exactly as its clause prints it", () => {
    const wrong = found.filter(({ provision: { clause, quote } }) => {
      const [edition, id = ""] = clause.split("/");
      return edition !== year || quote === "" || !document.isExactQuote(id, quote);
    });
    expect(wrong.map(({ path, provision }) => `${path} ${provision.clause} ${provision.quote}`)).toEqual([]);
  });

  it("finds every figure and day of a value in the quote beside it", () => {
    const wrong = found.flatMap(({ path, provision }) =>
      leaves(provision.value)
        .filter((leaf) => !standsIn(leaf, provision.quote))
        .map((leaf) => `${path} ${leaf} ∉ ${provision.quote}`),
    );
    expect(wrong).toEqual([]);
  });

  it("names ambiguities by the ids of the list", () => {
    const known = new Set(document.ambiguities.map(({ id }) => id));
    const named = found.flatMap(({ provision }) => provision.open ?? []);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});
