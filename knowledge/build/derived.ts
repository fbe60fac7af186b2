/** Sums that a topic says beside the figures of its clauses: `1500+300+1500=3300`. */

/** Evaluates whole numbers joined by +, - and *, the product first. */
export function arithmetic(expression: string): number {
  const terms = expression
    .replaceAll("-", "+-")
    .split("+")
    .filter((term) => term !== "");
  return terms.reduce((sum, term) => sum + product(term), 0);
}

function product(term: string): number {
  const negative = term.startsWith("-");
  const value = term
    .replace("-", "")
    .split("*")
    .reduce((result, factor) => result * Number(factor), 1);
  return negative ? -value : value;
}

/** Undefined when the sum is right; else what it should be. */
export function wrongSum(derived: string): number | undefined {
  const [expression = "", result = ""] = derived.split("=");
  const value = arithmetic(expression);
  return value === Number(result) ? undefined : value;
}

/** The numbers that a sum starts from. */
export const operands = (derived: string): readonly string[] => derived.split("=")[0]?.match(/\d+/g) ?? [];
