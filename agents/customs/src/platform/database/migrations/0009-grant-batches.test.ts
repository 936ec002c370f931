import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { inTemporaryFolder } from '../../../testing/temporary-folder.js';
import { openDatabase } from '../open-database.js';
import { GrantBatches1700000000009 } from './0009-grant-batches.js';
import { migrations } from './index.js';

it('migration 0009 finds the copies of a batch without reading all there are, also in a database of before', () =>
  inTemporaryFolder(async (folder) => {
    const before = await new DataSource({
      ...{ type: 'better-sqlite3', database: join(folder, 'agent.sqlite') },
      migrations: migrations.filter((each) => each !== GrantBatches1700000000009),
    }).initialize();
    await before.runMigrations();
    const planIn = async (source: Pick<DataSource, 'query'>) => {
      const sql = `EXPLAIN QUERY PLAN SELECT * FROM issuance_grant WHERE batch = 'x'`;
      return ((await source.query(sql)) as { detail: string }[]).map(({ detail }) => detail.split(' ')[0]);
    };
    expect(await planIn(before)).toEqual(['SCAN']);
    await before.destroy();
    const database = await openDatabase(folder);
    expect(await planIn(database.read)).toEqual(['SEARCH']);
    await database.close();
  }));
