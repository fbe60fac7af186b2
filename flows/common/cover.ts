/** A cover sheet with a list of materials, for what is handed in without a printed form. It says that it is not official. */
import { ems } from "../engine/fit.ts";
import { defineForm, type Field, type Form } from "../engine/form.ts";
import { cell, label, line, type Row, row, tick, value } from "../engine/layout.ts";
import { notInFuture } from "./checks.ts";
import { choices, date, type FieldOf } from "./fields.ts";
import { blankDay, closing } from "./layout.ts";

interface Cover extends Omit<Form, "kind" | "layout" | "sections"> {
  readonly fields: readonly Field[];
  /** What is handed in, in the words of the document where it names it. */
  readonly materials: readonly string[];
  readonly notes?: readonly string[];
}

const heightOf = ({ input }: Field): number => (input === "longText" ? 38 : 12);

/** Options side by side, as many as a line holds, so that none is broken in two. */
const lineHolds = 26;
function optionLines(options: readonly string[]): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let left = 0;
  for (const option of options) {
    const width = ems(option) + 2;
    if (width > left) {
      lines.push([]);
      left = lineHolds;
    }
    lines.at(-1)?.push(option);
    left -= width;
  }
  return lines;
}

function fieldRow(field: Field): Row {
  const { fact, input } = field;
  if (input !== "choice" && input !== "choices") return row(heightOf(field), label(fact.label), value(fact));
  const lines = optionLines((fact.choices ?? optionsOf(field)).map(({ label: option }) => option));
  const ticks = lines.map((options) => line(...options.flatMap((option) => [tick(fact, option), "  "])));
  return row(6 + 6 * lines.length, label(fact.label), cell(ticks));
}
const optionsOf = ({ fact }: Field): readonly { readonly label: string }[] =>
  [...new Set(fact.samples.flat())].map((option) => ({ label: String(option) }));

const notOfficial = "本文件没有附这项申请的表样；本页是材料封面和清单，不是官方表，请以受理单位的要求为准。";

export function coverSheet({ fields, materials, notes = [], checks = [], ...form }: Cover): Form {
  const ready: FieldOf<readonly string[]> = choices("materials", "材料清单", "下面的材料已经备齐了哪些？", materials, {
    required: "optional",
  });
  const fillDate = date("fillDate", "填表日期:", "填表日期是哪天？（可以说“今天”）");
  return defineForm({
    ...form,
    kind: "cover",
    sections: [
      { title: "基本情况", fields },
      { title: "材料", fields: [ready, fillDate] },
    ],
    checks: [notInFuture(fillDate), ...checks],
    layout: {
      kind: "sheet",
      title: [form.title],
      columns: [28, 72],
      rows: [
        ...fields.map(fieldRow),
        row(
          9 * materials.length,
          label("材料清单"),
          cell(materials.map((material) => line(tick(ready.fact, material)))),
        ),
        row(14, label("交给谁"), cell([line(form.handIn)])),
      ],
      below: [closing(["填表日期:", fillDate.fact, blankDay])],
      notes: [...notes, notOfficial],
    },
  });
}
