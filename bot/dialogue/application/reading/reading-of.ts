/** What is read against: which fields there are, which are open, which was asked. */
import type { Field } from "../../../../flows/engine/form.ts";
import type { Reading } from "./values/day.ts";

export interface ReadingOf extends Reading {
  /** Fields that may be answered, in the order of the form. */
  readonly fields: readonly Field[];
  /** Fields without an answer yet, in that order. */
  readonly open: readonly Field[];
  readonly asked?: Field;
}
