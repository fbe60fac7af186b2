/** Keeps the most recently used values and forgets the rest. */

export type Recent<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
};

export function recent<Value>(capacity: number): Recent<Value> {
  const values = new Map<string, Value>();
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const oldest = values.keys().next();
      if (values.size > capacity && !oldest.done) values.delete(oldest.value);
    },
  };
}
