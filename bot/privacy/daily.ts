/** Runs the retention once a day while the service is up, and leaves it alone when the clock jumps. */
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Store } from "../storage/store.ts";
import { retain } from "./retention.ts";

export interface DailyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

const hour = 3_600_000;

export function dailyRetention({ store, clock, log }: DailyParts): { stop(): void } {
  let done = "";
  let last = Date.parse(clock.now());
  async function run(): Promise<void> {
    const now = Date.parse(clock.now());
    // A clock that went two hours in one could make young data due: wait until it is steady.
    const steady = Math.abs(now - last) <= 2 * hour;
    last = now;
    const today = clock.today();
    if (!steady || today === done) return;
    done = today;
    log.info({ removed: await retain(store, today) }, "retention");
  }
  const tried = () => void run().catch((cause: unknown) => log.error({ cause }, "retention failed"));
  tried();
  const timer = setInterval(tried, hour).unref();
  return { stop: () => clearInterval(timer) };
}
