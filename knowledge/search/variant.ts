/** Which answer of a topic fits what was heard: the two-day trip, the C plan, the women's price. */
import type { Slots } from "../slots.ts";
import type { Topic, Variant } from "../topic.ts";

type Fit = { readonly variant: Variant; readonly named: number; readonly presumed: number };

/**
 * 1. A variant is out when one of its values contradicts what was heard.
 * 2. A variant that presumes something nobody said gives way to any that does not: the general answer names all cases,
 *    and a wrong figure is worse than a longer answer.
 * 3. Of the rest, the one that names most of what was heard; at a tie, the one that stands first.
 *
 * When every variant is out, the general one answers, or else the first: it still is about what was asked. What was
 * heard and no variant mentions makes no difference.
 */
export function pickVariant(topic: Topic, heard: Slots): Variant {
  const fits = topic.answers.flatMap((variant) => fitOf(variant, heard));
  const [best] = fits.sort((one, other) => one.presumed - other.presumed || other.named - one.named);
  const variant = best?.variant ?? topic.answers.find(isGeneral) ?? topic.answers[0];
  if (variant === undefined) throw new Error(`Topic ${topic.id} has no answer`);
  return variant;
}

function isGeneral({ when }: Variant): boolean {
  return Object.keys(when ?? {}).length === 0;
}

function fitOf(variant: Variant, heard: Slots): Fit[] {
  const said = new Map<string, string>(Object.entries(heard));
  const values = Object.entries(variant.when ?? {});
  if (values.some(([slot, value]) => said.has(slot) && said.get(slot) !== value)) return [];
  const named = values.filter(([slot]) => said.has(slot)).length;
  return [{ variant, named, presumed: values.length - named }];
}
