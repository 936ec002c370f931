import { createMemoryEventStore, type EventBatch, type EventStore } from '@eslabon/chain';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../platform/database/open-database.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { createEventStore } from './event-store.js';

const hash = (number: number) => `0x${number.toString(16).padStart(64, '0')}` as const;
const block = (number: number) => ({ number, hash: hash(number), timestamp: number * 10 });
const log = (blockNumber: number) => ({
  ...{ blockNumber, logIndex: 0, address: hash(1), topics: [hash(2)], data: '0x' as const },
});
const batch = (head: number, ...blocks: number[]): EventBatch => ({
  ...{ head: block(head), blocks: blocks.map(block), logs: blocks.map(log) },
});

async function inDatabase(use: (store: EventStore) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const database = await openDatabase(folder);
    try {
      await use(createEventStore(database));
    } finally {
      await database.close();
    }
  });
}

describe.each([
  ['in memory', (use: (store: EventStore) => Promise<void>) => use(createMemoryEventStore())],
  ['in the database', inDatabase],
])('events %s', (_, withStore) => {
  const filled = (use: (store: EventStore) => Promise<void>) =>
    withStore(async (store) => {
      for (const each of [batch(10, 3, 10), batch(20, 12, 15, 20), batch(30), batch(33)])
        await store.append(each);
      await use(store);
    });

  it('are given back in the order of the chain', () =>
    filled(async (store) => {
      const blocks = [3, 10, 12, 15, 20];
      expect(await store.load()).toEqual({
        head: block(33),
        blocks: blocks.map(block),
        logs: blocks.map(log),
      });
    }));

  it.each([
    [20, [3, 10, 12, 15, 20]],
    [15, [3, 10, 12, 15]],
    [10, [3, 10]],
    [3, [3]],
  ])('after block %i can be cut off, and others put in their place', (last, kept) =>
    filled(async (store) => {
      await store.cut(block(last));
      expect(await store.load()).toEqual({ head: block(last), blocks: kept.map(block), logs: kept.map(log) });
      await store.append(batch(40, 40));
      expect(await store.load()).toEqual({
        ...{ head: block(40), blocks: [...kept, 40].map(block), logs: [...kept, 40].map(log) },
      });
    }),
  );

  it('can be forgotten', () =>
    filled(async (store) => {
      await store.clear();
      expect(await store.load()).toEqual({ head: undefined, blocks: [], logs: [] });
    }));
});
