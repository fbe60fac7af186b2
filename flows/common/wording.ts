/** How an answer reads on paper; the dialogue and the preview read it back in the same words. */
import type { Input } from "../engine/form.ts";

export const boxes = { ticked: "☑", filled: "■", empty: "□" } as const;

/** Sentences of the review page and of the findings. */
export const words = {
  title: (title: string) => `《${title}》`,
  section: (title: string) => `【${title}】`,
  field: (label: string, said: string) => `${label.replace(/[：:]\s*$/, "")}：${said}`,
  mayStayEmpty: "（可不填）",
  notYet: "（还没填）",
  seals: (seals: readonly string[]) => `盖章、签意见：${seals.join(" → ")}（线下办理）`,
  copies: (copies: string) => `份数：${copies}`,
  deadline: (deadline: string) => `时限：${deadline}`,
  handIn: (handIn: string) => `交给谁：${handIn}`,
  rosterLine: (number: number) => `第${number}行：`,
} as const;

export interface Period {
  readonly from: string;
  readonly to: string;
}

const parts = (day: string): readonly [string, number, number] => {
  const [year = "", month = "", date = ""] = day.split("-");
  return [year, Number(month), Number(date)];
};

const printedDay = (day: string): string => {
  const [year, month, date] = parts(day);
  return `${year} 年 ${month} 月 ${date} 日`;
};

/** The sheets print no year here: 「月 日至 月 日」. */
const printedPeriod = ({ from, to }: Period): string => {
  const side = (day: string): string => {
    const [, month, date] = parts(day);
    return `${month} 月 ${date} 日`;
  };
  return `${side(from)}至 ${side(to)}`;
};

/** For reading back, where the year matters. */
const readPeriod = ({ from, to }: Period): string =>
  from === to ? printedDay(from) : `${printedDay(from)}至 ${printedDay(to)}`;

const isPeriod = (value: unknown): value is Period =>
  typeof value === "object" && value !== null && "from" in value && "to" in value;

/** The answer as it is read back to the person: a period with its years. */
export const readBack = (input: Input, value: unknown): string =>
  input === "period" && isPeriod(value) ? readPeriod(value) : printed(input, value);

export function printed(input: Input, value: unknown): string {
  switch (input) {
    case "date":
      return printedDay(String(value));
    case "period":
      return isPeriod(value) ? printedPeriod(value) : "";
    case "choices":
      return Array.isArray(value) ? value.join("、") : "";
    case "rows":
      return Array.isArray(value) ? `${value.length} 人` : "";
    default:
      return String(value);
  }
}

/** Words and keys of the roster workbook. */
export const rosterWords = {
  sheetName: "名册",
  footer: "第 &P 页，共 &N 页",
  seqKey: "seq",
  unitKey: "unit",
  sexKey: "sex",
  idKey: "idNumber",
  sexes: ["男", "女"],
  pickFromList: "请从下拉列表中选",
  idPrompt: "18位，按文本填写",
  idError: "身份证号码要是18位",
} as const;
