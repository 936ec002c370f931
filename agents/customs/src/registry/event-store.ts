import type { EventBatch, EventStore, StoredEvents } from '@eslabon/chain';
import type { Database } from '../platform/database/open-database.js';
import { chainEventTable } from './event-table.js';

/** Keeps what the index has read of the chain in the agent's database, one row a batch. */
export function createEventStore(database: Database): EventStore {
  return {
    async load() {
      const rows = await database.read.find(chainEventTable, { order: { sequence: 'ASC' } });
      const batches = rows.map((row) => JSON.parse(row.data) as EventBatch);
      const events: StoredEvents = {
        head: batches.at(-1)?.head,
        blocks: batches.flatMap((batch) => batch.blocks),
        logs: batches.flatMap((batch) => batch.logs),
      };
      return events;
    },
    async append(batch) {
      await database.transaction(async (manager) => {
        const [last] = await manager.find(chainEventTable, { order: { sequence: 'DESC' }, take: 1 });
        const data = JSON.stringify(batch);
        // A batch without events only moves the head: it replaces one of its kind instead of adding a row a block.
        const isEmpty = last !== undefined && batch.logs.length === 0 && isWithoutLogs(last.data);
        if (isEmpty) await manager.update(chainEventTable, { sequence: last.sequence }, { data });
        else await manager.insert(chainEventTable, { data });
      });
    },
    async cut(head) {
      await database.transaction(async (manager) => {
        const kept: EventBatch = { head, blocks: [], logs: [] };
        const rows = await manager.find(chainEventTable, { order: { sequence: 'DESC' } });
        for (const { sequence, data } of rows) {
          const batch = JSON.parse(data) as EventBatch;
          if (batch.head.number <= head.number) break;
          await manager.delete(chainEventTable, { sequence });
          kept.blocks.unshift(...batch.blocks.filter(({ number }) => number <= head.number));
          kept.logs.unshift(...batch.logs.filter(({ blockNumber }) => blockNumber <= head.number));
        }
        await manager.insert(chainEventTable, { data: JSON.stringify(kept) });
      });
    },
    async clear() {
      await database.transaction((manager) => manager.clear(chainEventTable));
    },
  };
}

function isWithoutLogs(data: string): boolean {
  return (JSON.parse(data) as EventBatch).logs.length === 0;
}
