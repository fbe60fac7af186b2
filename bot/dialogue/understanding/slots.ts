/** Which slot values a sentence names; a value is heard only when no sibling is heard too. */
import { slotWords } from "../../../knowledge/slot-words.ts";
import type { SlotName, Slots } from "../../../knowledge/slots.ts";
import type { DateReading } from "./dates.ts";

export interface HeardSlots {
  readonly slots: Slots;
  /** Slots of which several values were named: 「A和B」. */
  readonly several: Readonly<Partial<Record<SlotName, readonly string[]>>>;
}

/** A bare letter C is a check-up plan or an insurance class: the running subject decides. */
const bareC = /(?<![A-Za-z])[Cc](?![A-Za-z])/;

/** 「不是D,是E类」 names E alone. */
const denied = /(?<!是)不是[^,是]{1,6},?(而)?(?=是)/g;

export function readSlots(said: string, project: string | undefined, dates: readonly DateReading[] = []): HeardSlots {
  const text = said.replace(denied, "");
  const slots: Record<string, string> = {};
  const several: Partial<Record<SlotName, readonly string[]>> = {};
  for (const name of Object.keys(slotWords) as SlotName[]) {
    const heard = Object.entries<RegExp>(slotWords[name])
      .filter(([, words]) => words.test(text))
      .map(([value]) => value);
    if (heard.length === 1 && heard[0] !== undefined) slots[name] = heard[0];
    else if (heard.length > 1) several[name] = heard;
  }
  const letter = slots["plan"] ?? slots["tier"];
  if (letter === undefined && bareC.test(text)) Object.assign(slots, letterC(text, project, several));
  if (slots["half"] === undefined) Object.assign(slots, halfOf(dates));
  return { slots: slots as Slots, several };
}

function letterC(
  text: string,
  project: string | undefined,
  several: HeardSlots["several"],
): { plan?: "C"; tier?: "C" } {
  const isPlan = /体检|套餐|计划/.test(text) || project === "2-3";
  if (isPlan) return several.plan === undefined ? { plan: "C" } : {};
  return project === "2-2" && several.tier === undefined ? { tier: "C" } : {};
}

function halfOf(dates: readonly DateReading[]): { half?: "first" | "second" } {
  const day = dates.find(({ precision }) => precision === "day" || precision === "month");
  return day === undefined ? {} : { half: Number(day.from.slice(5, 7)) <= 6 ? "first" : "second" };
}
