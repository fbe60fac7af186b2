/** The satisfaction survey, which the document prints twice: for trips and for check-ups. */
import { type Check, defineForm, type Form } from "../engine/form.ts";
import { answer, label, line, row, value } from "../engine/layout.ts";
import { notInFuture } from "./checks.ts";
import { satisfactionOf } from "./facts.ts";
import { count, date, type FieldOf, phone, prose, text } from "./fields.ts";
import { blankDay, closing, satisfied } from "./layout.ts";

interface Survey
  extends Pick<Form, "id" | "name" | "title" | "short" | "heard" | "topics" | "who" | "handIn" | "window" | "rule"> {
  readonly deadline?: string;
  readonly advice?: readonly string[];
  readonly organiser: FieldOf<string>;
  readonly annex: string;
  readonly printedTitle: readonly string[];
  readonly note: string;
  readonly checks?: readonly Check[];
  /** The day on which the activity ended, where a last day is counted from it. */
  readonly ended?: FieldOf<string>;
}

/** A survey speaks of what has been: it is not filled in before the end. */
const filledAfter = (filled: FieldOf<string>, ended: FieldOf<string>): Check => ({
  level: "problem",
  at: ended.fact,
  wrong: (given) => {
    const [day, end] = [given(filled.fact), given(ended.fact)];
    return day !== undefined && end !== undefined && end > day ? "活动还没有结束，结束以后再填" : undefined;
  },
});

export function survey({ organiser, annex, printedTitle, note, checks = [], ended, ...form }: Survey): Form {
  const unitName = text("unitName", "参加单位名称", "参加单位名称是什么？", { lasting: true });
  const headcount = count("headcount", "参加人数", "多少人参加？", { least: 1, known: ({ people }) => people });
  const routeSatisfaction = satisfactionOf("routeSatisfaction", "行程满意度", "行程");
  const mealSatisfaction = satisfactionOf("mealSatisfaction", "餐饮满意度", "餐饮");
  const serviceSatisfaction = satisfactionOf("serviceSatisfaction", "服务满意度", "服务");
  const comments = prose("comments", "意见和建议", "有什么意见和建议？（没有可以不填）", {
    required: "optional",
    most: 300,
  });
  const contact = text("contact", "联系人：", "联系人是谁？", { lasting: true, most: 12, sample: "陈联系" });
  const telephone = phone("phone", "联系电话：", "联系电话是多少？", { lasting: true });
  const fillDate = date("fillDate", "填表日期:", "填表日期是哪天？（可以说“今天”）");
  return defineForm({
    ...form,
    clause: `2023/${form.id}`,
    kind: "official",
    by: "unit",
    seals: [],
    sections: [
      { title: "单位", fields: [organiser, unitName, headcount, ...(ended ? [ended] : [])] },
      { title: "满意度", fields: [routeSatisfaction, mealSatisfaction, serviceSatisfaction, comments] },
      { title: "填表", fields: [contact, telephone, fillDate] },
    ],
    checks: [notInFuture(fillDate), ...(ended ? [filledAfter(fillDate, ended)] : []), ...checks],
    layout: {
      kind: "sheet",
      annex,
      title: printedTitle,
      above: [line(organiser.fact.label, answer(organiser.fact))],
      columns: [25, 75],
      rows: [
        row(15, label("参加单位名称"), value(unitName.fact)),
        row(15, label("参加人数"), value(headcount.fact)),
        row(15, label("行程满意度"), satisfied(routeSatisfaction.fact)),
        row(15, label("餐饮满意度"), satisfied(mealSatisfaction.fact)),
        row(15, label("服务满意度"), satisfied(serviceSatisfaction.fact)),
        row(75, label("意见和建议"), value(comments.fact, { vertical: "top" })),
      ],
      below: [
        closing(
          ["联系人：", contact.fact, "          "],
          ["联系电话：", telephone.fact, "            "],
          ["填表日期:", fillDate.fact, blankDay],
        ),
      ],
      notes: [note],
    },
  });
}
