/** What people tell us about an enterprise and about the persons who advise it. */
import { z } from "zod";
import { smallCount } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";

export const companyType = fact<"companyType", "express" | "startup" | "districtOwned" | "other">({
  id: "companyType",
  kind: "choice",
  label: "企业类型",
  question: "是快递物流企业、新创业的小微企业，还是区属企业？",
  choices: [
    { value: "express", label: "快递物流企业", heard: /快递|物流|速递|货运公司/ },
    { value: "startup", label: "新创业期间的小微企业", heard: /小微|新创业|初创|刚(开|成立|创业)|创业公司/ },
    { value: "districtOwned", label: "区属企业", heard: /区属/ },
    { value: "other", label: "都不是" },
  ],
  samples: ["express", "startup", "districtOwned", "other"],
  schema: z.enum(["express", "startup", "districtOwned", "other"]),
});

export const employees = fact<"employees", number>({
  id: "employees",
  kind: "count",
  label: "职工人数",
  question: "企业有多少职工？",
  unit: "人",
  cue: /职工|员工|人/,
  samples: [99, 100, 101],
  schema: smallCount(0, 1_000_000),
});

export const reform = fact<"reform", "both" | "reformOnly" | "rulesOnly" | "neither">({
  id: "reform",
  kind: "choice",
  label: "改革调整和修订规章",
  question: "年内有重大改革调整任务，或者要修订劳动规章制度吗？",
  choices: [
    { value: "both", label: "两样都有", heard: /(改革|改制|调整|重组|搬迁).*规章|规章.*(改革|改制|调整|重组|搬迁)/ },
    { value: "reformOnly", label: "只有改革调整", heard: /改革|改制|重组|搬迁|兼并/ },
    { value: "rulesOnly", label: "只要修订规章", heard: /修订|修改规章|改规章|规章制度/ },
    { value: "neither", label: "都没有" },
  ],
  samples: ["both", "reformOnly", "rulesOnly", "neither"],
  schema: z.enum(["both", "reformOnly", "rulesOnly", "neither"]),
});

export const dispute = yesNo({
  id: "dispute",
  label: "纠纷或矛盾隐患",
  question: "上报过劳资纠纷、预警或舆情，或者工会法律援助、监督较多且有矛盾隐患吗？",
  labels: ["有", "没有"],
  no: /(没|没有|未)(发生|出)?(过)?(劳资)?(纠纷|矛盾)/,
  yes: /纠纷|预警|舆情|闹|矛盾|隐患/,
});

export const certified = yesNo({
  id: "certified",
  label: "和谐劳动关系达标企业",
  question: "是已经创建或新创建的和谐劳动关系达标企业吗？",
  no: /(没|没有|不是|未)(评|创|达标|和谐)/,
  yes: /达标企业|(已|新)创|评上(了)?和谐|和谐(达标)?企业/,
});

export const advisers = fact<"advisers", number>({
  id: "advisers",
  kind: "count",
  label: "指导服务人数",
  question: "几个人去企业指导？",
  unit: "人",
  cue: /人|指导员|律师|干部|个/,
  samples: [1, 2, 3],
  schema: smallCount(1, 10_000),
});

export const daysEach = fact<"daysEach", number>({
  id: "daysEach",
  kind: "count",
  label: "每人天数",
  question: "每人去几天？",
  unit: "天",
  cue: /天|每人|各/,
  samples: [1, 3, 4],
  schema: smallCount(1, 366),
});

/** When the days differ from person to person. */
export const daysByPerson = fact<"daysByPerson", readonly number[]>({
  id: "daysByPerson",
  kind: "list",
  label: "各人天数",
  question: "每个人各去几天？",
  samples: [[3, 2, 4]],
  schema: z.array(smallCount(0, 366)).min(1),
});

export const claimant = fact<"claimant", "adviser" | "enterprise" | "worker">({
  id: "claimant",
  kind: "choice",
  label: "谁领补贴",
  question: "补贴是给谁的？",
  choices: [
    { value: "enterprise", label: "企业", heard: /(企业|公司|我们厂|单位)(能|可以|可不可以|也)?(拿|领|得|享受)/ },
    { value: "worker", label: "职工", heard: /职工(能|可以|也)?(拿|领)/ },
    { value: "adviser", label: "入户指导服务人员", heard: /指导员|律师|协管员|工会干部|工会工作者|指导服务人员/ },
  ],
  samples: ["adviser", "enterprise", "worker"],
  schema: z.enum(["adviser", "enterprise", "worker"]),
});
