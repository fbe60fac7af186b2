/** Fields that several forms ask in the same words: who fills in, and when. */
import { choice, date, phone, text } from "./fields.ts";

const lasting = true;

export const unitAddress = text("unitAddress", "单位地址", "单位地址是什么？", {
  lasting,
  sample: "青浦区公园东路1号",
  required: "document",
});
export const leaderName = text("leaderName", "领队姓名", "领队叫什么名字？", {
  required: "document",
  most: 12,
  sample: "王领队",
});
export const leaderPhone = phone("leaderPhone", "领队电话", "领队的电话是多少？", { required: "document" });
export const filler = text("filler", "填表人：", "填表人是谁？", {
  required: "document",
  lasting,
  most: 12,
  sample: "李填表",
});
export const fillerPhone = phone("fillerPhone", "联系电话：", "填表人的联系电话是多少？", {
  required: "document",
  lasting,
});
export const fillDate = date("fillDate", "填表日期:", "填表日期是哪天？（可以说“今天”）", { required: "document" });

const satisfaction = [
  { value: "满意", heard: /^(?:很|非常|挺|都)?(?:满意|好)$/ },
  { value: "比较满意", heard: /比较|还不错/ },
  { value: "一般", heard: /一般|还可以|还行|马马虎虎/ },
  { value: "不满意", heard: /不(?:太|怎么|大)?(?:满意|好)|差/ },
] as const;
export const satisfactionOf = (id: string, label: string, what: string) =>
  choice(id, label, `对${what}满意吗？（满意、比较满意、一般、不满意）`, satisfaction);
