/** The words by which facts of annexes 2-3 to 2-10 are heard; the sentence is normalised: no blanks, half-width. */
import { describe, expect, test } from "vitest";
import * as checkup from "../../rules/checkup/facts.ts";
import { itemOf } from "../../rules/checkup/items.ts";
import * as document from "../../rules/document/facts.ts";
import type { AnyFact } from "../../rules/engine/fact.ts";
import * as harmony from "../../rules/harmony/facts.ts";
import * as healthPoint from "../../rules/health-point/facts.ts";
import * as illness from "../../rules/illness/facts.ts";
import * as modelWorker from "../../rules/model-worker/facts.ts";
import * as festival from "../../rules/spring-festival/facts.ts";
import * as wish from "../../rules/wish/facts.ts";

const heard = (fact: AnyFact, sentence: string): unknown =>
  fact.choices?.find(({ heard: words }) => words?.test(sentence))?.value;

describe("hearing", () => {
  test.each<[AnyFact, string, unknown]>([
    [checkup.hasUnion, "公司今年利润下滑工资都快发不出了,但是没建工会,能申请困难企业送健康体检吗?", false],
    [checkup.hasUnion, "我们没有工会", false],
    [checkup.hasUnion, "工会还没成立", false],
    [checkup.hasUnion, "我们有工会的", true],
    [checkup.financesStrained, "公司今年利润下滑", true],
    [checkup.financesStrained, "利润没有下滑", false],
    [checkup.governmentArranged, "我们环卫公司政府每年计划安排体检的", true],
    [checkup.governmentArranged, "政府没有安排过", false],
    [checkup.neverArranged, "单位历年不安排体检", true],
    [checkup.neverArranged, "从来没有安排过体检", true],
    [checkup.neverArranged, "每年都安排体检", false],
    [checkup.contributed, "我们参加过抗疫", true],
    [checkup.contributed, "没有参加抗疫", false],
    [checkup.company, "环卫企业", "sanitation"],
    [checkup.company, "公司效益不好", "difficult"],
    [checkup.gigWork, "俺是跑货运的,开大货车", "truckDriver"],
    [checkup.gigWork, "25个骑手", "foodCourier"],
    [checkup.plan, "体检B套餐男的多少钱", "B"],
    [checkup.plan, "c计划", "C"],
    [checkup.plan, "肝胆B超", undefined],
    [checkup.fromPlan, "A换B要多付多少", "A"],
    [checkup.toPlan, "A换B要多付多少", "B"],
    [checkup.fromPlan, "C计划跟B计划比", "C"],
    [checkup.toPlan, "C计划跟B计划比", "B"],
    [checkup.fromPlan, "老板说改成A套餐", undefined],
    [checkup.checkup, "送健康那个免费体检", "sendHealth"],
    [checkup.checkup, "骑手体检", "newForm"],
    [checkup.wholeQuota, "送健康一共多少人", true],
    [checkup.wholeQuota, "送健康今年总共多少人、总费用多少", true],
    [checkup.wholeQuota, "我们困难企业45人一共多少钱", undefined],
    [checkup.sexDifference, "A计划男女差多少钱", true],
    [checkup.sexDifference, "B套餐女的比男的贵多少", true],
    [checkup.sexDifference, "男30女20总共多少钱", undefined],
    [checkup.sexDifference, "B套餐男的多少钱", undefined],
    [checkup.centre, "瑞慈体检在啥地方", "ruici"],
    [checkup.centre, "华医淀山湖疗养院", "huayi"],
    [checkup.centre, "淀山湖门诊部", "dianshanhu"],
    [illness.hasCard, "没有办过青浦工会会员服务卡的", false],
    [illness.hasCard, "卡没办", false],
    [illness.hasCard, "我有工会会员服务卡", true],
    [illness.disease, "确诊肺癌", "malignantTumour"],
    [illness.disease, "生了恶毛病", "malignantTumour"],
    [illness.disease, "原位癌", "inSituCancer"],
    [illness.disease, "脑部良性肿瘤", "benignBrainTumour"],
    [illness.disease, "尿毒症", "kidneyFailure"],
    [illness.disease, "心梗", "other"],
    [illness.disease, "得了白血病", "bloodCancer"],
    [illness.hospital, "在杭州一家三级医院首次查出", "otherThird"],
    [illness.hospital, "老家的二级医院", "other"],
    [illness.hospital, "瑞金医院", "shanghai"],
    [illness.firstTime, "是复发", false],
    [illness.firstTime, "第一次确诊", true],
    [illness.half, "下半年确诊的", "second"],
    [illness.otherConditionsMet, "符合条件的大病职工", true],
    [illness.otherConditionsMet, "不符合条件", false],
    [healthPoint.point, "3家服务点升级", "upgrade"],
    [healthPoint.point, "新开一个健康服务点", "new"],
    [healthPoint.applicant, "我们楼宇想搞个健康服务点", "enterprise"],
    [healthPoint.applicant, "我是街道总工会的", "townUnion"],
    [harmony.companyType, "快递公司只有60个人", "express"],
    [harmony.reform, "年内要改制", "reformOnly"],
    [harmony.claimant, "企业能拿150元吗", "enterprise"],
    [modelWorker.unitType, "想请劳模来我们小学讲课", "school"],
    [modelWorker.unitType, "我们是国企", "state"],
    [festival.festivalRole, "过年还在送件的快递小哥", "onDuty"],
    [festival.couplets, "我年纪大不会用手机", "offline"],
    [festival.couplets, "春联在哪抢", "online"],
    [wish.wisher, "农民工", "migrant"],
    [wish.inHardship, "不是困难职工", false],
    [document.project, "微心愿联系电话", "2-4"],
    [document.surveyKind, "体检的测评表", "checkup"],
    [document.purpose, "体检名册", "checkupRoster"],
    [document.purpose, "骑手体检补贴", "newFormCheckup"],
    [document.combination, "1万和3000能一起拿吗", "illness"],
    [document.matter, "大病慰问", "illnessSecondHalf"],
    [document.mobileWanted, "给我手机号", true],
  ])("$0.id: $1", (fact, sentence, value) => {
    expect([sentence, heard(fact, sentence)]).toEqual([sentence, value]);
  });

  test.each([
    ["A套餐验肝功能做不做GGT那个转肽酶的?", "ggt"],
    ["送健康那个免费体检,甲状腺看不看的?", "thyroid"],
    ["有没有甲状腺B超", "thyroidUltrasound"],
    ["查不查幽门螺杆菌", "helicobacter"],
    ["直接胆红素", "directBilirubin"],
    ["胆红素", "totalBilirubin"],
    ["做B超伐", "ultrasound"],
    ["脑部CT", "headCt"],
    ["拍片子吗,胸片", "chestXray"],
    ["妇科做哪些", "gynaecology"],
    ["糖化血红蛋白", "hba1c"],
    ["血红蛋白", "bloodRoutine"],
    ["验血糖", "glucose"],
    ["甘油三酯", "triglyceride"],
    ["尿酸高不高", "uricAcid"],
    ["妇科B超", "uterus"],
    ["双肾B超", "kidneyUltrasound"],
  ])("%s is about %s", (sentence, id) => {
    expect(itemOf(sentence)?.id).toBe(id);
  });
});
