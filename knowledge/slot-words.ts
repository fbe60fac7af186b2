/** The words by which each slot value is heard in a normalised sentence; one line to add a word. */
import type { SlotName, slotValues } from "./slots.ts";

type Words = { readonly [S in SlotName]: { readonly [V in (typeof slotValues)[S][number]]: RegExp } };

export const slotWords: Words = {
  trip: {
    twoDay:
      /(两|2|二)天(一|1)?(晚|夜|宿)?(?=.*(晚|夜|宿|游|看上海))|(两|2|二)(天|日)(一|1)(晚|夜|宿)|(两|2|二)日游|过夜|住(一|1)?(晚|夜|宿)|隔夜/,
    oneDay:
      /(一|1|单)日(?!至|起|到)(游|活动|的|呢|行)?|一天(游|活动|的那种|来回)|当天(来回|往返|回来)|当日(往返|来回)|不过夜|不住宿/,
  },
  recuperation: {
    yangtzeDelta: /长三角(?!及协作)|江浙沪|包邮区/,
    counterpart: /对口|(?<!长三角及)协作区域|六安|三明|宜春|革命老区/,
    municipalSanatorium: /直管|院所|沙家浜|西山|黄山|屏风山|(?<!淀山湖)疗养院/,
  },
  tier: {
    C: /(?<![A-Za-z])[Cc]类|类[Cc](?![A-Za-z])|[Cc](档|级|保障|保险)/,
    D: /(?<![A-Za-z])[Dd](?![A-Za-z])/,
    E: /(?<![A-Za-z])[Ee](?![A-Za-z])/,
  },
  benefit: {
    hospitalization: /住院(?!发票|医疗)|住了?.{0,5}天院|床位/,
    majorIllness: /重大疾病(?!.{0,4}医疗)|特种重病|重病|重疾|十二类|12类|原位癌/,
    majorIllnessMedical: /医疗补助/,
    accidentDeath: /意外.{0,4}(身故|死亡|死了|去世|没了|走了|过世)|车祸.{0,6}(死|没了|走了|身故|去世)|摔死|撞死/,
    accidentDisability: /伤残|残疾|致残|残废/,
    accidentCondolence: /意外慰问|(?<!大病)慰问金/,
    illnessDeath: /疾病身故|因病(身故|去世|死亡|走)|病死|病故|生病.{0,4}(去世|死|走了|没了|过世)/,
  },
  enrolment: {
    groupCentral: /集中参保|集中办/,
    groupInstant: /即时参保|团体即时/,
    individual:
      /个人(参保|缴|交|买|办|投)|自己.{0,8}(交|缴|买|参保|办|掏)|随申办|(网|手机|线)上.{0,3}(交|缴|买|参保|付)/,
  },
  plan: {
    A: /(?<![A-Za-z])[Aa](?![A-Za-z])/,
    B: /(?<![A-Za-z])[Bb](?![A-Za-z超])/,
    C: /(?<![A-Za-z])[Cc](套餐|计划|餐|档体检)|(套餐|计划)[Cc](?![A-Za-z])/,
  },
  sex: { male: /男/, female: /女|妇(?!科)/ },
  checkup: {
    company: /企业(职工)?(健康)?体检|(公司|单位|厂里).{0,6}体检|团检|[ABCabc](套餐|计划)/,
    sendHealth: /送健康|免费体检|困难企业|环卫|扫马路/,
    newForm:
      /(新就业|骑手|外卖|快递|网约车|货车|货运|司机|站点).{0,12}体检|体检.{0,12}(新就业|骑手|外卖|快递|网约车|货车|司机)/,
  },
  company: { difficult: /困难企业|效益不好|亏损|亏钱|困难/, sanitation: /环卫|扫马路|扫大街/ },
  centre: {
    qingpuBranch: /青浦分院|中山医院|公园东路1158/,
    dianshanhu: /淀山湖门诊|外青松公路|淀山湖(?!疗养)/,
    huayi: /华医|金商公路|淀山湖疗养/,
    ruici: /瑞慈|瑞青|1289弄/,
    meixin: /美馨|公园路435/,
  },
  half: { first: /上半年/, second: /下半年/ },
  point: {
    new: /新(建|开|设|增|办|弄|创)|(想|要|打算)(建|开|设|搞|弄|办)/,
    upgrade: /升级|优化|改造|提升/,
  },
  couplets: { online: /线上|网上|公众号|抢/, offline: /线下|单位发|现场|不会(用|弄)?(智能)?手机|没抢(到|着)/ },
  fund: {
    own: /自有|自己的?(工会)?(钱|经费)|本级/,
    upper: /上级|(区|街镇).{0,3}(拨|补助|给)(的|下来)?(钱|经费|款)?(记|列|入|用)|拨款|拨下来|专项补助/,
  },
  project: {
    "2-1": /看上海|品上海|爱上海|疗休养|疗养|疗修养|旅游|一日游|两天一晚/,
    "2-2": /意外(伤残|身故|慰问|险)|伤残|互助保障|新就业专享|专享计划|参保|互助险|[CDEcde]类/,
    "2-3": /体检|送健康/,
    "2-4": /心愿/,
    "2-5": /大病|癌|恶毛病/,
    "2-6": /健康(服务)?(站|点)|服务点/,
    "2-7": /和谐|劳动关系|劳资/,
    "2-8": /劳模|工匠|四技/,
    "2-9": /年夜饭/,
    "2-10": /春联|对联|福字/,
  },
};

/** Words that name an annex so plainly that the sentence cannot be about another one. */
export const projectWords = slotWords.project;
