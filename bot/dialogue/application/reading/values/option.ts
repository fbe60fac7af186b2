/** Printed options out of a few words: by their print, by their numbers in the list, or as people shorten them. */
import type { Field } from "../../../../../flows/engine/form.ts";
import { normalise } from "../../../understanding/normalise.ts";
import { readNumber } from "../../../understanding/numerals.ts";

/** The printed options of a field. */
export const optionsOf = ({ fact }: Field): readonly string[] =>
  fact.choices
    ? fact.choices.map(({ label }) => label)
    : [...new Set((fact.samples as readonly unknown[]).flat().map(String))];

const number = "(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:个|项|号|种)?";
const onlyNumbers = new RegExp(`^(?:我?选|第)?${number}(?:[,，、和及\\s]+第?${number})*[.。]?$`);

function numbered(field: Field, said: string): readonly string[] {
  const text = said.normalize("NFKC").trim();
  if (!onlyNumbers.test(text)) return [];
  const options = optionsOf(field);
  return text
    .split(/[,，、和及\s]+/)
    .map((part) => options[(readNumber(part.replace(/[我选第个项号种.。]/g, "")) ?? 0) - 1])
    .filter((option) => option !== undefined);
}

export const optionOf = (field: Field, said: string): unknown => numbered(field, said)[0] ?? normalise(said);

const all =
  /^(?:都|全部?|所有|以上)(?:都|的)?(?:有了?|要|选|是|备齐了?|齐了?|准备好了?|可以)?[了。!]*$|^(?:全部?|都)?(?:备齐|齐全?|齐)了?[。!]*$/;
const between = /[、,;]|和|跟|与|以及|还有|加上?/;
const filler = /^(?:我|们|选|要|都|也|有|备齐|准备好|的|了|吧|这|两|几|项|个|[。!])*$/;

/** What is printed in full, and beside it each part for itself; a part that is none of the options is not passed over. */
export function optionsSaid(field: Field, said: string): unknown {
  const byNumber = numbered(field, said);
  if (byNumber.length > 0) return byNumber;
  let rest = normalise(said);
  const options = optionsOf(field);
  if (all.test(rest)) return options;
  const printed: string[] = [];
  for (const option of [...options].sort((one, other) => other.length - one.length)) {
    if (!rest.includes(normalise(option))) continue;
    printed.push(option);
    rest = rest.replace(normalise(option), "、");
  }
  const parts = rest.split(between).filter((part) => !filler.test(part));
  if (printed.length > 0) return [...printed, ...parts];
  return parts.length > 1 ? parts : normalise(said);
}
