/** Benefits of the tiers C, D and E of annex 2-2 of 青总工〔2023〕23 号. */
import { provision } from "../../engine/provision.ts";
import type { InsuranceProvisions } from "../../insurance/provisions.ts";

const [c, d, e] = ["2023/2-2#1.2.1", "2023/2-2#1.2.2", "2023/2-2#1.2.3"];

export const tiers2023: InsuranceProvisions["tiers"] = {
  C: {
    benefits: {
      accidentDeath: provision({ kind: "lump", amount: 20_000 }, c, "意外身故 2万元"),
      accidentDisability: provision({ kind: "upTo", most: 20_000 }, c, "意外伤残≦2万元", ["A32"]),
      accidentCondolence: provision({ kind: "perTime", each: 500, most: 2000 }, c, "意外慰问金 500元/次，最高 2000元"),
    },
    total: provision(20_000, c, "最高给付限额 2万元"),
  },
  D: {
    benefits: {
      hospitalization: provision(
        { kind: "perDay", each: 60, days: 180, most: 10_800 },
        d,
        "住院 60元/天，最高给付 180天，最高给付限额 1.08万元",
      ),
      majorIllness: provision({ kind: "lump", amount: 10_000 }, d, "十二类重大疾病 (含原位癌) 1 万元", ["A32"]),
      accidentDeath: provision({ kind: "lump", amount: 60_000 }, d, "意外身故 6 万元"),
      accidentDisability: provision({ kind: "upTo", most: 60_000 }, d, "意外伤残≦6 万元", ["A32"]),
      accidentCondolence: provision(
        { kind: "perTime", each: 500, most: 6000 },
        d,
        "意外慰问金 500 元/次，最高 6000 元",
      ),
      illnessDeath: provision({ kind: "lump", amount: 10_000 }, d, "疾病身故 1万元，最高给付限额 1万元"),
    },
    total: provision(90_800, d, "合计最高给付限额 9.08万元", ["A33"]),
  },
  E: {
    benefits: {
      hospitalization: provision(
        { kind: "perDay", each: 300, days: 180, most: 54_000 },
        e,
        "住院 300元/天，最高给付 180天，最高给付限额 5.4万元",
      ),
      majorIllness: provision({ kind: "lump", amount: 20_000 }, e, "十二类重大疾病 (含原位癌) 2 万元", ["A32"]),
      majorIllnessMedical: provision(
        { kind: "range", least: 2000, highest: 80_000, most: 340_000 },
        e,
        "重大疾病医疗补助金 2000元到 80000元不等，最高不超过 34万元",
        ["A32"],
      ),
      accidentDeath: provision({ kind: "lump", amount: 150_000 }, e, "意外身故 15万元"),
      accidentDisability: provision({ kind: "upTo", most: 150_000 }, e, "意外伤残≦ 15万元", ["A32"]),
      accidentCondolence: provision({ kind: "perTime", each: 500, most: 6000 }, e, "意外慰问金500元/次，最高 6000元"),
      illnessDeath: provision({ kind: "lump", amount: 20_000 }, e, "疾病身故 2万元，最高给付限额 2万元"),
    },
    total: provision(720_000, e, "合计最高给付限额 72万元"),
    exclusiveDeaths: {
      illness: provision(360_000, e, "最高给付限额36万元"),
      accident: provision(306_000, e, "最高给付限额 30.6万元", ["A34"]),
      rule: provision("意外身故与疾病身故互斥", e, "( 意外身故与疾病身故互斥)"),
    },
  },
};
