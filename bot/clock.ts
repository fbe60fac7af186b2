/** The only place that reads the time of day; `--as-of` fixes the day for the whole assistant. */

export interface Clock {
  /** Today in Shanghai, `YYYY-MM-DD`. */
  today(): string;
  /** This moment, ISO 8601 in UTC, for logs and ids. */
  now(): string;
}

const shanghaiDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" });

export function systemClock(asOf?: string): Clock {
  return {
    today: () => asOf ?? shanghaiDay.format(new Date()),
    now: () => (asOf === undefined ? new Date().toISOString() : `${asOf}T${new Date().toISOString().slice(11)}`),
  };
}

export const fixedClock = (day: string): Clock => ({ today: () => day, now: () => `${day}T00:00:00.000Z` });
