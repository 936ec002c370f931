import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { inTemporaryFolder } from '../../../testing/temporary-folder.js';
import { Issuance1700000000004 } from './0004-issuance.js';
import { CompanyLists1700000000006 } from './0006-company-lists.js';

/** The key of RFC 8037 appendix A.3, whose thumbprint stands there, written in two ways. */
const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const thumbprint = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const written = [jwk, { ...jwk, use: 'sig' }].map(
  (each) => `did:jwk:${Buffer.from(JSON.stringify(each)).toString('base64url')}`,
);

describe('migration 0006', () => {
  it('names the key of every holder that received something before', () =>
    inTemporaryFolder(async (folder) => {
      const options = { type: 'better-sqlite3', database: join(folder, 'a.sqlite') } as const;
      const before = await new DataSource({ ...options, migrations: [Issuance1700000000004] }).initialize();
      await before.runMigrations();
      for (const [at, holder] of written.entries()) {
        await before.query(
          `INSERT INTO issuance_grant ("sessionId", "certificateId", configuration, holder, state, "createdAt")
           VALUES ('s${at}', 'c', 'aeo-certificate-jwt', ?, 'issued', '2026-01-01T00:00:00.000Z')`,
          [holder],
        );
      }
      await before.destroy();
      const after = await new DataSource({
        ...options,
        migrations: [Issuance1700000000004, CompanyLists1700000000006],
      }).initialize();
      await after.runMigrations();
      expect(await after.query('SELECT "holderKey" FROM issuance_grant')).toEqual([
        { holderKey: thumbprint },
        { holderKey: thumbprint },
      ]);
      await after.destroy();
    }));
});
