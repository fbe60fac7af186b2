/** People of a unit other than the one for which a roster is handed in. */
import type { Person, Problem } from "./people.ts";

/** Blanks, brackets and width aside, as a unit is written in many ways. */
const bare = (unit: string): string => unit.normalize("NFKC").replace(/[\s()[\]〔〕【】·.,、-]/g, "");

/** One line for each row whose unit is named and is another. A row without a unit belongs to the unit of the form. */
export const otherUnits = (rows: readonly Person[], unit: string): readonly Problem[] =>
  rows.flatMap(({ row, unit: named = "" }) =>
    named === "" || bare(named) === bare(unit)
      ? []
      : [{ row, column: "单位", problem: `写的是“${named}”，不是“${unit}”；请只留本单位的人` }],
  );
