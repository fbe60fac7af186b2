/** Proposal of a 健康服务点, new or to be upgraded (附件2-6): the document prints no form. */
import { lawOn } from "../../rules/editions/index.ts";
import { coverSheet } from "../common/cover.ts";
import { choice, choices, count, phone, text } from "../common/fields.ts";
import { keyOf } from "../common/key-of.ts";

const kinds = { new: "新建", upgrade: "升级" } as const;
const kind = choice("point", "申报类别", "是新建，还是升级现有的健康服务点？", [
  { value: kinds.new, heard: /新(建|开|设|增)/ },
  { value: kinds.upgrade, heard: /升级|优化/ },
]);
const unionName = text("unionName", "推荐工会", "由哪个街镇总工会或园区工会推荐申报？", {
  lasting: true,
  sample: "盈浦街道总工会",
});
const siteName = text("siteName", "服务点名称", "服务点叫什么名称？", { sample: "青浦示例园区健康服务点" });
const address = text("address", "地址", "服务点在哪里？", { most: 60, sample: "青浦区公园东路1号" });
const bases = ["党群服务站", "职工服务站", "职工书屋", "爱心妈咪小屋", "户外职工爱心接力站"] as const;
const base = choices(
  "base",
  "依托资源",
  "依托哪些现有资源？（党群服务站、职工服务站、职工书屋、爱心妈咪小屋、户外职工爱心接力站）",
  bases,
);
const workers = count("workers", "覆盖职工人数", "大约覆盖多少职工？");
const partner = text("partner", "对口社区卫生服务中心", "对口哪家社区卫生服务中心？", {
  sample: "盈浦街道社区卫生服务中心",
});
const manager = text("manager", "管理人员", "服务点由谁管理？", { most: 12, sample: "王管理" });
const telephone = phone("phone", "联系电话", "联系电话是多少？", { lasting: true });
const upgrades = ["诊疗配药服务", "中医养生保健服务", "健康评估及健康管理", "讲座服务菜单"] as const;
const upgrade = choices("upgrade", "拟叠加的服务", "打算叠加哪些服务？", upgrades, {
  when: (need) => need(kind.fact) === kinds.upgrade,
});

export const healthPointProposal = coverSheet({
  id: "health-point-proposal",
  name: "healthPointProposal",
  title: "园区(楼宇)健康服务点申报封面",
  short: "健康服务点申报封面",
  heard: /服务点|站点/,
  topics: ["2-6.apply"],
  by: "unit",
  clause: "2023/2-6#4.1",
  who: "各街镇总工会、园区工会",
  handIn: "区总工会基层工作部",
  places: (given) => {
    const key = keyOf(kinds, given(kind.fact));
    const { quota } = lawOn("healthPoint");
    return (
      key && { quota: `2023-health-point-${key}`, of: { ...quota, value: quota.value[key] }, count: 1, unit: "家" }
    );
  },
  seals: [],
  fields: [kind, unionName, siteName, address, base, workers, partner, manager, telephone, upgrade],
  materials: [
    "与对口社区卫生服务中心的协议",
    "相对私密固定的独立区域的照片",
    "挂牌公示内容(服务时间、服务内容、医务人员(团队)、管理人员)",
    "调研排摸情况",
  ],
  rule: {
    id: "K23",
    facts: (given) => {
      const point = keyOf(kinds, given(kind.fact));
      return point === undefined ? {} : { point };
    },
  },
  notes: ["材料清单按附件2-6的创建条件列出，文件没有写申报时要交哪些材料。"],
});
