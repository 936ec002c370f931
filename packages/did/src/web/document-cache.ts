/** Remembers a bounded number of answers for a limited time. */
export interface DocumentCache<T> {
  /** What is remembered under the key; otherwise asks, once for all who wait, and remembers unless asking fails. */
  get(key: string, ask: () => Promise<T>): Promise<T>;
}

export interface DocumentCacheOptions {
  entries: number;
  lifetimeMs: number;
  clock(): Date;
}

/** Makes an empty cache. Where it is full, what was asked for longest ago goes. */
export function createDocumentCache<T>({
  entries,
  lifetimeMs,
  clock,
}: DocumentCacheOptions): DocumentCache<T> {
  const kept = new Map<string, { until: number; answer: Promise<T> }>();

  return {
    get(key, ask) {
      const found = kept.get(key);
      if (found !== undefined && found.until > clock().getTime()) return found.answer;
      kept.delete(key);
      const entry = { until: clock().getTime() + lifetimeMs, answer: ask() };
      kept.set(key, entry);
      entry.answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      for (const oldest of kept.keys()) {
        if (kept.size <= entries) break;
        kept.delete(oldest);
      }
      return entry.answer;
    },
  };
}
