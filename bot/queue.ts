/** One message of a person at a time, in order; different persons side by side. */

export interface Queue {
  /** Runs the job after the earlier jobs of the same key. */
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
}

export function queue(): Queue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, job) {
      const running = (tails.get(key) ?? Promise.resolve()).then(job, job);
      const tail = running.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return running;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
