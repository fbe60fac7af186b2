/** Another year, another district, another subject: the one document that we hold says nothing about them. */
import { outsideWords } from "../../../knowledge/outside-words.ts";
import { replies } from "../replies.ts";
import { sayTopic } from "../say-topic.ts";
import type { Said, Step, Turn } from "../turn.ts";
import { namedProjects } from "../what-is-asked.ts";

const otherDistricts =
  /(黄浦|徐汇|长宁|静安|普陀|虹口|杨浦|闵行|宝山|嘉定|浦东|金山|松江|奉贤|崇明)(区|新区)?.{0,4}(总工会|工会|的(政策|规定|补贴|标准|体检)|那边(工会|的))/;
const documentYear = "2023";
const yearNamed = /(20[12]\d)年/g;
const asksRule = /还有|标准|政策|多少|涨|办法|方案|能不能|有没有|怎么|安排|项目|名额|时间/;

export const scope: Step = async (turn) => {
  const { conversation, heard } = turn;
  const district = otherDistricts.exec(heard.text)?.[1];
  if (district !== undefined && !heard.text.includes("青浦")) {
    return { answer: { outcome: "outside", say: replies.otherDistrict(district) }, next: conversation };
  }
  const years = [...heard.text.matchAll(yearNamed)].map((match) => match[1] ?? "");
  const later = years.find((year) => year > documentYear);
  const plain = heard.dates.every(({ precision }) => precision === "year");
  if (later !== undefined && plain && !years.includes(documentYear) && asksRule.test(heard.text)) {
    const say = replies.otherYear(later);
    return {
      answer: {
        outcome: "notInDocument",
        say,
        cites: ["0"],
        origins: [say],
        contact: heard.slots.project ?? conversation.subject?.project ?? "2-3",
      },
      next: conversation,
    };
  }
  return otherSubject(turn);
};

/** 社保, 公积金 and the like, when no project of the document is named beside them. */
function otherSubject({ conversation, heard, knowledge, today }: Turn): Said | undefined {
  if (namedProjects(heard.text).length > 0) return undefined;
  const id = outsideWords.find(([, words]) => words.test(heard.text))?.[0];
  const topic = id === undefined ? undefined : knowledge.topics.get(id);
  return topic && sayTopic(conversation, topic, heard.slots, knowledge, today);
}
