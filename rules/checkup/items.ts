/** The things people ask to have examined, by everyday words; which plan lists them is a matter of the edition. */

export interface CatalogueItem {
  readonly id: string;
  readonly label: string;
  readonly heard: RegExp;
  /** For an item of no table: one of the tables that people may mean instead. */
  readonly related?: string;
}

const item = (id: string, label: string, heard: RegExp, related?: string): CatalogueItem =>
  related === undefined ? { id, label, heard } : { id, label, heard, related };

/** Narrow words stand before wide ones: the first that is heard wins. */
export const itemCatalogue: readonly CatalogueItem[] = [
  // Often asked for, and in no table of 2023.
  item("thyroidUltrasound", "甲状腺超声", /甲状腺.{0,3}(b超|超声|彩超)/i, "thyroid"),
  item("thyroidFunction", "甲状腺功能", /甲功|甲状腺(功能|激素|指标)/, "thyroid"),
  item("breast", "乳腺检查", /乳腺|乳房|钼靶/),
  item("uterus", "子宫附件超声", /子宫|卵巢|附件.{0,2}(超|b超)|妇科.{0,2}(b超|超声|彩超)/i, "gynaecology"),
  item("prostateUltrasound", "前列腺超声", /前列腺.{0,3}(b超|超声|彩超)/i, "psa"),
  item("carotid", "颈动脉超声", /颈动脉/),
  item("echocardiogram", "心脏超声", /心脏.{0,2}(b超|超声|彩超)|心超/i, "ecg"),
  item("pancreasUltrasound", "胰腺超声", /胰/, "ultrasound"),
  item("gastroscopy", "胃镜", /胃镜|查胃|胃检查/),
  item("colonoscopy", "肠镜", /肠镜|查肠/),
  item("helicobacter", "幽门螺杆菌", /幽门|螺杆菌|吹气|碳13|碳14|c13|c14/i),
  item("boneDensity", "骨密度", /骨密度|骨质/),
  item("mri", "核磁共振", /核磁|磁共振|mri/i),
  item("headCt", "头颅CT", /(头|脑|颅).{0,2}ct/i, "chestCt"),
  item("abdominalCt", "腹部CT", /(腹|肝|肾).{0,2}ct/i, "chestCt"),
  item("cervicalSpine", "颈椎片", /颈椎|腰椎/),
  item("hba1c", "糖化血红蛋白", /糖化/, "glucose"),
  item("hepatitis", "乙肝", /乙肝|两对半|肝炎/, "liverFunction"),
  item("hpv", "HPV", /hpv/i, "cervicalSmear"),
  item("tct", "TCT", /tct|液基/i, "cervicalSmear"),
  item("ca199", "糖类抗原(CA199、CA125等)", /ca-?(199|19-9|125|153|724|50|242)/i, "tumourMarkers"),
  item("homocysteine", "同型半胱氨酸", /同型半胱氨酸/),
  item("bloodGroup", "血型", /血型/),
  item("electrolytes", "电解质", /电解质|血钾|血钙|微量元素/),
  item("lungFunction", "肺功能", /肺功能/, "chestXray"),
  item("dental", "口腔检查", /口腔|牙齿|牙科|洗牙/, "ent"),
  item("hearing", "听力测试", /听力/, "ent"),
  item("vision", "视力检查", /视力|近视|色盲/, "eye"),
  item("stool", "大便检查", /大便|粪便|便常规|隐血|潜血/),
  item("waist", "腰围", /腰围/),
  // Rows and groups of the tables.
  item("chestCt", "胸部CT", /胸.{0,2}ct|肺.{0,2}ct|ct/i),
  item("chestXray", "正位胸片", /胸片|胸透|拍片|x光|x线|放射|\bdr\b|胸部正位/i),
  item("slitLamp", "裂隙镜", /裂隙/),
  item("fundus", "眼底", /眼底/),
  item("eye", "眼科", /眼/),
  item("rectal", "肛指检查", /肛指|肛门|直肠/),
  item("thyroid", "甲状腺", /甲状腺/),
  item("lymph", "浅表淋巴", /淋巴(?!细胞)/),
  item("spine", "脊柱", /脊柱|脊椎/),
  item("limbs", "四肢", /四肢/),
  item("surgery", "外科", /外科/),
  item("auscultation", "心肺听诊", /听诊/),
  item("internal", "内科", /内科/),
  item("ent", "耳鼻喉科", /耳|鼻|喉|咽|扁桃/),
  item("ecg", "心电图", /心电/),
  item("liverUltrasound", "肝脏超声", /肝脏?.{0,2}(b超|超声|彩超)|脂肪肝/i),
  item("gallbladderUltrasound", "胆囊超声", /胆囊|胆结石|查胆/),
  item("spleenUltrasound", "脾脏超声", /脾/),
  item("kidneyUltrasound", "肾脏超声", /双?肾脏?.{0,2}(b超|超声|彩超)|肾结石|双肾/i),
  item("ultrasound", "腹部超声", /b超|超声|彩超/i),
  item("urine", "尿常规", /尿常规|验尿|小便|尿检|尿糖|尿液/),
  item("uricAcid", "尿酸", /尿酸|痛风/),
  item("urea", "尿素氮", /尿素/),
  item("creatinine", "肌酐", /肌酐/),
  item("kidneyFunction", "肾功能", /肾功|肾/),
  item("bloodRoutine", "血常规", /血常规|白细胞|红细胞|血小板|血红蛋白|验血(?!糖|脂|型)|抽血/),
  item("alt", "谷丙转氨酶(ALT)", /谷丙|(?<![a-z])alt(?![a-z])/i),
  item("ast", "谷草转氨酶(AST)", /谷草|(?<![a-z])ast(?![a-z])/i),
  item("ggt", "谷氨酰转肽酶(GGT)", /ggt|转肽酶|谷氨酰/i),
  item("totalBilirubin", "总胆红素", /总胆红素|胆红素(?<!直接胆红素)/),
  item("directBilirubin", "直接胆红素", /直接胆红素/),
  item("liverFunction", "肝功能", /肝功|转氨酶|查肝|验肝/),
  item("glucose", "血糖", /血糖|葡萄糖|糖尿/),
  item("hdl", "高密度脂蛋白", /高密度/),
  item("ldl", "低密度脂蛋白", /低密度/),
  item("triglyceride", "甘油三脂", /甘油三(脂|酯)/),
  item("cholesterol", "总胆固醇", /胆固醇/),
  item("lipids", "血脂", /血脂/),
  item("afp", "甲胎蛋白(AFP)", /甲胎|afp/i),
  item("cea", "癌胚抗原(CEA)", /癌胚|(?<![a-z])[cs]ea(?![a-z])/i),
  item("psa", "前列腺特异性抗原(PSA)", /psa|前列腺/i),
  item("tumourMarkers", "肿瘤筛查", /肿瘤|癌症|癌筛/),
  item("leucorrhoea", "白带检查", /白带/),
  item("cervicalSmear", "宫颈涂片", /宫颈|涂片/),
  item("gynaecologyRoutine", "妇科常规", /妇科常规/),
  item("gynaecology", "妇科", /妇科|妇检/),
  item("breakfast", "营养早餐", /早餐|早饭|早点/),
  item("summary", "总检", /总检|汇总/),
  item("pulse", "脉搏", /脉搏/),
  item("bloodPressure", "血压", /血压/),
  item("height", "身高", /身高/),
  item("weight", "体重", /体重/),
];

/** By id, or heard in what was typed. */
export const itemOf = (said: string): CatalogueItem | undefined =>
  itemCatalogue.find(({ id }) => id === said) ?? itemCatalogue.find(({ heard }) => heard.test(said));
