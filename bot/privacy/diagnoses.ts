/** Illnesses said of a person: 「我妈查出胃癌」 is health data; 「癌症能申请慰问吗」 is a question about the policy. */

const illness =
  /[\u4E00-\u9FFF]{0,4}?(?:癌症?|恶性肿瘤|肿瘤|肉瘤|白血病|淋巴瘤|尿毒症|肾衰竭?|肾功能衰竭|肝硬化|心梗|心肌梗[死塞]|冠心病|心衰|脑梗塞?|脑溢血|脑出血|中风|偏瘫|瘫痪|糖尿病|高血压|艾滋病|HIV|梅毒|乙肝|丙肝|肺结核|抑郁症?|焦虑症|精神分裂症?|躁郁症|红斑狼疮|帕金森|阿尔茨海默|老年痴呆|渐冻症|血友病|再生障碍性贫血|流产|不孕|职业病|尘肺)/g;
const person =
  /我|本人|自己|咱|家属|家人|老公|老婆|爱人|妻子|丈夫|爸|妈|父亲|母亲|公公|婆婆|岳父|岳母|孩子|儿子|女儿|弟|姐|妹|哥|他|她|同事|[\u4E00-\u9FFF](?:师傅|女士|先生|某)/;
const happened = /得了|得的|患|查出|查到|确诊|诊断|检出|住院|手术|开刀|化疗|放疗|透析|晚期|早期|复发|转移|病了|生病|是/;
const treatment = /(?:化疗|放疗|透析|器官移植|骨髓移植|搭桥|支架手术)/g;

const sentences = /[^。！？!?\n；;]+/g;

/** Masks the name of the illness where a sentence says that somebody has it. */
export function maskDiagnoses(text: string): string {
  return text.replace(sentences, (sentence) => {
    if (!person.test(sentence) || !happened.test(sentence)) return sentence;
    return sentence.replace(illness, "［病情］").replace(treatment, "［病情］");
  });
}
