import { EslabonError } from '@eslabon/core';

/** Who is waiting for something to happen to a request. */
export interface Watchers {
  /**
   * Calls `notice` after every change, until the answer is called; `close` when the agent stops.
   * @throws EslabonError UNAVAILABLE when too many are watching, SHUTTING_DOWN once the agent stops
   */
  watch(id: string, notice: () => void, close: () => void): () => void;
  changed(id: string): void;
  /** Sends everybody away. */
  close(): void;
}

interface Watcher {
  notice(): void;
  close(): void;
}

/** @param most that may watch at once: each holds a connection open. */
export function createWatchers(most: number): Watchers {
  const watching = new Map<string, Set<Watcher>>();
  let count = 0;
  let closed = false;
  return {
    watch(id, notice, close) {
      // Whoever came while everybody was sent away would keep the agent from stopping.
      if (closed) throw new EslabonError('SHUTTING_DOWN', 'The agent is stopping; nothing will change.');
      if (count >= most) {
        throw new EslabonError('UNAVAILABLE', `${most} event streams are open already.`, {
          hints: ['Ask for the presentation now and then instead, or close other streams.'],
        });
      }
      count += 1;
      const watcher = { notice, close };
      const watchers = watching.get(id) ?? new Set();
      watching.set(id, watchers.add(watcher));
      return () => {
        if (!watchers.delete(watcher)) return;
        count -= 1;
        if (watchers.size === 0 && watching.get(id) === watchers) watching.delete(id);
      };
    },
    changed(id) {
      for (const { notice } of watching.get(id) ?? []) notice();
    },
    close() {
      closed = true;
      for (const watchers of watching.values()) for (const watcher of watchers) watcher.close();
    },
  };
}
