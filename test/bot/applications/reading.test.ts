/** What officers type, and which fields it answers. */
import { describe, expect, it } from "vitest";
import { readFields } from "../../../bot/dialogue/application/reading/read-fields.ts";
import { type Form, fieldsOf } from "../../../flows/engine/form.ts";
import { formById } from "../../../flows/index.ts";

const moment = { today: "2023-06-15", year: 2023 };

function read(id: string, asked: string | undefined, text: string, done: readonly string[] = []) {
  const form = formById(id) as Form;
  const fields = fieldsOf(form).filter(({ when }) => !when);
  const field = fields.find(({ fact }) => fact.id === asked);
  const open = fields.filter(({ fact }) => !done.includes(fact.id) && fact.id !== "fillDate");
  return readFields(text, { ...moment, fields, open, ...(field && { asked: field }) });
}
const all = (id: string): readonly string[] => fieldsOf(formById(id) as Form).map(({ fact }) => fact.id);
const days = (from: string, to = from) => ({ from: `2023-${from}`, to: `2023-${to}` });

describe("a period", () => {
  it.each([
    ["6月10号到11号", days("06-10", "06-11")],
    ["下个月十号到十一号", days("07-10", "07-11")],
    ["下个月10号11号", days("07-10", "07-11")],
    ["7月8、9号", days("07-08", "07-09")],
    ["7月8号，9号", days("07-08", "07-09")],
    ["6.20-6.21", days("06-20", "06-21")],
    ["7.15-16", days("07-15", "07-16")],
    ["6/20～21", days("06-20", "06-21")],
    ["7月15到16", days("07-15", "07-16")],
    ["六月二十至二十一日", days("06-20", "06-21")],
    ["7月15日上午8点到16日下午5点", days("07-15", "07-16")],
    ["20、21号", days("06-20", "06-21")],
    ["后天到大后天", days("06-17", "06-18")],
    ["7月8日两天", days("07-08", "07-09")],
    ["7月8日当天来回", days("07-08")],
    ["2023-07-08到2023-07-09", days("07-08", "07-09")],
  ])("%s", (said, period) => {
    expect(read("2-1-1", "period", said).answers["period"]).toEqual(period);
  });

  it("that no calendar has is named, and one without a day is asked again", () => {
    expect(read("2-1-1", "period", "6月30到31号").problems[0]?.problem).toContain("日历上没有");
    expect(read("2-1-1", "period", "七月份").problems[0]?.problem).toContain("要说到哪一天");
    expect(read("2-1-1", "period", "公园路八号楼").answers).not.toHaveProperty("period");
  });
});

describe("a number of people", () => {
  it.each([
    ["45", 45],
    ["四十五个人", 45],
    ["一共45人", 45],
    ["45，其中劳模3", 45],
    ["45人（含领队2人）", 45],
    ["没有", 0],
  ])("%s", (said, people) => {
    expect(read("2-1-2", "actualHeadcount", said).answers["actualHeadcount"] ?? 0).toBe(people);
  });

  it.each(["四十来个", "大概45", "四五十", "40到50", "百来号人", "八百多人", "30+5", "不到500"])(
    "%s is not exact",
    (said) => {
      expect(read("2-1-1", "headcount", said).answers).toEqual({});
    },
  );

  it.each([
    ["35人，男21女14", { totalCount: 35, maleCount: 21, femaleCount: 14 }],
    ["21男14女", { maleCount: 21, femaleCount: 14 }],
    ["男的二十一女的十四", { maleCount: 21, femaleCount: 14 }],
    ["男21人，女14人", { maleCount: 21, femaleCount: 14 }],
  ])("by sex: %s", (said, counts) => {
    expect(read("2-3-4", "totalCount", said).answers).toMatchObject(counts);
  });

  it("of each kind, by part of its label", () => {
    const said = "劳模先进3 工匠2 抗疫5 产业工人20 其他5";
    expect(read("2-1-2", "countModel", said).answers).toEqual({
      countModel: 3,
      countCraftsman: 2,
      countAntiEpidemic: 5,
      countIndustrial: 20,
      countOther: 5,
    });
  });

  it("of both sexes is the sum where only the sum is asked", () => {
    expect(read("2-3-3", "headcount", "男10女12").answers).toEqual({ headcount: 22 });
  });

  it("is not a day beside it", () => {
    expect(read("2-1-1", "headcount", "8月3日到4日").answers).toEqual({ period: days("08-03", "08-04") });
    expect(read("2-1-1", "headcount", "7月15到16").answers).not.toHaveProperty("headcount");
  });
});

describe("a telephone number", () => {
  it.each([
    ["138 1234 5678", "138 1234 5678"],
    ["我的电话是13812345678", "13812345678"],
    ["一三八一二三四五六七八", "13812345678"],
    ["5972-0877转12", "5972-0877转12"],
    ["+86 13812345678", "13812345678"],
  ])("%s", (said, number) => {
    expect(read("2-1-1", "leaderPhone", said).answers["leaderPhone"]).toBe(number);
  });

  it.each(["135123456789", "13912345678转801", "1381234"])("%s is refused by name", (said) => {
    const { answers, problems } = read("2-1-1", "leaderPhone", said);
    expect(answers).not.toHaveProperty("leaderPhone");
    expect(problems).toHaveLength(1);
  });
});

describe("free words", () => {
  it.each([
    "45人",
    "13900000000",
    "今天",
    "7月8号到11号",
    "不同意",
    "继续填",
    "我要申请看上海补贴",
    "改改",
    "45",
    "确认",
  ])("%s is no name of a unit", (said) =>
    expect(read("2-1-1", "unitName", said).answers).not.toHaveProperty("unitName"),
  );

  it.each(["徐泾镇工会", "我自己", "看上海一日游线路", "13512345678"])("%s is nobody's name", (said) =>
    expect(read("2-1-1", "leaderName", said).answers).not.toHaveProperty("leaderName"),
  );

  it.each(["王改", "是为民", "欧阳交", "买买提·艾力", "张䶮", "𠮷田"])("%s may be", (said) =>
    expect(read("2-1-1", "leaderName", said).answers["leaderName"]).toBeDefined(),
  );

  it("may be a month where a month is asked, and oneself where the one who applies is", () => {
    expect(read("harmony-allowance", "month", "5月").answers).toEqual({ month: "5月" });
    expect(read("insurance-claim", "applicant", "本人").answers).toEqual({ applicant: "本人" });
    expect(read("2-1-1", "filler", "我自己填，李敏").answers).toEqual({ filler: "李敏" });
  });

  it("keep what begins like a link, and labels that stand in the middle of a long text", () => {
    expect(read("2-1-1", undefined, "线路改成：为民村→改革公园", all("2-1-1")).answers).toEqual({
      route: "为民村→改革公园",
    });
    const long = "1、培训电工20人\n2、联系人：李老师\n3、电话：13900001111，能不能7月10日来？";
    expect(read("2-8-1", "needDetail", long).answers).toEqual({ needDetail: long });
  });
});

describe("several facts in one message", () => {
  it("with labels in any order, on lines, behind commas or numbers", () => {
    const facts = { unitName: "徐泾镇电话机厂工会", unitAddress: "为民路8号", leaderName: "王为" };
    for (const said of [
      "单位名称：徐泾镇电话机厂工会\n地址：为民路8号\n领队：王为",
      "领队是王为，单位名称徐泾镇电话机厂工会，地址是为民路8号",
      "1.单位名称：徐泾镇电话机厂工会 2.单位地址：为民路8号 3.领队姓名：王为",
    ])
      expect(read("2-1-1", "unitName", said).answers, said).toEqual(facts);
  });

  it("without labels: what plainly belongs elsewhere is taken out of a name", () => {
    expect(read("2-1-1", "unitName", "徐泾镇电话机厂工会，6月20号到21号，46个人").answers).toEqual({
      unitName: "徐泾镇电话机厂工会",
      period: days("06-20", "06-21"),
      headcount: 46,
    });
    expect(read("2-1-1", "leaderName", "王小明 13812345678").answers).toEqual({
      leaderName: "王小明",
      leaderPhone: "13812345678",
    });
    expect(read("2-1-1", "unitName", "甲厂，乙路1号，王小明，13812345678").answers).toEqual({
      unitName: "甲厂",
      unitAddress: "乙路1号",
      leaderName: "王小明",
      leaderPhone: "13812345678",
    });
  });

  it("with a telephone behind a name, and a second one for whoever fills in", () => {
    expect(read("2-1-1", "leaderName", "领队: 尤大海 15000112233").answers).toEqual({
      leaderName: "尤大海",
      leaderPhone: "15000112233",
    });
    expect(read("2-1-1", "leaderPhone", "领队电话：13900000001\n填表人：王芳\n电话：59201234").answers).toEqual({
      leaderPhone: "13900000001",
      filler: "王芳",
      fillerPhone: "59201234",
    });
  });

  it("in brackets, or with other facts behind an address", () => {
    expect(read("2-1-1", "unitName", "【单位名称】甲厂 【单位地址】乙路1号").answers).toEqual({
      unitName: "甲厂",
      unitAddress: "乙路1号",
    });
    expect(read("2-1-1", "unitName", "单位上海宏图印刷，地址诸光路1588弄，60个人").answers).toEqual({
      unitName: "上海宏图印刷",
      unitAddress: "诸光路1588弄",
      headcount: 60,
    });
  });

  it("a label that the form does not have is no value", () => {
    expect(read("2-1-1", "unitName", "行业：化工").answers).toEqual({});
  });

  it("a house number is no day of travel", () => {
    expect(read("2-1-1", "leaderPhone", "盈浦街道漕盈路交通新村8号").answers).not.toHaveProperty("period");
  });
});

describe("a correction", () => {
  it.each([
    ["不对，是45人", { headcount: 45 }],
    ["改领队电话 13700001111", { leaderPhone: "13700001111" }],
    ["填表人不是王算，是王算盘", { filler: "王算盘" }],
    ["单位名称错了，应该是徐泾镇总工会", { unitName: "徐泾镇总工会" }],
    ["把旅行社换一下，换成上海中旅", { travelAgency: "上海中旅" }],
    ["领队换成李四", { leaderName: "李四" }],
    ["7月15到16", { period: days("07-15", "07-16") }],
  ])("at the review: %s", (said, change) => {
    const form = formById("2-1-1") as Form;
    const fields = fieldsOf(form);
    expect(readFields(said, { ...moment, fields, open: fields }).answers).toEqual(change);
  });
});

describe("options", () => {
  it.each([
    ["机械和综合", ["机械与动力电气", "综合"]],
    ["1 3 5", ["机械与动力电气", "交通运输", "计算机通讯仪电"]],
    ["1、3", ["机械与动力电气", "交通运输"]],
    ["化工", ["化工"]],
  ])("several: %s", (said, industry) => {
    expect(read("2-8-1", "industry", said).answers["industry"]).toEqual(industry);
  });

  it("of which one is unknown are asked again, not passed over", () => {
    expect(read("2-8-1", "industry", "化工和养猪").answers).not.toHaveProperty("industry");
  });

  it.each([
    ["很满意", "满意"],
    ["不太满意", "不满意"],
    ["还可以", "一般"],
    ["比较满意吧", "比较满意"],
  ])("as people say them: %s", (said, value) => {
    expect(read("2-1-3", "routeSatisfaction", said).answers["routeSatisfaction"]).toBe(value);
  });

  it("of three questions at once", () => {
    expect(read("2-1-3", "routeSatisfaction", "行程满意，餐饮一般，服务比较满意").answers).toEqual({
      routeSatisfaction: "满意",
      mealSatisfaction: "一般",
      serviceSatisfaction: "比较满意",
    });
  });

  it("are not ticked by a stray word", () => {
    expect(read("insurance-claim", "happenedOn", "团体").answers).not.toHaveProperty("materials");
  });
});
