import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { keyTable } from '../keys/key-table.js';
import { createBatcher } from './create-batcher.js';
import { type Database, openDatabase } from './open-database.js';

async function withDatabase(use: (database: Database) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const database = await openDatabase(folder);
    try {
      await use(database);
    } finally {
      await database.close();
    }
  });
}

const insert = (name: string) => async (manager: EntityManager) => {
  await manager.insert(keyTable, {
    ...{ name, type: 'Ed25519', publicKey: '0x', sealed: name, createdAt: '2026-01-01T00:00:00Z' },
  });
  return name;
};

describe('createBatcher', () => {
  it('gives each job its own result, with fewer transactions than jobs', async () => {
    await withDatabase(async (database) => {
      let transactions = 0;
      const batch = createBatcher({
        transaction: (work) => {
          transactions += 1;
          return database.transaction(work);
        },
      });
      const names = Array.from({ length: 100 }, (_, at) => `key-${at}`);
      expect(await Promise.all(names.map((name) => batch(insert(name))))).toEqual(names);
      expect(await database.read.count(keyTable)).toBe(100);
      expect(transactions).toBeLessThan(10);
    });
  });

  it('a job that fails takes nothing with it but itself', async () => {
    await withDatabase(async (database) => {
      const batch = createBatcher(database);
      const results = await Promise.allSettled([
        batch(insert('a')),
        batch(insert('b')),
        batch(insert('b')),
        batch(async () => {
          throw new Error('no');
        }),
        batch(insert('c')),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        ...['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled'],
      ]);
      const kept = await database.read.find(keyTable);
      expect(kept.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
    });
  });

  it('refuses when the database is closed, also what waits', async () => {
    await inTemporaryFolder(async (folder) => {
      const database = await openDatabase(folder);
      const batch = createBatcher(database);
      await database.close();
      const results = await Promise.allSettled([batch(insert('a')), batch(insert('b'))]);
      for (const result of results) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'SHUTTING_DOWN' } });
      }
    });
  });
});
