/** A fact answered with yes or no; each side has the words it is heard by. */
import { z } from "zod";
import { type Fact, fact } from "../engine/fact.ts";

interface YesNo<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly question: string;
  readonly hint?: string;
  readonly why?: string;
  readonly decisive?: true;
  /** Tried after `no`, so that 「没有」 is not heard as 「有」. */
  readonly yes?: RegExp;
  readonly no?: RegExp;
  /** Printed choices, when 「是」 and 「不是」 do not fit the question. */
  readonly labels?: readonly [yes: string, no: string];
}

export function yesNo<const Id extends string>({ yes, no, labels, ...rest }: YesNo<Id>): Fact<Id, boolean> {
  const [yesLabel, noLabel] = labels ?? ["是", "不是"];
  return fact<Id, boolean>({
    ...rest,
    kind: "yesNo",
    choices: [
      no ? { value: false, label: noLabel, heard: no } : { value: false, label: noLabel },
      yes ? { value: true, label: yesLabel, heard: yes } : { value: true, label: yesLabel },
    ],
    samples: [true, false],
    schema: z.boolean(),
  });
}
