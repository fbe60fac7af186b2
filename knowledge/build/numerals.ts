/** Chinese numerals as numbers. */

const digit = "[一二三四五六七八九]";
const belowTenThousand = new RegExp(`^(?:(${digit})千)?[〇零]?(?:(${digit})百)?[〇零]?(?:(${digit}?)十)?(${digit})?$`);
/** 两千三 is 2300 and 一百五 is 150; 一百零五 is 105. */
const elliptic = new RegExp(`([百千])(${digit})$`);

/** Undefined for what is no plain number: 二三 (two or three), 千万 (by all means), 万一 (in case). */
export function numeralValue(numeral: string): number | undefined {
  const [high = "", low, more] = numeral.replaceAll("两", "二").split("万");
  if (low === undefined) return /^[〇零]$/.test(high) ? 0 : smallValue(high);
  if (more !== undefined || (high === "" && low !== "")) return undefined;
  const above = high === "" ? 1 : smallValue(high);
  const below = low === "" ? 0 : digitValue(low) > 0 ? digitValue(low) * 1000 : smallValue(low);
  return above === undefined || below === undefined ? undefined : above * 10_000 + below;
}

function smallValue(numeral: string): number | undefined {
  if (numeral === "百") return 100;
  if (numeral === "千") return 1000;
  const [, thousands, hundreds, tens, ones] = belowTenThousand.exec(numeral) ?? [];
  if (thousands === undefined && hundreds === undefined && tens === undefined && ones === undefined) return undefined;
  const [, unit, last] = elliptic.exec(numeral) ?? [];
  const rest = last === undefined ? digitValue(ones) : digitValue(last) * (unit === "千" ? 100 : 10);
  return digitValue(thousands) * 1000 + digitValue(hundreds) * 100 + (tens === "" ? 1 : digitValue(tens)) * 10 + rest;
}

const digitValue = (written = "") => (written.length === 1 ? "一二三四五六七八九".indexOf(written) + 1 : 0);
