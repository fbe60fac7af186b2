/** A map that holds so many entries; the longest unused leaves first. */

export interface LeastRecent<T> {
  has(key: string): boolean;
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

export function leastRecent<T>(most: number): LeastRecent<T> {
  const entries = new Map<string, T>();
  return {
    has: (key) => entries.has(key),
    get(key) {
      const value = entries.get(key);
      if (entries.delete(key)) entries.set(key, value as T);
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.size > most ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
    },
    delete: (key) => void entries.delete(key),
  };
}
