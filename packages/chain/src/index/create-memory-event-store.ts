import type { EventStore, StoredEvents } from './event-store.js';

/** Keeps events as long as the process lives. */
export function createMemoryEventStore(): EventStore {
  let stored: StoredEvents = { blocks: [], logs: [] };
  return {
    load: async () => structuredClone(stored),
    append: async ({ head, blocks, logs }) => {
      stored = { head, blocks: [...stored.blocks, ...blocks], logs: [...stored.logs, ...logs] };
    },
    cut: async (head) => {
      stored = {
        head,
        blocks: stored.blocks.filter(({ number }) => number <= head.number),
        logs: stored.logs.filter(({ blockNumber }) => blockNumber <= head.number),
      };
    },
    clear: async () => {
      stored = { blocks: [], logs: [] };
    },
  };
}
