/** Dossier for the condolence money of the seriously ill (附件2-5): cover and the six materials. */
import { lawOn } from "../../rules/editions/index.ts";
import { coverSheet } from "../common/cover.ts";
import { choice, date, phone, text } from "../common/fields.ts";

const lasting = true;
const name = text("name", "姓名", "大病职工叫什么名字？", { most: 12, sample: "张三" });
const unitName = text("unitName", "所属单位工会", "属于哪家单位工会？", { lasting });
const telephone = phone("phone", "联系电话", "联系电话是多少？");
const firstDiagnosedOn = date("firstDiagnosedOn", "首次确诊日期", "哪天首次确诊的？", {
  why: "上半年、下半年的递交截止日不同。",
});
const confirmed = choice("cityConfirmed", "市职保中心确认1万元", "市职保中心确认享受1万元大病专项保障金了吗？", [
  { value: "已确认", heard: /^(是|有|确认了|拿到了|已经?批|批了|批下来)/ },
  { value: "还没有", heard: /没|未|不/ },
]);

export const seriousIllnessDossier = coverSheet({
  id: "serious-illness-dossier",
  name: "seriousIllnessDossier",
  title: "大病职工关心慰问申请材料封面",
  short: "大病慰问材料",
  heard: /大病|重病/,
  topics: ["2-5.procedure"],
  by: "person",
  medical: true,
  clause: "2023/2-5#3.2",
  who: "大病职工本人或所属单位工会",
  handIn: "交所属单位工会，由区职工援助服务中心上报市职保中心确认",
  deadline: "上半年大病人员2023年12月31日前、下半年大病人员2024年6月30日前递交",
  window: (given) => {
    const day = given(firstDiagnosedOn.fact);
    const { first, second } = lawOn("illness").deadline;
    return day === undefined ? undefined : day.slice(5) <= "06-30" ? first : second;
  },
  seals: [],
  fields: [name, unitName, telephone, firstDiagnosedOn, confirmed],
  materials: [
    "术前报告",
    "病理报告",
    "出院小节(出院记录)",
    "住院发票",
    "身份证、工会服务卡正反面",
    "上海工会会员专享基本保障给付申请审批表",
  ],
  rule: { id: "K20", facts: (given) => ({ firstDiagnosedOn: given(firstDiagnosedOn.fact) }) },
  notes: ["以上1—5项材料提供复印件即可。（附件2-5 三、（二））"],
});
