/** Values of annexes 2-9 and 2-10 of 青总工〔2023〕23 号, each with its clause and quote. */
import { provision } from "../../engine/provision.ts";
import type { SpringFestivalProvisions } from "../../spring-festival/provisions.ts";

export const springFestival2023: SpringFestivalProvisions = {
  meal: {
    audience: provision(
      "留青过年的非公企业职工代表、抗疫一线职工、春节坚守岗位的职工和新就业形态劳动者",
      "2023/2-9#1",
      "向留在青浦过年的非公企业职工代表、抗疫一线职工以及春节期间坚守岗位的快递、物业、家政、商贸、环卫、交警、医护、公共事业单位以及新就业形态劳动者送上年夜饭礼包",
      ["A74"],
    ),
    quota: provision(3000, "2023/2-9#2", "3000 名各行各业职工代表"),
    delivery: provision("配送上门", "2023/2-9#3", "通过配送上门的形式"),
    distribution: provision(
      "由街镇总工会、委、局、公司工会、行业工会发放",
      "2023/2-9#4",
      "由各街镇总工会、有关委、局、公司工会、行业工会发放给一线职工代表",
    ),
    budget: provision("区总年度预算", "2023/2-9#5", "配送年夜饭礼包活动经费由区总工会年度预算列支"),
  },
  couplets: {
    quota: provision(10000, "2023/2-10#2", "10000 名各行各业职工代表", ["A19"]),
    online: provision(
      "“青浦工会”微信公众号“抢春联”",
      "2023/2-10#3",
      "通过“青浦工会”微信公众号，开展“抢春联”活动，“抢”成功的职工，统一快递方式派送",
    ),
    offline: provision(
      "街镇总工会等发放",
      "2023/2-10#3",
      "由各街镇总工会、有关委、办、局、 区属公司工会、行业工会发放给一线职工代表",
    ),
    budget: provision("区总年度预算", "2023/2-10#5", "送春联活动经费由区总工会年度预算列支"),
  },
};
