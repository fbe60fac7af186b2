/** Finds runs of digits in any spelling: full-width, circled, Chinese, spaced, dashed, with invisible characters between. */

export interface Run {
  /** Plain digits; `X` at the end stands for the check character of an ID number. */
  readonly digits: string;
  /** For each digit, where it starts and ends in the text. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Lengths of the groups that separators cut the digits into. */
  readonly groups: readonly number[];
  /** Positions where Chinese digits meet others: 「李四138…」 is a name before a number. */
  readonly meets: readonly number[];
}

const chinese: ReadonlyMap<string, string> = new Map(
  Object.entries({
    零: "0",
    〇: "0",
    "○": "0",
    洞: "0",
    一: "1",
    幺: "1",
    壹: "1",
    二: "2",
    两: "2",
    贰: "2",
    三: "3",
    叁: "3",
    四: "4",
    肆: "4",
    五: "5",
    伍: "5",
    六: "6",
    陆: "6",
    七: "7",
    柒: "7",
    拐: "7",
    八: "8",
    捌: "8",
    九: "9",
    玖: "9",
  }),
);
const separator = /^[\s\p{Zs}\p{Pd}·.．。,，、_/|~*+()（）[\]【】:：]$/u;
const invisible = /^(?:\p{Cf}|\p{Mn}|\p{Me})$/u;
const checkCharacter = /^[xX×叉]$/u;
/** More than this between two digits is a gap, not a spelling. */
const widestGap = 3;

const digitOf = (character: string): string | undefined => {
  const plain = character.normalize("NFKC");
  return /^\d$/.test(plain) ? plain : chinese.get(character);
};

const lengthBeforeCheck = 17;

class Reader {
  readonly runs: Run[] = [];
  private run: { digits: string; from: number[]; to: number[]; groups: number[]; meets: number[] } | undefined;
  private wasChinese = false;
  private gap = 0;

  read(character: string, from: number): void {
    const digit = digitOf(character) ?? this.check(character);
    if (digit !== undefined) this.add(digit, from, from + character.length, chinese.has(character));
    else if (!invisible.test(character)) this.skip(character);
  }

  close(): void {
    if (this.run) this.runs.push(this.run);
    this.run = undefined;
    this.gap = 0;
  }

  /** An X counts where an ID number may end, and nowhere else. */
  private check(character: string): "X" | undefined {
    const long = (this.run?.digits.length ?? 0) >= lengthBeforeCheck;
    return long && checkCharacter.test(character.normalize("NFKC")) ? "X" : undefined;
  }

  private add(digit: string, from: number, to: number, isChinese: boolean): void {
    this.run ??= { digits: "", from: [], to: [], groups: [], meets: [] };
    if (this.run.digits !== "" && isChinese !== this.wasChinese) this.run.meets.push(this.run.digits.length);
    this.wasChinese = isChinese;
    const { groups } = this.run;
    if (this.gap > 0 || groups.length === 0) groups.push(0);
    groups.push((groups.pop() ?? 0) + 1);
    this.run.digits += digit;
    this.run.from.push(from);
    this.run.to.push(to);
    this.gap = 0;
    if (digit === "X") this.close();
  }

  private skip(character: string): void {
    this.gap += 1;
    if (this.gap > widestGap || !separator.test(character)) this.close();
  }
}

export function runsOf(text: string): readonly Run[] {
  const reader = new Reader();
  let at = 0;
  for (const character of text) {
    reader.read(character, at);
    at += character.length;
  }
  reader.close();
  return reader.runs;
}
