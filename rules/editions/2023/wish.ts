/** Values of annex 2-4 of 青总工〔2023〕23 号, each with its clause and quote. */
import { provision } from "../../engine/provision.ts";
import type { WishProvisions } from "../../wish/provisions.ts";

export const wish2023: WishProvisions = {
  quota: provision(100, "2023/2-4#1", "2023年助力 100名困难职工实现 “微心愿”"),
  guideline: provision(500, "2023/2-4#1", "“微心愿”价值标准原则上不超过 500 元/个"),
  audience: provision("困难职工", "2023/2-4#1", "2023年助力 100名困难职工实现 “微心愿”"),
  focus: provision(
    "建档困难职工、外来建设者(农民工)、新就业形态劳动者",
    "2023/2-4#3.1",
    "重点关注工会建档困难职工及外来建设者(农民工)、新就业形态劳动者等重点群体",
  ),
  collection: provision(
    "由镇、街道、委、局、公司工会征集审核",
    "2023/2-4#2.1",
    "各镇、街道、委、局、区级公司工会征集审核困难职工微心愿",
  ),
  yearEnd: provision(
    "年内未点亮的由区总批量点亮",
    "2023/2-4#2.3",
    "年内未能成功点亮的困难职工微心愿，由区总工会集中审核，批量点亮",
  ),
};
