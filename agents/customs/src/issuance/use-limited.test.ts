import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Database, openDatabase } from '../platform/database/open-database.js';
import { openIssuanceSecrets } from './issuance-secrets.js';
import { issuanceUsedTable } from './issuance-tables.js';
import { useLimited } from './use-limited.js';

const folder = mkdtempSync(join(tmpdir(), 'eslabon-uses-'));
const secrets = openIssuanceSecrets(new Uint8Array(32).fill(1));
let database: Database;

beforeAll(async () => {
  database = await openDatabase(folder);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const instant = (milliseconds: number) => new Date(1_700_000_000_000 + milliseconds);

/** Wants uses of something at an instant, each for as long as given. */
const use = (what: string, at: number, { limit = 3, count = 1, span = 10 } = {}) =>
  database.transaction((manager) =>
    useLimited({ secrets, clock: () => instant(at) }, manager, {
      ...{ what, limit, until: instant(at + span) },
      ...(count !== 1 && { count }),
    }),
  );

const sweep = () => database.transaction((manager) => manager.clear(issuanceUsedTable));

describe('useLimited', () => {
  it('gives all that are wanted or none, and says when the first of those that are taken is free', async () => {
    const step = fc.record({
      after: fc.nat(6),
      count: fc.integer({ min: 1, max: 4 }),
      span: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(step, { maxLength: 12 }),
        async (limit, steps) => {
          await sweep();
          let taken: number[] = [];
          let at = 0;
          for (const { after, count, span } of steps) {
            at += after;
            // What is free at an instant is free at that instant.
            taken = taken.filter((end) => end > at);
            const fits = taken.length + count <= limit;
            const next = instant(taken.length === 0 ? at : Math.min(...taken)).toISOString();
            expect(await use('x', at, { limit, count, span })).toBe(fits ? undefined : next);
            if (fits) taken.push(...Array.from({ length: count }, () => at + span));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts what has another name for itself', async () => {
    await sweep();
    expect(await use('x', 0, { limit: 1 })).toBeUndefined();
    expect(await use('y', 0, { limit: 1 })).toBeUndefined();
    expect(await use('x', 0, { limit: 1 })).toBe(instant(10).toISOString());
  });

  it('gives no more than there are to those who come at once', async () => {
    await sweep();
    const answers = await Promise.all(Array.from({ length: 5 }, () => use('x', 0)));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(3);
  });
});
