import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsPersonal, maskLines, maskPersonal, maskSplit } from "../../../bot/privacy/mask.ts";

test.each([
  ["我身份证310118199003076132", "我身份证［身份证号］"],
  ["310118 1990 0307 613X", "［身份证号］"],
  ["３１０１１８１９９００３０７６１３２", "［身份证号］"],
  ["三一零一一八一九九零零三零七六一三二", "［身份证号］"],
  ["310118\u200b19900307\u200b6132", "［身份证号］"],
  ["310118900307613", "［身份证号］"],
  ["310118199003076132 13800001234", "［身份证号］ ［手机号］"],
  ["电话13800001234。", "电话［手机号］。"],
  ["138-0000-1234", "［手机号］"],
  ["+86 138 0000 1234", "+86 ［手机号］"],
  ["1 3 8 0 0 0 0 1 2 3 4", "［手机号］"],
  ["①③⑧00001234", "［手机号］"],
  ["1️⃣3️⃣800001234", "［手机号］"],
  ["一三八零零零零一二三四", "［手机号］"],
  ["幺三八洞洞洞洞幺两三四", "［手机号］"],
  ["卡号6222021001112223334", "卡号［卡号］"],
  ["6222 0210 0111 2223 334", "［卡号］"],
  ["护照E12345678", "护照［证件号］"],
  ["写信到 zhang.san@example.com", "写信到 ［邮箱］"],
  ["我妈上个月查出胃癌，能申请吗", "我［病情］，能申请吗"],
])("masks 「%s」", (text, expected) => {
  if (text.includes("胃癌")) expect(maskPersonal(text)).not.toContain("胃癌");
  else expect(maskPersonal(text)).toBe(expected);
});

test.each([
  "打59729571",
  "021-59729571",
  "2023年5月1日至2023年11月30日",
  "2023.5.1-2023.11.30",
  "20230501-20231130",
  "20人每人750一共15000元",
  "13 500 600 700",
  "青浦区公园东路1158号",
  "一二三四五",
  "癌症能不能申请大病慰问",
  "哪些病算大病？恶性肿瘤算吗",
  "我得了大病，能申请慰问吗",
  "附件2-3-1、2-3-2、2-3-3、2-3-4",
])("leaves 「%s」 as it is", (text) => {
  expect(holdsPersonal(text)).toBe(false);
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const spelled = (number: string) =>
  fc
    .record({
      alphabet: fc.constantFrom(
        "0123456789",
        "０１２３４５６７８９",
        "零一二三四五六七八九",
        "〇壹贰叁肆伍陆柒捌玖",
        "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
      ),
      join: fc.constantFrom("", " ", "-", " - ", "\u200b", "·", "．", "　"),
    })
    .map(({ alphabet, join }) => [...number].map((one) => [...alphabet][Number(one)] ?? one).join(join));

const phones = fc.tuple(fc.constantFrom("13", "15", "18", "19"), fc.array(digit, { minLength: 9, maxLength: 9 }));
const ids = fc.tuple(
  fc.integer({ min: 110_000, max: 659_999 }).map(String),
  fc
    .date({ min: new Date("1930-01-01"), max: new Date("2020-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10).replaceAll("-", "")),
  fc.array(digit, { minLength: 4, maxLength: 4 }).map((digits) => digits.join("")),
);

test("no digit of a phone or ID number is left, however it is spelled", () => {
  const number = fc.oneof(
    phones.map(([start, rest]) => start + rest.join("")),
    ids.map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(
      number.chain(spelled),
      fc.constantFrom("我的是", "电话：", ""),
      fc.constantFrom("，谢谢", "。", ""),
      (spelling, before, after) => {
        expect(maskPersonal(before + spelling + after)).toMatch(new RegExp(`^${before}［(手机号|身份证号)］${after}$`));
      },
    ),
    { numRuns: 1000 },
  );
});

test("a number in two messages is masked in both, wherever it was cut", () => {
  fc.assert(
    fc.property(
      ids.map((parts) => parts.join("")),
      fc.integer({ min: 3, max: 15 }),
      (id, cut) => {
        expect(maskSplit(`我身份证${id.slice(0, cut)}`, id.slice(cut))).toEqual([
          "我身份证［身份证号］",
          "［身份证号］",
        ]);
      },
    ),
  );
  expect(maskSplit("一共15000", "20人")).toBeUndefined();
});

test("the lines of a log are masked across messages, with the reply in between", () => {
  const lines = [
    { user: "u1", from: "person", text: "31011819900307" },
    { user: "u1", from: "bot", text: "没看懂" },
    { user: "u2", from: "person", text: "6132" },
    { user: "u1", from: "person", text: "后面是6132" },
  ];
  expect(maskLines(lines).map(({ text }) => text)).toEqual(["［身份证号］", "没看懂", "6132", "后面是［身份证号］"]);
});

test("long hostile text is read before the test runs out of time", () => {
  for (const text of ["1".repeat(50_000), "1 ".repeat(50_000), "我妈癌".repeat(20_000), "一".repeat(50_000)])
    expect(maskPersonal(text)).not.toBe("");
});
