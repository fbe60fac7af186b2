/** The distinctions that one and the same question can turn on; an answer says for which values it holds. */
import { z } from "zod";

export const slotValues = {
  /** 看上海：两天一晚或一日。 */
  trip: ["twoDay", "oneDay"],
  /** 疗休养的三类。 */
  recuperation: ["yangtzeDelta", "counterpart", "municipalSanatorium"],
  /** 新就业专享计划的 C / D / E 类。 */
  tier: ["C", "D", "E"],
  /** 新就业专享计划的各项保障。 */
  benefit: [
    "hospitalization",
    "majorIllness",
    "majorIllnessMedical",
    "accidentDeath",
    "accidentDisability",
    "accidentCondolence",
    "illnessDeath",
  ],
  /** 参保方式。 */
  enrolment: ["groupCentral", "groupInstant", "individual"],
  /** 体检计划 A / B / C。 */
  plan: ["A", "B", "C"],
  sex: ["male", "female"],
  /** 三种体检项目：企业职工、送健康、新就业。 */
  checkup: ["company", "sendHealth", "newForm"],
  /** 送健康的两类企业。 */
  company: ["difficult", "sanitation"],
  /** 体检地点。 */
  centre: ["qingpuBranch", "dianshanhu", "huayi", "ruici", "meixin"],
  /** 大病：上半年或下半年确诊。 */
  half: ["first", "second"],
  /** 健康服务点：新建或升级。 */
  point: ["new", "upgrade"],
  /** 春联：线上或线下。 */
  couplets: ["online", "offline"],
  /** 会计科目：自有经费或上级补助。 */
  fund: ["own", "upper"],
  /** 实事项目（附件号），如联系人按项目分。 */
  project: ["2-1", "2-2", "2-3", "2-4", "2-5", "2-6", "2-7", "2-8", "2-9", "2-10"],
} as const;

export type SlotName = keyof typeof slotValues;
export type Slots = { readonly [S in SlotName]?: (typeof slotValues)[S][number] };

export const slotsSchema: z.ZodType<Slots> = z.strictObject(
  Object.fromEntries(Object.entries(slotValues).map(([name, values]) => [name, z.enum(values).optional()])),
) as never;
