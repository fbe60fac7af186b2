/** Runs the retention once a day while the service is up, and leaves it alone when the clock cannot be believed. */
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Store } from "../storage/store.ts";
import { lastRetained, retain } from "./retention.ts";

export interface DailyParts {
  readonly store: Store;
  /** Removes files that were handed out into the open more than a day before this moment in milliseconds. */
  readonly sweep: (now: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Milliseconds between two looks at the clock. */
const often = 10 * minute;
/** After a longer pause than this a person has to say that the date is right. */
const longestPause = 40 * day;

export function dailyRetention({ store, sweep, clock, log }: DailyParts): { stop(): void } {
  let done = "";
  let last = Date.parse(clock.now());

  async function run(): Promise<void> {
    const now = Date.parse(clock.now());
    // A clock that is wrong could make young data due: only one that has just gone as it should is believed.
    const steady = now > last && now - last <= hour;
    last = now;
    const today = clock.today();
    if (!steady || today === done) return;
    done = today;
    await sweep(now);
    const before = await lastRetained(store);
    if (before !== undefined && now - Date.parse(before) > longestPause)
      return log.warn({ before, today }, "retention held: if the date is right, run gonghui store retain");
    log.info({ removed: await retain(store, today) }, "retention");
  }

  const tried = () =>
    void run().catch((cause: unknown) => {
      done = "";
      log.error({ cause }, "retention failed");
    });
  // Not at the start: a machine often starts with a wrong clock, which the network sets soon.
  const timer = setInterval(tried, often).unref();
  return { stop: () => clearInterval(timer) };
}
