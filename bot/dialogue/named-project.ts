/** Who describes a situation without naming a project is told which project the answer is about. */
import { subjectName } from "../../knowledge/slot-labels.ts";
import type { Answer } from "../answer.ts";
import type { Conversation } from "./conversation.ts";
import { namedProjects } from "./what-is-asked.ts";

const answers = new Set<Answer["outcome"]>(["answered", "calculated", "unsettled"]);

/** 「微心愿：可以，每个400元……」, when neither the question, the answer nor the talk before has the name. */
export function namedProject(answer: Answer, text: string, before: Conversation, after: Conversation): Answer {
  const subject = after.subject;
  if (!subject || !answers.has(answer.outcome) || before.subject?.project === subject.project) return answer;
  const said = [...namedProjects(text), ...namedProjects([answer.say, ...(answer.lines ?? [])].join())];
  const name = subjectName(subject.project, subject.topic);
  return said.includes(subject.project) || name === "" ? answer : { ...answer, say: `${name}：${answer.say}` };
}
