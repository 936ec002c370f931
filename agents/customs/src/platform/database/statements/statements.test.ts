import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { presentationTable } from '../../../presentations/presentation-table.js';
import { type Database, openDatabase } from '../open-database.js';
import { selectOne } from './select-one.js';
import { updateWhere } from './update-where.js';

let database: Database;
const folder = mkdtempSync(join(tmpdir(), 'eslabon-statements-'));

const row = {
  ...{ id: 'a', referenceHash: 'ha', state: 'open' as const, clientId: 'c', nonce: 'n', stateValue: 's' },
  ...{
    purpose: { kind: 'counter' as const },
    wanted: { disclose: [] },
    responseMode: 'direct_post' as const,
  },
  ...{ encryptionKey: 'k', createdBy: 'x', createdByName: 'x', createdAt: '2026', expiresAt: '2027' },
  refusals: [],
};

beforeAll(async () => {
  database = await openDatabase(folder);
  const others = { ...row, id: 'b', referenceHash: 'hb', encryptionKey: null };
  await database.transaction((manager) => manager.insert(presentationTable, [row, others]));
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const stored = (id: string) => database.read.findOneByOrFail(presentationTable, { id });

describe('selectOne', () => {
  const members = ['encryptionKey', 'id', 'purpose', 'wanted', 'verdict'] as const;
  const find = selectOne(presentationTable, members, 'referenceHash');

  it('reads what the repository reads, and no other members', async () => {
    for (const id of ['a', 'b']) {
      const found = await find(database.read, `h${id}`);
      const whole = await stored(id);
      expect(found).toEqual(Object.fromEntries(members.map((member) => [member, whole[member]])));
    }
  });

  it('finds nothing under another value, whatever that says in SQL', async () => {
    expect(await find(database.read, 'other')).toBeNull();
    expect(await find(database.read, `x' OR '1' = '1`)).toBeNull();
  });

  it('takes no member that is no column', () => {
    expect(() => selectOne(presentationTable, ['toString' as 'id'], 'id')).toThrow(TypeError);
    expect(() => selectOne(presentationTable, ['id'], 'none' as 'id')).toThrow(TypeError);
  });
});

describe('updateWhere', () => {
  const change = updateWhere(
    presentationTable,
    ['state', 'presented', 'encryptionKey'],
    `"id" = ? AND "state" = ?`,
  );

  it('writes what the repository reads, once, and tells so', async () => {
    const values = {
      state: 'answered' as const,
      presented: { certificate: ["it's ñ"] },
      encryptionKey: null,
    };
    const run = () => database.transaction((manager) => change(manager, values, ['a', 'open']));
    expect(await run()).toBe(1);
    expect(await stored('a')).toMatchObject({ ...values, purpose: row.purpose, nonce: 'n' });
    expect(await run()).toBe(0);
    expect(await stored('b')).toMatchObject({ state: 'open', presented: null });
  });

  it('is taken back with its transaction', async () => {
    const values = { state: 'answered' as const, presented: null, encryptionKey: 'other' };
    const failing = database.transaction(async (manager) => {
      expect(await change(manager, values, ['b', 'open'])).toBe(1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await stored('b')).toMatchObject({ state: 'open', encryptionKey: null });
  });
});
