/** Adds up the expression of a step: digits and + - * / ( ) min max ceil, without eval. */

export function evaluateExpression(expression: string): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|min|max|ceil|[-+*/(),]/g) ?? [];
  if (tokens.join("") !== expression.replace(/\s+/g, "")) throw new Error(`Not arithmetic: ${expression}`);
  let at = 0;
  const take = (): string => tokens[at++] ?? "";
  const expectToken = (wanted: string): void => {
    const found = take();
    if (found !== wanted) throw new Error(`Expected ${wanted}, found "${found}" in ${expression}`);
  };
  const list = (): number[] => {
    expectToken("(");
    const values = [sum()];
    while (tokens[at] === ",") {
      at += 1;
      values.push(sum());
    }
    expectToken(")");
    return values;
  };
  const atom = (): number => {
    const token = tokens[at];
    if (token === "-") {
      at += 1;
      return -atom();
    }
    if (token === "(") return list()[0] ?? Number.NaN;
    at += 1;
    if (token === "min") return Math.min(...list());
    if (token === "max") return Math.max(...list());
    if (token === "ceil") return Math.ceil(list()[0] ?? Number.NaN);
    return Number(token);
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === "*" || tokens[at] === "/") value = take() === "*" ? value * atom() : value / atom();
    return value;
  };
  function sum(): number {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") value = take() === "+" ? value + product() : value - product();
    return value;
  }
  const result = sum();
  if (at !== tokens.length) throw new Error(`Left over in ${expression}`);
  return result;
}
