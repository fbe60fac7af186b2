/** Where in a message which field is named, so that what follows is its value. */
import type { Field } from "../../../../flows/engine/form.ts";
import { fragmentsIn, namesIn, takesBare } from "./names.ts";
import type { ReadingOf } from "./reading-of.ts";
import { numerals } from "./values/number.ts";
import { optionsOf } from "./values/option.ts";

/** One link, and no more: a value may begin with 「为」 or 「是」 itself. */
const link = "(?:[：:=]|(?:应该是|改成|改为|换成|改到|变成|应为|写成?|填成?|是|为|叫|有)[：:]?)";
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\、()（）]/g, "\\$&");
/** Where a field is named: its value begins at `end`. */
export interface Naming {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** Where a field is named and something follows that can be its value. */
export function namings(text: string, reading: ReadingOf): readonly Naming[] {
  const linked = withLink(text, reading);
  const counted = withFigure(text, reading.fields).filter(
    ({ start, end }) => !linked.some((one) => start < one.end && end > one.start),
  );
  const options = optionSpans(text, reading.fields);
  return [...linked, ...counted]
    .filter(({ start }) => !options.some((span) => start >= span.start && start < span.end))
    .sort((one, other) => one.start - other.start);
}

/** A printed option may hold the label of another field. */
const optionSpans = (text: string, fields: readonly Field[]): readonly { start: number; end: number }[] =>
  fields
    .filter(({ input }) => input === "choice" || input === "choices")
    .flatMap((field) => optionsOf(field))
    .flatMap((option) => {
      const start = text.indexOf(option);
      return start < 0 ? [] : [{ start, end: start + option.length }];
    });

export function withLink(text: string, { fields, open, asked }: ReadingOf): readonly Naming[] {
  const names = namesIn(fields);
  const sorted = [...names.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<=^|[，,。;；、！!\\s]|把|将|改|换|其中|还有|然后|那|的)(?:把|将|我们|我|贵)?(${sorted.map(escaped).join("|")})(\\s*(?:的)?\\s*${link}\\s*|[ \\t\\u3000]+|(?=[^\\s，,。;；、！!?？]))`,
    "g",
  );
  const found: Naming[] = [];
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? "";
    const said = found.map(({ field }) => field);
    const field = ofName(names.get(name) ?? [], { fields, open, ...(asked && { asked }) }, said);
    const rest = text.slice(match.index + match[0].length);
    if (!field || (match[2] === "" && !takesBare(field, name, rest))) continue;
    found.push({ field, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** 「电话」 after the one who fills in is that person's: the next of its name behind what was named last. */
function ofName(
  candidates: readonly Field[],
  { fields, open, asked }: Pick<ReadingOf, "fields" | "open" | "asked">,
  said: readonly Field[],
): Field | undefined {
  if (candidates.length < 2) return candidates[0];
  const last = said.at(-1);
  const after = last === undefined ? -1 : fields.indexOf(last);
  const left = candidates.filter((one) => !said.includes(one));
  return (
    (last && left.find((one) => fields.indexOf(one) > after)) ??
    left.find((one) => one === asked) ??
    left.find((one) => open.includes(one)) ??
    left[0]
  );
}

/** 「男28女3」, 「劳模3 工匠2」: part of a label with a figure right behind it. */
function withFigure(text: string, fields: readonly Field[]): readonly Naming[] {
  const fragments = fragmentsIn(fields);
  if (fragments.size === 0) return [];
  const sorted = [...fragments.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<=^|[，,。;；、\\s${numerals}]|个|人|名|位|其中)(${sorted.map(escaped).join("|")})(?:的|有|是|共)*(?=[${numerals}])`,
    "g",
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const field = fragments.get(match[1] ?? "");
    return field ? [{ field, start: match.index, end: match.index + match[0].length }] : [];
  });
}
