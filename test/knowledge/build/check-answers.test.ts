import { describe, expect, it } from "vitest";
import { loadDocument } from "../../../knowledge/document.ts";
import { checkAnswers, type Line } from "../../../tools/check-answers.ts";

const document = loadDocument();
const topic = {
  id: "2-1.cap",
  kind: "answered",
  asks: "看上海最多花多少",
  answers: [{ say: "最高不超过800元/人。", cites: ["2-1#1.4.1"] }],
};
const lines = (file: string, ...items: readonly object[]): Line[] =>
  items.map((item, at) => ({ file, number: at + 1, text: JSON.stringify(item) }));
const examples = lines(
  "2-1",
  ...Array.from({ length: 4 }, () => ({ q: "多少", topic: "2-1.cap", cites: ["2-1#1.4.1"] })),
);
const errors = (...topics: readonly object[]) =>
  checkAnswers(document, lines("2-1", ...topics), examples).filter(({ level }) => level === "error");

describe("the check of topics", () => {
  it("finds nothing in a proper topic", () => {
    expect(checkAnswers(document, lines("2-1", topic), examples)).toEqual([]);
  });

  it.each([
    ["a figure of no cited clause", { answers: [{ say: "最高不超过900元/人。", cites: ["2-1#1.4.1"] }] }, "900元"],
    ["an unknown clause", { answers: [{ say: "最高。", cites: ["2-1#9"] }] }, "no clause 2-1#9"],
    ["an answer without a clause", { answers: [{ say: "可以。", cites: [] }] }, "must cite"],
    [
      "a gap that does not say so",
      { kind: "notInDocument", answers: [{ say: "不清楚。", cites: ["2-1"] }] },
      "文件没有写",
    ],
    ["an unknown note", { notes: ["A99"] }, "no note A99"],
    ["a project without a contact", { contact: "2-9" }, "no contact"],
    ["an option that leads nowhere", { options: [{ label: "甲", topic: "2-1.none" }] }, "no topic 2-1.none"],
    ["a citation in the words", { answers: [{ say: "可以。依据：附件2-1", cites: ["2-1"] }] }, "appended"],
    ["two general answers", { answers: [topic.answers[0], topic.answers[0]] }, "same slots"],
    ["a line that is no topic", { kind: "perhaps" }, "kind"],
  ])("finds %s", (_, change, what) => {
    const found = errors({ ...topic, ...change });
    expect(found.map((finding) => finding.what).join("\n")).toContain(what);
  });

  it("finds an id that is used twice", () => {
    expect(errors(topic, topic).map(({ what }) => what)).toContain("the id 2-1.cap is taken");
  });

  it("finds a label of no topic and warns of questions without one", () => {
    const questions = lines("2-1", { q: "甲", topic: "2-1.gone", cites: [] }, { q: "乙", cites: [] });
    const found = checkAnswers(document, lines("2-1", topic), questions);
    expect(found).toContainEqual({ level: "error", where: "2-1:1", what: "no topic 2-1.gone" });
    expect(found).toContainEqual({ level: "warning", where: "questions/2-1", what: "1 questions without a topic" });
  });

  it("reports only the projects asked for", () => {
    const bad = { ...topic, answers: [{ say: "900元", cites: ["2-1"] }] };
    expect(checkAnswers(document, lines("2-1", bad), [], ["2-2"])).toEqual([]);
  });
});
