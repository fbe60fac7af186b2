/** Names and keys that other systems use for our calculators, by area. */
import type { Answers } from "../engine/fact.ts";
import { translations as checkup } from "./checkup.ts";
import { translations as harmony } from "./harmony.ts";
import { translations as healthPoint } from "./health-point.ts";
import { translations as illness } from "./illness.ts";
import { translations as insurance } from "./insurance.ts";
import type { Translated, Translation } from "./translation.ts";
import { translations as travel } from "./travel.ts";
import { translations as wish } from "./wish.ts";

const translations: ReadonlyMap<string, Translation> = new Map(
  [travel, insurance, checkup, wish, illness, healthPoint, harmony].flatMap(
    (area: Readonly<Record<string, Translation>>) => Object.entries(area),
  ),
);

/** Undefined for a name that nobody translated: it may be one of ours. */
export const translate = (id: string, given: Answers): Translated | undefined => translations.get(id)?.(given);
