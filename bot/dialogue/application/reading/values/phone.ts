/** A telephone number out of a few words, also one that is spoken digit by digit. */

const phone =
  /(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|\(?0\d{2,3}\)?[\s-]?\d{4}[\s-]?\d{4}(?:(?:转|#|-)\d{1,5})?|(?<!\d)[2-9]\d{7}(?:(?:转|#)\d{1,5})?(?!\d)/;
const chineseDigits = "零一二三四五六七八九";
const otherDigits: Readonly<Record<string, string>> = { 〇: "0", 幺: "1", 两: "2" };

/** 「一三八零零…」 as digits, where a whole number is spoken so. */
const asDigits = (text: string): string =>
  text.replace(/[零〇幺一二两三四五六七八九]{7,}/g, (run) =>
    [...run].map((one) => otherDigits[one] ?? String(chineseDigits.indexOf(one))).join(""),
  );

export const phoneWithin = (said: string): string | undefined =>
  phone.exec(asDigits(said.normalize("NFKC")))?.[0].trim();

const isMobile = (found: string): boolean => /^1[3-9]/.test(found);

/** Undefined where nothing looks like a number; what looks like one and is none is handed on to be refused by name. */
export function phoneOf(said: string): unknown {
  const plain = said.normalize("NFKC");
  const found = phoneWithin(said)?.replace(/^\+?86[\s-]?/, "");
  if (found !== undefined && isMobile(found) && /\d\s*(?:转|#)\s*\d/.test(plain))
    return { problem: "手机号没有分机，只写11位" };
  if (found !== undefined) return found;
  return plain.replace(/[^\d]/g, "").length >= 7 || /^\d{3,}$/.test(plain.trim()) ? said.trim() : undefined;
}
