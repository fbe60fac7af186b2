/** Values of annex 2-6 of 青总工〔2023〕23 号, each with its clause and quote. */
import { provision } from "../../engine/provision.ts";
import type { HealthPointProvisions } from "../../health-point/provisions.ts";

export const healthPoint2023: HealthPointProvisions = {
  cityFunding: {
    new: provision(15000, "2023/2-6#4.4", "对今年新创建的“健康服务点”一次性给予 1.5 万元/服务点的项目补助经费"),
    upgrade: provision(10000, "2023/2-6#4.4", "对升级优化服务功能的“健康服务点”一次性给予 1 万元/服务点的升级补助经费"),
  },
  matching: provision(
    { district: 1, town: 1 },
    "2023/2-6#4.4",
    "区总工会、各街镇 ( 园区、楼宇) 工会根据该标准不低于 1:1:1 的配套项目补助经费",
    ["A27"],
  ),
  use: provision(
    "市总用于物品配置和日常运营",
    "2023/2-6#4.4",
    "市总工会经费可主要用于各服务点的基本物品配置， 日常运营等用途",
  ),
  quota: provision(
    { new: 1, upgrade: 3 },
    "2023/2-6#1.1",
    "2023年，拟新建 1家园区 (楼宇) 健康服务点，升级优化 3家园区 (楼宇) 健康服务点",
  ),
  existing: provision(
    { existing: 9, chosen: 3 },
    "2023/2-6#3",
    "拟在现有 9家园区 (楼宇) 健康服务点中，挑选 3家设备完善、服务优质的 “健康服务点”",
  ),
  halfDays: provision({ least: 1, most: 2 }, "2023/2-6#2.3", "服务时间每周至少安排 1 至 2 个半天", ["A62"]),
  visits: provision({ times: 1 }, "2023/2-6#2.4", "每月至少提供 1 次半天访视服务"),
  lectures: provision(
    { times: 1, months: 2 },
    "2023/2-6#2.5",
    "每两个月至少开展 1次职业健康管理、心理健康等相关内容的讲座服务",
  ),
  noticeWeeks: provision({ least: 1, most: 2 }, "2023/2-6#2.4", "访视的单位、具体时间、地点等信息应提前 1至 2周公示"),
  lectureNotice: provision("讲座还要通过微信公众号等公开", "2023/2-6#2.5", "并通过微信公众号等公开方式广而告之"),
  signboard: provision(
    "挂牌公示服务时间、服务内容、医务人员(团队)、管理人员",
    "2023/2-6#2.1",
    "“健康服务点”必须于醒目位置挂牌公示服务时间、服务内容、医务人员 ( 团队)、管理人员等服务信息",
  ),
  room: provision("相对私密固定的独立区域", "2023/2-6#2.1", "服务点内需划定相对私密固定的独立区域"),
  sanctions: provision(
    "黄牌整改、红牌摘牌",
    "2023/2-6#4.3",
    "下发“整改通知书”( 黄牌)责令整改，情况严重的或整改无效的下发“摘牌通知书”( 红牌 )，取消服务点资格，收回铭牌",
  ),
  applicants: provision(
    "街镇总工会、园区工会",
    "2023/2-6#4.1",
    "由各街镇总工会、园区工会统一推荐申报园区(楼宇) 健康服务点，并报送至区总工会基层工作部",
  ),
  atLeastOne: provision(1, "2023/2-6#4.1", "各街镇总工会、园区工会至少申报 1 家拟新建站点", ["A28"]),
  approval: provision(
    "经区总审核通过方能挂牌",
    "2023/2-6#4.1",
    "创建 (升级) 条件需满足要求且经过区总工会审核通过，方能挂牌设立",
  ),
};
