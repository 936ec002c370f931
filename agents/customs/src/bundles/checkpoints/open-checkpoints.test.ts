import type { Checkpoint, SealTrust } from '@eslabon/bundle';
import { describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../platform/database/open-database.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { openCheckpoints } from './open-checkpoints.js';

const day = 86_400;
const set = (...names: number[]) => names.map((name) => `0x${name.toString(16).padStart(40, '0')}` as const);
const block = (number: number, timestamp: number, validators = set(1, 2, 3, 4)): Checkpoint => ({
  ...{ number, timestamp, validators, hash: `0x${number.toString(16).padStart(64, '0')}` },
});
const seals: SealTrust = { checkpoint: block(100, 1000 * day), trustingPeriod: 14 * day };

const inDatabase = (use: (database: Database) => Promise<void>) =>
  inTemporaryFolder(async (folder) => {
    const database = await openDatabase(folder);
    try {
      await use(database);
    } finally {
      await database.close();
    }
  });

describe('the checkpoints of the agent', () => {
  it('begin with the configured one', () =>
    inDatabase(async (database) => {
      const checkpoints = await openCheckpoints(database, seals);
      expect(checkpoints.newest()).toEqual(seals.checkpoint);
      for (const number of [5, 100, 500]) expect(checkpoints.before(number)).toEqual(seals.checkpoint);
    }));

  it('go on with new validators, and with the same once a day; never backwards', () =>
    inDatabase(async (database) => {
      const checkpoints = await openCheckpoints(database, seals);
      const advance = async (checkpoint: Checkpoint) => {
        await checkpoints.advance(checkpoint);
        return checkpoints.newest().number;
      };
      expect(await advance(block(101, 1000 * day + 5))).toBe(100);
      expect(await advance(block(200, 1001 * day))).toBe(200);
      expect(await advance(block(201, 1001 * day + 5, set(1, 2, 3, 5)))).toBe(201);
      expect(await advance(block(150, 1005 * day, set(7, 8, 9, 10)))).toBe(201);
      expect(await advance(block(201, 1005 * day))).toBe(201);
      const again = await openCheckpoints(database, seals);
      expect(again.newest()).toEqual(block(201, 1001 * day + 5, set(1, 2, 3, 5)));
      expect([150, 199, 200, 201, 999].map((number) => again.before(number).number)).toEqual([
        100, 100, 200, 201, 201,
      ]);
    }));

  it('are noted oftener than once a day when trust would run out before', () =>
    inDatabase(async (database) => {
      const checkpoints = await openCheckpoints(database, { ...seals, trustingPeriod: 400 });
      await checkpoints.advance(block(101, 1000 * day + 99));
      expect(checkpoints.newest().number).toBe(100);
      await checkpoints.advance(block(102, 1000 * day + 100));
      expect(checkpoints.newest().number).toBe(102);
    }));

  it('begin anew from another configured one', () =>
    inDatabase(async (database) => {
      await (await openCheckpoints(database, seals)).advance(block(300, 1002 * day));
      const other = { ...seals, checkpoint: block(90, 999 * day) };
      const checkpoints = await openCheckpoints(database, other);
      expect(checkpoints.newest()).toEqual(other.checkpoint);
      await checkpoints.advance(block(300, 1002 * day, set(5, 6, 7, 8)));
      expect((await openCheckpoints(database, other)).newest().validators).toEqual(set(5, 6, 7, 8));
    }));
});
