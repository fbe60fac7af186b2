/** The exam centres of the document, by their printed names. */

import { centre } from "../../rules/checkup/facts.ts";
import { lawOn } from "../../rules/editions/index.ts";
import { choice, type Option } from "./fields.ts";

const heardBy = new Map<string, RegExp | undefined>(centre.choices?.map(({ value, heard }) => [value, heard]));

const centreOptions: readonly Option[] = Object.entries(lawOn("checkup").centres).map(([key, { value }]) => {
  const heard = heardBy.get(key);
  return { value: value.name, ...(heard && { heard }) };
});

const nameOf = (key: unknown): string | undefined => {
  const entry = Object.entries(lawOn("checkup").centres).find(([id]) => id === key);
  return entry?.[1].value.name;
};

export const examPlace = choice("examPlace", "体检地点", "在哪家体检中心体检？", centreOptions, {
  known: (answers) => nameOf(answers["centre"]),
});
/** Names of the centres that the company subsidy goes through. */
export const subsidyCentres = (): readonly string[] =>
  lawOn("checkup").company.centres.value.flatMap((key) => nameOf(key) ?? []);
