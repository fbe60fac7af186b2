/** Everything that is read off one sentence before anyone asks what it means. */
import { type DateReading, dates, type ImpossibleDate } from "./dates.ts";
import { normalise } from "./normalise.ts";
import { type Quantity, quantities } from "./quantities.ts";
import { type HeardSlots, readSlots } from "./slots.ts";

export interface Heard extends HeardSlots {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateReading[];
  readonly impossible: readonly ImpossibleDate[];
  readonly today: string;
}

export interface HearingContext {
  readonly today: string;
  /** The year meant when none is said. */
  readonly year: number;
  readonly project?: string;
}

export function hear(raw: string, context: HearingContext): Heard {
  const text = normalise(raw);
  const read = dates(text, context);
  const heardSlots = readSlots(text, context.project, read.dates);
  const counted = quantities(text, [...read.dates, ...read.impossible]);
  return {
    text,
    ...read,
    quantities: heardSlots.slots.trip === undefined ? counted : counted.filter((one) => !namesTheTrip(one)),
    ...heardSlots,
    today: context.today,
  };
}

/** 「2天1晚」 is the name of a kind of trip there, not a length. */
const namesTheTrip = ({ unit, value }: Quantity): boolean =>
  (unit === "天" && value <= 2) || (unit === "晚" && value === 1);

/** What is searched for: the year of the document is no news to it. */
export const searchable = (text: string): string => text.replace(/(2023|今)年度?(的|里|内)?/g, "").trim() || text;
