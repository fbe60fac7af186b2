/** The only place that reads the time of day; `--as-of` fixes the day for the whole assistant. */

export interface Clock {
  /** Today in Shanghai, `YYYY-MM-DD`. */
  today(): string;
  /** This moment, ISO 8601 in UTC, for logs and ids. */
  now(): string;
}

const shanghaiDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" });

/** The day in Shanghai of a moment of the log. */
export const shanghaiDayOf = (moment: string): string => shanghaiDay.format(Date.parse(moment));

const shanghaiTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  timeStyle: "medium",
  hourCycle: "h23",
});

export function systemClock(asOf?: string): Clock {
  return {
    today: () => asOf ?? shanghaiDay.format(new Date()),
    now: () => {
      const now = new Date();
      if (asOf === undefined) return now.toISOString();
      return new Date(`${asOf}T${shanghaiTime.format(now)}.${now.toISOString().slice(20, 23)}+08:00`).toISOString();
    },
  };
}

export const fixedClock = (day: string): Clock => ({ today: () => day, now: () => `${day}T00:00:00.000Z` });
