/** How well a topic goes with the slots of a sentence: examples of 「企业体检」 do not answer for 「送健康」. */
import type { Knowledge } from "../../knowledge/index.ts";
import type { SlotName, Slots } from "../../knowledge/slots.ts";
import type { Topic } from "../../knowledge/topic.ts";
import { normalise } from "./understanding/normalise.ts";
import { readSlots } from "./understanding/slots.ts";

type Counts = Readonly<Partial<Record<SlotName, ReadonlyMap<string, number>>>>;

const known = new WeakMap<Topic, Counts>();
/** A topic all of whose examples name another value of a slot keeps this much of its score. */
const contradicted = 0.4;
/** So many examples must name the slot before their silence about a value means something. */
const enough = 2;

export function agreement(topic: Topic, heard: Slots, knowledge: Knowledge): number {
  const counts = countsOf(topic, knowledge);
  let share = 1;
  for (const [slot, value] of Object.entries(heard) as [SlotName, string][]) {
    if (slot === "half" || variantsCover(topic, slot, value)) continue;
    const named = counts[slot];
    const total = named === undefined ? 0 : [...named.values()].reduce((sum, count) => sum + count, 0);
    if (total >= enough && !named?.has(value)) share *= contradicted;
  }
  return share;
}

const variantsCover = ({ answers }: Topic, slot: SlotName, value: string): boolean =>
  answers.some(({ when }) => (when as Readonly<Record<string, string>> | undefined)?.[slot] === value);

function countsOf(topic: Topic, { examples }: Knowledge): Counts {
  const before = known.get(topic);
  if (before) return before;
  const counts: Partial<Record<SlotName, Map<string, number>>> = {};
  for (const question of [topic.asks, ...(examples.get(topic.id) ?? [])]) {
    for (const [slot, value] of Object.entries(readSlots(normalise(question), undefined).slots) as [
      SlotName,
      string,
    ][]) {
      const named = counts[slot] ?? new Map<string, number>();
      counts[slot] = named.set(value, (named.get(value) ?? 0) + 1);
    }
  }
  known.set(topic, counts);
  return counts;
}
