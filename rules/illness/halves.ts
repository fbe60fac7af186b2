/** Which half of the year a first diagnosis falls in; the document does not say by which day it counts, we take this one. */
import type { Half } from "./provisions.ts";

export const halfOf = (day: string): Half => (day.slice(5) <= "06-30" ? "first" : "second");
