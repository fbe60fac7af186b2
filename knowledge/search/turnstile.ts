/** Lets one heavy piece of work into each turn of the event loop, so that many questions at once hold it no longer than one. */
export function turnstile(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
