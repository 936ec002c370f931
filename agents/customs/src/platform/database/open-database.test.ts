import { describe, expect, it } from '@jest/globals';
import { statusListTable } from '../../status/status-table.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { insertRows } from './insert-rows.js';
import { type Database, openDatabase } from './open-database.js';

const inDatabase = (use: (database: Database) => Promise<void>) =>
  inTemporaryFolder(async (folder) => {
    const database = await openDatabase(folder);
    try {
      await use(database);
    } finally {
      await database.close();
    }
  });

describe('the database', () => {
  it('runs transactions one after another, in their order', () =>
    inDatabase(async (database) => {
      await database.transaction((manager) => manager.insert(statusListTable, { list: 1, allocated: 0 }));
      await Promise.all(
        Array.from({ length: 50 }, () =>
          database.transaction(async (manager) => {
            const { allocated } = await manager.findOneByOrFail(statusListTable, { list: 1 });
            await new Promise((resolve) => setImmediate(resolve));
            await manager.update(statusListTable, { list: 1 }, { allocated: allocated + 1 });
          }),
        ),
      );
      expect(await database.read.findBy(statusListTable, {})).toEqual([{ list: 1, allocated: 50 }]);
    }));

  it('keeps nothing of a transaction that fails, and goes on after it', () =>
    inDatabase(async (database) => {
      const failed = database.transaction(async (manager) => {
        await manager.insert(statusListTable, { list: 1, allocated: 1 });
        throw new Error('in the middle');
      });
      await expect(failed).rejects.toThrow('in the middle');
      await database.transaction((manager) => manager.insert(statusListTable, { list: 2, allocated: 2 }));
      expect(await database.read.find(statusListTable)).toEqual([{ list: 2, allocated: 2 }]);
    }));

  it('does not show readers what is not committed, and lets nobody write outside a transaction', () =>
    inDatabase(async (database) => {
      await database.transaction(async (manager) => {
        await manager.insert(statusListTable, { list: 1, allocated: 1 });
        expect(await database.read.count(statusListTable)).toBe(0);
      });
      expect(await database.read.count(statusListTable)).toBe(1);
      await expect(database.read.insert(statusListTable, { list: 3, allocated: 0 })).rejects.toThrow(
        /readonly/,
      );
    }));

  it('finishes what is under way when it closes, and refuses what comes later', () =>
    inTemporaryFolder(async (folder) => {
      const database = await openDatabase(folder);
      const last = database.transaction(async (manager) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await manager.insert(statusListTable, { list: 1, allocated: 7 });
      });
      const closed = database.close();
      const late = database.transaction(async () => undefined);
      await expect(late).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      await Promise.all([last, closed]);
      const again = await openDatabase(folder);
      expect(await again.read.find(statusListTable)).toEqual([{ list: 1, allocated: 7 }]);
      await again.close();
    }));

  it('inserts more rows than one statement takes', () =>
    inDatabase(async (database) => {
      const rows = Array.from({ length: 40_000 }, (_, list) => ({ list, allocated: list }));
      await database.transaction((manager) => insertRows(manager, statusListTable, rows));
      expect(await database.read.count(statusListTable)).toBe(40_000);
    }));
});
