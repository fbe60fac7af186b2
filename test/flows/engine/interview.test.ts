/** Filling a form: the next field follows from the answers alone, and the checks say what is left. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { completed, nextField } from "../../../flows/engine/interview.ts";
import { preview } from "../../../flows/engine/preview.ts";
import { givenFrom, validate } from "../../../flows/engine/validate.ts";
import { formById, forms } from "../../../flows/index.ts";
import { type Answers, unsure } from "../../../rules/engine/fact.ts";
import { ruleById } from "../../../rules/index.ts";
import { people, sampled } from "../fill.ts";

const today = "2023-06-15";
const each = forms.map((form) => [form.id, form] as const);
const of = (id: string): Form => formById(id) as Form;

describe("the interview", () => {
  it.each(each)("%s asks every open field once, in order, and ends", (_, form) => {
    let answers: Answers = {};
    const asked: string[] = [];
    for (let next = nextField(form, answers); next; next = nextField(form, answers)) {
      expect(asked).not.toContain(next.fact.id);
      asked.push(next.fact.id);
      answers = structuredClone({ ...answers, [next.fact.id]: next.fact.samples[0] });
    }
    expect(validate(form, answers, today).missing).toEqual([]);
    const order = fieldsOf(form).map(({ fact }) => fact.id);
    expect(asked).toEqual(order.filter((id) => asked.includes(id)));
  });

  it.each(each)("%s has questions, labels and samples that fit", (_, form) => {
    for (const { fact } of fieldsOf(form)) {
      expect(fact.question).not.toBe("");
      expect(fact.label).not.toBe("");
      for (const sample of fact.samples) expect(fact.schema.safeParse(sample).success).toBe(true);
    }
  });

  it("asks what an upgrade adds only for an upgrade", () => {
    const form = of("health-point-proposal");
    const { upgrade: _, ...answers } = sampled(form);
    expect(nextField(form, { ...answers, point: "新建" })).toBeUndefined();
    expect(nextField(form, { ...answers, point: "升级" })?.fact.id).toBe("upgrade");
  });

  it("goes on after 「不清楚」, which stays on the list of what is missing", () => {
    const form = of("2-1-1");
    const answers = { ...sampled(form), route: unsure };
    expect(nextField(form, answers)).toBeUndefined();
    expect(validate(form, answers).missing).toEqual(["route"]);
  });

  it("does not ask what a calculator has heard", () => {
    expect(completed(of("2-1-1"), { people: 40, startDate: "2023-06-10", endDate: "2023-06-11" })).toMatchObject({
      headcount: 40,
      period: { from: "2023-06-10", to: "2023-06-11" },
    });
    expect(completed(of("2-3-2"), { male: 20, female: 20, centre: "ruici" })).toMatchObject({
      headcount: 40,
      examPlace: "上海瑞慈瑞青门诊部有限公司",
    });
    expect(completed(of("2-1-2"), { recuperation: "counterpart" })).toMatchObject({ plan: "对口合作区域" });
    expect(completed(of("2-1-1"), { people: 40, headcount: 12 })).toMatchObject({ headcount: 12 });
  });
});

describe("the pre-check", () => {
  it.each(each.filter(([, { rule }]) => rule))("%s names a calculator and gives it facts that it takes", (_, form) => {
    const rule = ruleById(form.rule?.id ?? "");
    expect(rule, form.rule?.id).toBeDefined();
    const known = new Map([...(rule?.asks ?? []), ...(rule?.uses ?? [])].map((fact) => [fact.id, fact]));
    for (const [id, value] of Object.entries(form.rule?.facts(givenFrom(sampled(form))) ?? {})) {
      if (value !== undefined) expect(known.get(id)?.schema.safeParse(value).success, `${form.id} ${id}`).toBe(true);
    }
  });
});

const problems = (id: string, answers: Answers): readonly string[] =>
  validate(of(id), { ...sampled(of(id)), ...answers }, today).problems.map(
    ({ field, problem }) => `${field}：${problem}`,
  );
const warnings = (id: string, answers: Answers): readonly string[] =>
  validate(of(id), { ...sampled(of(id)), ...answers }, today).warnings.map(({ field }) => field);
const period = (from: string, to: string) => ({ period: { from, to } });
const headcounts = (all: number, ...parts: readonly number[]) => ({
  actualHeadcount: all,
  countModel: parts[0],
  countCraftsman: parts[1],
  countAntiEpidemic: parts[2],
  countIndustrial: parts[3],
  countOther: parts[4],
});

describe("the checks", () => {
  it.each([
    ["首日", "2-1-1", period("2023-05-01", "2023-05-02"), []],
    ["末日", "2-1-1", period("2023-11-29", "2023-11-30"), []],
    ["早一天", "2-1-1", period("2023-04-30", "2023-05-01"), ["period：活动时间要在2023年5月1日至2023年11月30日之间"]],
    ["晚一天", "2-1-1", period("2023-11-30", "2023-12-01"), ["period：活动时间要在2023年5月1日至2023年11月30日之间"]],
    ["三天", "2-1-1", period("2023-06-10", "2023-06-12"), ["period：一共3天，超过了2天1晚"]],
    ["倒置", "2-1-1", period("2023-06-12", "2023-06-10"), ["period：结束日期早于开始日期"]],
    ["明天填表", "2-1-1", { fillDate: "2023-06-16" }, ["fillDate：填表日期不能晚于今天"]],
    ["无此日", "2-1-1", { fillDate: "2023-02-30" }, ["fillDate：日历上没有这一天"]],
    ["电话少一位", "2-1-1", { leaderPhone: "1380013800" }, ["leaderPhone：要写11位手机号或8位固定电话"]],
    ["零人", "2-1-1", { headcount: 0 }, ["headcount：至少是1"]],
    ["长三角三天", "2-1-2", { ...period("2023-06-10", "2023-06-12"), plan: "长三角区域" }, []],
    [
      "长三角四天",
      "2-1-2",
      { ...period("2023-06-10", "2023-06-13"), plan: "1长三角区域□" },
      ["period：一共4天，超过了3天2晚"],
    ],
    ["对口四天", "2-1-2", { ...period("2023-06-10", "2023-06-13"), plan: "对口合作区域" }, []],
    [
      "对口五天",
      "2-1-2",
      { ...period("2023-06-10", "2023-06-14"), plan: "对口合作区域" },
      ["period：一共5天，超过了4天3晚"],
    ],
    ["院所五天", "2-1-2", { ...period("2023-06-10", "2023-06-14"), plan: "市总直管院所" }, []],
    ["劳模多于总数", "2-1-2", headcounts(10, 11, 0, 0, 0, 0), ["countModel：11人，多于实际疗休养人数10人"]],
    ["合计相符", "2-3-4", { totalCount: 50, maleCount: 30, femaleCount: 20, subsidyCount: 50 }, []],
    [
      "合计不符",
      "2-3-4",
      { totalCount: 50, maleCount: 30, femaleCount: 21, subsidyCount: 50 },
      ["totalCount：男、女合计51人，和总人数50人不一致"],
    ],
    [
      "补贴人数过多",
      "2-3-4",
      { totalCount: 50, maleCount: 30, femaleCount: 20, subsidyCount: 51 },
      ["subsidyCount：51人，多于总人数50人"],
    ],
    ["固话当手机", "2-3-3", { mobile: "59729571" }, ["mobile：手机号要是11位"]],
    [
      "没有的选项",
      "2-3-2",
      { ownership: "国有企业" },
      ["ownership：只能选一项：私营企业、港澳台商投资企业、外商投资企业、股份制企业、其他企业"],
    ],
    [
      "数字身份证",
      "2-3-6",
      { rows: [{ ...people[0], idNumber: 310118198801010000 }] },
      ["rows：第1行：身份证号要写成文字，写成数字会丢掉后几位"],
    ],
    ["重复的人", "2-3-6", { rows: [people[0], people[0]] }, ["rows：第2行：身份证号和第1行重复"]],
    ["性别不符", "2-3-6", { rows: [{ ...people[0], sex: "女" }] }, ["rows：第1行：性别和身份证号不符"]],
    ["缺姓名", "2-3-6", { rows: [{ ...people[0], name: " " }] }, ["rows：第1行：没有姓名"]],
  ] as const)("%s（%s）", (_, id, answers, expected) => {
    const some = id === "2-1-2" && !("actualHeadcount" in answers) ? headcounts(40, 10, 10, 10, 10, 0) : {};
    const heads = id === "2-3-4" ? {} : some;
    expect(problems(id, { ...heads, ...answers })).toEqual(expected);
  });

  it.each([
    ["合计不等只提醒", "2-1-2", headcounts(40, 10, 10, 10, 5, 0), ["actualHeadcount"]],
    ["合计相等", "2-1-2", headcounts(40, 10, 10, 10, 10, 0), []],
    ["外地线路", "2-1-1", { route: "苏州一日游" }, ["route"]],
    ["29人", "2-3-2", { headcount: 29 }, ["headcount"]],
    ["30人", "2-3-2", { headcount: 30 }, []],
    ["120人", "2-3-2", { headcount: 120 }, []],
    ["121人", "2-3-2", { headcount: 121 }, ["headcount"]],
    ["美馨", "2-3-2", { examPlace: "美馨" }, ["examPlace"]],
    ["瑞慈", "2-3-2", { examPlace: "瑞慈体检中心" }, []],
    ["国有单位", "2-8-1", { unitType: "国有" }, ["unitType"]],
    ["非公单位", "2-8-1", { unitType: "非公（民营、外资等）" }, []],
    ["心愿500元", "micro-wish", { wishValue: 500 }, []],
    ["心愿501元", "micro-wish", { wishValue: 501 }, ["wishValue"]],
    ["年龄差两岁", "2-3-6", { rows: [{ ...people[0], age: 37 }] }, ["rows"]],
    ["年龄差一岁", "2-3-6", { rows: [{ ...people[0], age: 36 }] }, []],
  ] as const)("提醒：%s（%s）", (_, id, answers, expected) => {
    expect(warnings(id, answers)).toEqual(expected);
  });

  it("hold for any answers at all: they judge, and never throw", () => {
    const anything = fc.oneof(fc.anything(), fc.string({ unit: "binary" }), fc.constant(unsure));
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.infiniteStream(anything), (form, stream) => {
        const answers = Object.fromEntries(fieldsOf(form).map(({ fact }) => [fact.id, stream.next().value]));
        const { missing, problems: found } = validate(form, answers, today);
        expect(missing.length + found.length).toBeGreaterThanOrEqual(0);
        expect(preview(form, answers).length).toBeGreaterThan(3);
        nextField(form, answers);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a choice", () => {
  it.each([
    ["2-1-2", "plan", "1 长三角区域 □", "长三角区域"],
    ["2-1-3", "mealSatisfaction", "满意□", "满意"],
    ["2-1-3", "mealSatisfaction", "不满意", "不满意"],
    ["2-3-2", "plan", "A", ["职工健康体检计划A"]],
    ["2-3-2", "plan", ["□职工健康体检计划 A", "C"], ["职工健康体检计划A", "职工健康体检计划C"]],
    ["2-3-2", "plan", "A、B", ["职工健康体检计划A", "职工健康体检计划B"]],
    ["2-3-2", "examPlace", "淀山湖", "上海淀山湖门诊部健康体检中心"],
    ["2-3-2", "examPlace", "上海美馨健康体检中心有限公司", "上海美馨健康体检中心有限公司"],
    ["2-8-1", "unitType", "□非公 ( 民营、外资等)", "非公(民营、外资等)"],
    ["2-8-1", "needType", "技术培训", ["技术培训"]],
  ] as const)("%s %s understands %j", (id, field, said, meant) => {
    const found = fieldsOf(of(id)).find(({ fact }) => fact.id === field);
    expect(found?.fact.schema.parse(said)).toEqual(meant);
  });

  it("refuses what fits two options", () => {
    const place = fieldsOf(of("2-3-2")).find(({ fact }) => fact.id === "examPlace");
    expect(place?.fact.schema.safeParse("门诊部").success).toBe(false);
  });
});

describe("the review page", () => {
  it("reads back every answer, the year of a period included, and what follows", () => {
    const form = of("2-1-1");
    const lines = preview(form, sampled(form));
    expect(lines).toContain("起止时间：2023 年 6 月 10 日至 2023 年 6 月 11 日");
    expect(lines).toContain("填表人：李填表");
    expect(lines).toContain(
      "盖章、签意见：活动单位工会 → 镇、街道、委、局、区属公司工会 → 区总工会 → 承办单位（线下办理）",
    );
    expect(preview(form, {})).toContain("单位名称：（还没填）");
    expect(preview(of("2-3-2"), {})).toContain("份数：一式二份");
    expect(preview(of("2-1-3"), {})).toContain("意见和建议：（可不填）");
  });
});
