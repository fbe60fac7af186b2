/** How well a topic goes with the slots of a sentence: examples of 「企业体检」 do not answer for 「送健康」. */
import type { Knowledge } from "../../knowledge/index.ts";
import { slotWords } from "../../knowledge/slot-words.ts";
import type { SlotName, Slots } from "../../knowledge/slots.ts";
import type { Topic } from "../../knowledge/topic.ts";

type Named = ReadonlyMap<string, number>;

/** What the examples of a topic name, by slot; worked out when a sentence first names that slot. */
const known = new WeakMap<Topic, Map<SlotName, Named>>();
/** A topic all of whose examples name another value of a slot keeps this much of its score. */
const contradicted = 0.4;
/** So many examples must name the slot before their silence about a value means something. */
const enough = 2;

export function agreement(topic: Topic, heard: Slots, knowledge: Knowledge): number {
  let share = 1;
  for (const [slot, value] of Object.entries(heard) as [SlotName, string][]) {
    if (slot === "half" || variantsCover(topic, slot, value)) continue;
    const named = namedValues(topic, slot, knowledge);
    const total = [...named.values()].reduce((sum, count) => sum + count, 0);
    if (total >= enough && !named.has(value)) share *= contradicted;
  }
  return share;
}

const variantsCover = ({ answers }: Topic, slot: SlotName, value: string): boolean =>
  answers.some(({ when }) => (when as Readonly<Record<string, string>> | undefined)?.[slot] === value);

function namedValues(topic: Topic, slot: SlotName, { examples }: Knowledge): Named {
  const ofTopic = known.get(topic) ?? new Map<SlotName, Named>();
  known.set(topic, ofTopic);
  const before = ofTopic.get(slot);
  if (before) return before;
  const words = Object.entries<RegExp>(slotWords[slot]);
  const named = new Map<string, number>();
  for (const question of [topic.asks, ...(examples.get(topic.id) ?? [])]) {
    const values = words.filter(([, heardBy]) => heardBy.test(question));
    const only = values.length === 1 ? values[0]?.[0] : undefined;
    if (only !== undefined) named.set(only, (named.get(only) ?? 0) + 1);
  }
  ofTopic.set(slot, named);
  return named;
}
