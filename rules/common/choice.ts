/** A fact answered by one of a few printed choices; its type, samples and schema follow from them. */
import { z } from "zod";
import { type Choice, type Fact, fact } from "../engine/fact.ts";

interface ChoiceOf<Id extends string, T extends string>
  extends Omit<Fact<Id, T>, "kind" | "samples" | "schema" | "choices"> {
  readonly choices: readonly Choice<T>[];
}

export const choice = <const Id extends string, const T extends string>(definition: ChoiceOf<Id, T>): Fact<Id, T> => {
  const values = definition.choices.map(({ value }) => value);
  return fact<Id, T>({ ...definition, kind: "choice", samples: values, schema: z.literal(values) });
};
