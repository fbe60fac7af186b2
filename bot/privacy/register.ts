/** The register of what is kept: for every kind of record its purpose, basis, class, end and readers; for every field of a form its class. */
import type { Kind } from "../storage/documents.ts";
import type { retention } from "./retention.ts";

/** `none` says nothing about a person; `sensitive` needs its own consent or is a number that can be misused. */
type DataClass = "none" | "personal" | "sensitive";

/** A rule of the retention, or what else ends it. */
type End = keyof typeof retention | "withPerson" | "never";

interface Kept {
  readonly what: string;
  readonly purpose: string;
  readonly basis: string;
  readonly class: DataClass;
  readonly end: End;
  readonly readers: string;
}

const handling = "个人信息保护法第十三条：本人同意";
const duty = "个人信息保护法第十三条：履行法定职责";
const office = "区总工会经办人，经办的街镇、单位工会";
const nobody = "只有程序自己";

/** A kind that is missing here does not compile. */
export const kindsKept: Readonly<Record<Kind, Kept>> = {
  conversation: {
    what: "对话的现状和最近的记录",
    purpose: "接着聊、重发没送到的回复",
    basis: "网络安全法第二十一条：网络日志",
    class: "personal",
    end: "conversation",
    readers: `${office}；默认打码`,
  },
  page: {
    what: "较早的对话记录",
    purpose: "查问答错在哪里",
    basis: "网络安全法第二十一条：网络日志",
    class: "personal",
    end: "conversation",
    readers: `${office}；默认打码`,
  },
  application: {
    what: "申请表、名册和办理经过",
    purpose: "办理申请",
    basis: `${handling}；病情另行单独同意`,
    class: "sensitive",
    end: "application",
    readers: office,
  },
  file: {
    what: "本人交来的附件",
    purpose: "办理申请",
    basis: handling,
    class: "sensitive",
    end: "file",
    readers: office,
  },
  ruling: {
    what: "区总工会对不明之处的答复",
    purpose: "统一口径",
    basis: duty,
    class: "none",
    end: "never",
    readers: "所有人",
  },
  user: {
    what: "控制台账号和口令的散列",
    purpose: "登录和权限",
    basis: duty,
    class: "personal",
    end: "never",
    readers: "管理员",
  },
  session: {
    what: "控制台的登录",
    purpose: "登录",
    basis: duty,
    class: "personal",
    end: "session",
    readers: nobody,
  },
  consent: {
    what: "同意了哪一版文本，何时撤回",
    purpose: "证明处理有依据",
    basis: "个人信息保护法第六十九条：举证",
    class: "personal",
    end: "consent",
    readers: office,
  },
  binding: {
    what: "聊天账号代表哪个单位",
    purpose: "代单位申报",
    basis: handling,
    class: "personal",
    end: "withPerson",
    readers: office,
  },
  ticket: {
    what: "绑定码、填表链接的散列",
    purpose: "核对是本人",
    basis: handling,
    class: "personal",
    end: "ticket",
    readers: nobody,
  },
  notice: {
    what: "要告诉本人的话，说过即删",
    purpose: "告知办理结果",
    basis: handling,
    class: "personal",
    end: "conversation",
    readers: nobody,
  },
  series: {
    what: "受理编号用到几号",
    purpose: "编号不重复",
    basis: duty,
    class: "none",
    end: "never",
    readers: nobody,
  },
  quota: { what: "名额用掉几个", purpose: "名额不超", basis: duty, class: "none", end: "never", readers: office },
  audit: {
    what: "谁在何时看过、改过、导出过什么",
    purpose: "追查泄露",
    basis: "个人信息保护法第五十四条：合规审计",
    class: "personal",
    end: "never",
    readers: "管理员",
  },
  auditPage: {
    what: "较早的审计",
    purpose: "追查泄露",
    basis: "个人信息保护法第五十四条：合规审计",
    class: "personal",
    end: "never",
    readers: "管理员",
  },
};

const none = `
  unitName unitAddress period headcount route travelAgency fillDate plan actualHeadcount countModel countCraftsman
  countAntiEpidemic countIndustrial countOther agency routeSatisfaction mealSatisfaction serviceSatisfaction comments
  ownership examTime examPlace companyName companyAddress totalCount maleCount femaleCount subsidyCount center unit
  belongTo unitType industry needName needType needDetail materials wishValue point unionName siteName address base
  workers partner upgrade endedOn month enterprises advisers personDays claimed summary`;
const personal = `
  leaderName leaderPhone filler fillerPhone contact phone mobile x_contactName x_contactPhone name wisher wish manager
  joined applicant guaranteeUntil`;
/** `rows` hold ID numbers; reasons and benefits tell of illness and hardship. */
const sensitive = "rows reason firstDiagnosedOn cityConfirmed benefit happenedOn";

const classed = (ids: string, as: DataClass) =>
  ids
    .trim()
    .split(/\s+/)
    .map((id): readonly [string, DataClass] => [id, as]);

/** By the id of its fact, the same in every form. Purpose, basis, end and readers are those of the application. */
export const fieldClasses: ReadonlyMap<string, DataClass> = new Map([
  ...classed(none, "none"),
  ...classed(personal, "personal"),
  ...classed(sensitive, "sensitive"),
]);
