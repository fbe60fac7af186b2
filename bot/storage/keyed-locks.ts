/** Jobs that name a common key run one after the other, in the order in which they came; others side by side. */

export interface KeyedLocks {
  run<T>(keys: readonly string[], job: () => Promise<T>): Promise<T>;
  /** Runs the job when nothing else runs, and holds everything back meanwhile. */
  alone<T>(job: () => Promise<T>): Promise<T>;
}

export function keyedLocks(): KeyedLocks {
  const tails = new Map<string, Promise<unknown>>();
  let barrier: Promise<unknown> = Promise.resolve();
  const settled = (promise: Promise<unknown>): Promise<void> =>
    promise.then(
      () => undefined,
      () => undefined,
    );
  return {
    // All tails are taken in one synchronous step, so two jobs can never wait for each other.
    run(keys, job) {
      const before = [barrier, ...keys.map((key) => tails.get(key))];
      const running = Promise.all(before).then(job);
      const tail = settled(running);
      for (const key of keys) tails.set(key, tail);
      void tail.then(() => {
        for (const key of keys) if (tails.get(key) === tail) tails.delete(key);
      });
      return running;
    },
    alone(job) {
      const running = Promise.all([barrier, ...tails.values()]).then(job);
      barrier = settled(running);
      return running;
    },
  };
}
