import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Database, openDatabase } from '../platform/database/open-database.js';
import { allocateIndexes, listLength } from './allocate-indexes.js';
import { statusListTable } from './status-table.js';

const folder = mkdtempSync(join(tmpdir(), 'eslabon-indexes-'));
let database: Database;

beforeAll(async () => {
  database = await openDatabase(folder);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const allocate = (count: number) => database.transaction((manager) => allocateIndexes(manager, count));

/** Position of an entry when all lists are counted through. */
const place = ({ list, index }: { list: number; index: number }) => list * listLength + index;

async function startAt(list: number, allocated: number): Promise<void> {
  await database.transaction(async (manager) => {
    await manager.clear(statusListTable);
    for (let full = 0; full < list; full++) {
      await manager.insert(statusListTable, { list: full, allocated: listLength });
    }
    if (list > 0 || allocated > 0) await manager.insert(statusListTable, { list, allocated });
  });
}

describe('allocateIndexes', () => {
  it('counts on without gap or reuse, over the end of lists and past transactions that fail', async () => {
    const step = fc.record({ count: fc.nat(700), fails: fc.boolean() });
    const starts = fc.constantFrom(
      [0, 0],
      [0, 5],
      [0, listLength - 300],
      [0, listLength],
      [2, listLength - 1],
    );
    await fc.assert(
      fc.asyncProperty(starts, fc.array(step, { maxLength: 6 }), async ([list = 0, allocated = 0], steps) => {
        await startAt(list, allocated);
        let next = list * listLength + allocated;
        for (const { count, fails } of steps) {
          const attempt = database.transaction(async (manager) => {
            const entries = await allocateIndexes(manager, count);
            if (fails) throw new Error('fails after allocation');
            return entries;
          });
          if (fails) {
            await expect(attempt).rejects.toThrow('fails');
            continue;
          }
          const entries = await attempt;
          expect(entries.map(place)).toEqual(Array.from({ length: count }, (_, i) => next + i));
          expect(entries.every(({ index }) => index < listLength)).toBe(true);
          next += count;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives each of many at once its own', async () => {
    await startAt(0, listLength - 100);
    const runs = await Promise.all(Array.from({ length: 60 }, (_, i) => allocate(i % 7)));
    const places = runs.flat().map(place);
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(...places) - Math.min(...places)).toBe(places.length - 1);
  });
});
