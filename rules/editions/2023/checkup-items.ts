/** The item tables 2-3-7 (plans A, B, C) and 2-3-8 (送健康) of 青总工〔2023〕23 号, by the ids of `rules/checkup/items.ts`. */
import type { CompanyItem, SendHealthItem, Sex, Tick } from "../../checkup/provisions.ts";
import { type Provision, provision } from "../../engine/provision.ts";

type Ticks = readonly [A: Tick, B: Tick, C: Tick];
const all: Ticks = ["both", "both", "both"];

interface Extra {
  readonly kind?: "row" | "group";
  readonly likely?: Sex | null;
  readonly note?: string;
  readonly quote?: string;
  readonly open?: readonly string[];
}

function company(category: string, name: string, [A, B, C]: Ticks, extra: Extra = {}): Provision<CompanyItem> {
  const { kind = "row", quote = `${name}√`, open, likely, note } = extra;
  const value: CompanyItem = {
    name,
    category,
    ticks: { A, B, C },
    kind,
    ...(likely === undefined ? {} : { likely }),
    ...(note === undefined ? {} : { note }),
  };
  return provision(value, "2023/2-3-7", quote, open);
}

const body = company("物理检查", "血压、身高、体重", all);
const internal = company("物理检查", "内科", all);
const surgery = company("物理检查", "外科(+肛指检查)", all);
const eye = company("物理检查", "眼科(+裂隙镜检查)", all);
const ultrasound = company("超声检查", "肝胆脾双肾", all);
const urine = company("尿液", "尿常规(10项)", all);
const summary = company("总检", "汇总、分析、评估。营养早餐。", all);
/** The print has one tick here, and neither sex nor price tells whose it is. */
const lostColumn = { likely: null, open: ["A04"] } as const;
const forWomen = { likely: "female", open: ["A04"] } as const;

export const companyItems2023: Readonly<Record<string, Provision<CompanyItem>>> = {
  bloodPressure: body,
  height: body,
  weight: body,
  internal,
  surgery,
  rectal: surgery,
  eye,
  slitLamp: eye,
  ent: company("物理检查", "耳鼻喉科", all),
  ecg: company("心电图", "心电图", all),
  ultrasound,
  liverUltrasound: ultrasound,
  gallbladderUltrasound: ultrasound,
  spleenUltrasound: ultrasound,
  kidneyUltrasound: ultrasound,
  chestXray: company("放射科", "正位胸片", ["both", "both", "none"]),
  chestCt: company("放射科", "胸部CT", ["none", "none", "both"]),
  urine,
  bloodRoutine: company("血有形成分", "血常规", all),
  liverFunction: company("肝功能", "肝功能", all, {
    kind: "group",
    note: "A计划4项；B、C计划5项，多谷氨酰转肽酶(GGT)",
    quote: "肝功能 5 项谷丙转氨酶 √ √谷草转氨酶 √ √总胆红素 √ √直接胆红素 √ √谷 氨酰 转肽酶 (GGT) √ √",
  }),
  alt: company("肝功能", "谷丙转氨酶", all),
  ast: company("肝功能", "谷草转氨酶", all),
  totalBilirubin: company("肝功能", "总胆红素", all),
  directBilirubin: company("肝功能", "直接胆红素", all),
  ggt: company("肝功能", "谷氨酰转肽酶(GGT)", ["none", "both", "both"]),
  glucose: company("糖尿病", "葡萄糖", all),
  kidneyFunction: company("肾功能", "肾功能", all, {
    kind: "group",
    note: "肌酐、尿素氮、尿酸3项",
    quote: "肾功能肌酐 √ √尿素氮 √ √尿酸 √ √",
  }),
  creatinine: company("肾功能", "肌酐", all),
  urea: company("肾功能", "尿素氮", all),
  uricAcid: company("肾功能", "尿酸", all),
  lipids: company("血脂", "血脂4项", all, {
    kind: "group",
    note: "总胆固醇、甘油三脂、高密度脂蛋白、低密度脂蛋白",
    quote: "血脂 4 项总胆固醇 √ √甘油三脂 √ √高密度脂蛋白 √ √低密度脂蛋白 √ √",
  }),
  cholesterol: company("血脂", "总胆固醇", all),
  triglyceride: company("血脂", "甘油三脂", all),
  hdl: company("血脂", "高密度脂蛋白", all),
  ldl: company("血脂", "低密度脂蛋白", all),
  afp: company("肿瘤筛查", "甲胎蛋白(AFP)", ["one", "both", "both"], lostColumn),
  cea: company("肿瘤筛查", "癌胚抗原(CEA)", ["one", "both", "both"], lostColumn),
  psa: company("肿瘤筛查", "前列腺特异性抗原(PSA)", ["none", "one", "one"], { likely: "male", open: ["A04"] }),
  tumourMarkers: company("肿瘤筛查", "肿瘤筛查", ["one", "both", "both"], {
    kind: "group",
    likely: null,
    open: ["A04"],
    note: "A计划2项：甲胎蛋白(AFP)、癌胚抗原(CEA)；B、C计划另有前列腺特异性抗原(PSA)",
    quote: "肿瘤筛查甲胎蛋白 ( AFP ) √ √癌 胚 抗 原 (CEA) √ √前列腺特异性抗原 ( PSA ) √",
  }),
  gynaecology: company("妇科", "妇科", ["one", "one", "one"], {
    ...forWomen,
    kind: "group",
    note: "妇科常规、白带检查、宫颈涂片3项",
    quote: "妇科妇科常规 √白带检查 √宫颈涂片 √",
  }),
  gynaecologyRoutine: company("妇科", "妇科常规", ["one", "one", "one"], forWomen),
  leucorrhoea: company("妇科", "白带检查", ["one", "one", "one"], forWomen),
  cervicalSmear: company("妇科", "宫颈涂片", ["one", "one", "one"], forWomen),
  summary,
  breakfast: summary,
};

function sendHealth(category: string, name: string, quote = `${name}√√`, note?: string): Provision<SendHealthItem> {
  return provision(note === undefined ? { name, category } : { name, category, note }, "2023/2-3-8", quote, ["A21"]);
}

const surgeryList = sendHealth("外科", "浅表淋巴、脊柱、四肢、甲状腺");
const kidneyPair = sendHealth("肾功能", "尿酸、肌酐");
const liverAndGall = sendHealth("超声", "肝脏、胆囊", "肝脏 √ √胆囊 √ √");

export const sendHealthItems2023: Readonly<Record<string, Provision<SendHealthItem>>> = {
  height: sendHealth("一般检查", "身高"),
  weight: sendHealth("一般检查", "体重"),
  bloodPressure: sendHealth("一般检查", "血压"),
  pulse: sendHealth("一般检查", "脉搏"),
  internal: sendHealth("内科", "心肺听诊、腹部视触诊、肝部触诊", "心肺听诊 √ √腹部视触诊 √ √肝部触诊 √ √"),
  auscultation: sendHealth("内科", "心肺听诊"),
  surgery: surgeryList,
  thyroid: surgeryList,
  lymph: surgeryList,
  spine: surgeryList,
  limbs: surgeryList,
  eye: sendHealth("眼科", "外眼、眼底", "外眼 √ √眼底 √ √"),
  fundus: sendHealth("眼科", "眼底"),
  ent: sendHealth("耳鼻喉科", "外耳道、鼓膜、鼻腔、鼻中隔、扁桃体、咽部"),
  ecg: sendHealth("心电图", "心电图", "心电图P-R 间期 √ √", "P-R间期、P波、QRS、ST段、T段、电轴、节律、心律、心率9行"),
  ultrasound: liverAndGall,
  liverUltrasound: sendHealth("超声", "肝脏"),
  gallbladderUltrasound: sendHealth("超声", "胆囊"),
  chestXray: sendHealth("DR(不出片)", "胸部正位片"),
  urine: sendHealth("尿常规", "尿糖、尿比重、尿酮体、尿胆元、亚硝酸盐等"),
  bloodRoutine: sendHealth(
    "血常规",
    "白细胞、淋巴细胞、中性粒细胞、红细胞数目、血红蛋白、血小板数目等",
    "血常规白细胞数目、淋巴细胞数目、 中性粒细胞数目、红细胞数目、血红蛋白、血小板数目等√ √",
  ),
  liverFunction: sendHealth("肝功能", "谷丙转氨酶(ALT)", "肝功能 谷丙转氨酶 (ALT) √ √", "只有1项"),
  alt: sendHealth("肝功能", "谷丙转氨酶(ALT)"),
  glucose: sendHealth("血糖", "空腹葡萄糖"),
  kidneyFunction: kidneyPair,
  creatinine: kidneyPair,
  uricAcid: kidneyPair,
  cea: sendHealth("肿瘤标志物", "癌胚抗原(SEA)"),
  tumourMarkers: sendHealth("肿瘤标志物", "癌胚抗原(SEA)", "肿瘤标志物 癌胚抗原 (SEA) √ √", "只有1项"),
};
