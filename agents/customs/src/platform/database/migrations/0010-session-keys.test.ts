import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { inTemporaryFolder } from '../../../testing/temporary-folder.js';
import { openDatabase } from '../open-database.js';
import { SessionKeys1700000000010 } from './0010-session-keys.js';
import { migrations } from './index.js';

const row = (id: string, encryptionKey: string | null) => ({
  ...{ id, referenceHash: id, state: 'open', purpose: '{}', wanted: '{}', clientId: 'x', encryptionKey },
  ...{ responseMode: 'direct_post', nonce: 'n', stateValue: 's', createdBy: 'k', createdByName: 'k' },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '2026-01-01T01:00:00.000Z', refusals: '[]' },
});

it('migration 0010 ends requests whose keys are sealed in the form of before, and no others', () =>
  inTemporaryFolder(async (folder) => {
    const before = await new DataSource({
      ...{ type: 'better-sqlite3', database: join(folder, 'agent.sqlite') },
      migrations: migrations.filter((each) => each !== SessionKeys1700000000010),
    }).initialize();
    await before.runMigrations();
    for (const each of [row('sealed', 'sealed as PKCS#8'), row('plain', null)]) {
      const names = Object.keys(each);
      const marks = names.map(() => '?').join();
      const columns = names.map((name) => `"${name}"`).join();
      await before.query(`INSERT INTO "presentation" (${columns}) VALUES (${marks})`, Object.values(each));
    }
    await before.destroy();
    const database = await openDatabase(folder);
    const rows = await database.read.query(
      'SELECT "id", "expiresAt", "encryptionKey" FROM "presentation" ORDER BY "id"',
    );
    expect(rows).toEqual([
      { id: 'plain', expiresAt: '2026-01-01T01:00:00.000Z', encryptionKey: null },
      { id: 'sealed', expiresAt: '2026-01-01T00:00:00.000Z', encryptionKey: null },
    ]);
    await database.close();
  }));
