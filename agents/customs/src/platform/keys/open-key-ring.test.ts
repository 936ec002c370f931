import { randomBytes } from 'node:crypto';
import { errorCodeOf } from '@eslabon/core';
import { verifySignature } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { openDatabase } from '../database/open-database.js';
import { keyTable } from './key-table.js';
import { openKeyRing } from './open-key-ring.js';
import { publicKeyOf } from './public-key-of.js';

const masterKey = randomBytes(32);
const chainId = 648_540;

describe('openKeyRing', () => {
  it('makes keys once and opens the same ones ever after', () =>
    inTemporaryFolder(async (folder) => {
      const first = await openDatabase(folder);
      const { did, address, submitterSecret } = await openKeyRing(first, masterKey, chainId);
      await first.close();
      const second = await openDatabase(folder);
      const again = await openKeyRing(second, masterKey, chainId);
      expect(again).toMatchObject({ did, address, submitterSecret });
      expect(did).toBe(`did:ethr:0x9e55c:${address}`);
      await second.close();
    }));

  it('signs with each key what its public half verifies', () =>
    inTemporaryFolder(async (folder) => {
      const database = await openDatabase(folder);
      const keys = await openKeyRing(database, masterKey, chainId);
      const data = Buffer.from('signed');
      for (const { kid, fragment } of keys.list()) {
        const key = publicKeyOf(keys.key(fragment));
        const signature = await keys.sign(kid, data);
        expect(verifySignature(key, data, signature)).toBe(true);
        expect(verifySignature(key, Buffer.from('other'), signature)).toBe(false);
      }
      const foreign = `did:ethr:0x9e55c:0x${'1'.repeat(40)}#controller`;
      await expect(keys.sign(foreign, data)).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
      await expect(keys.signDigest(`${keys.did}#delegate-2`, `0x${'1'.repeat(64)}`)).rejects.toThrow(
        TypeError,
      );
      expect(keys.list().map(({ fragment }) => fragment)).not.toContain('submitter');
      await database.close();
    }));

  it('does not open under another master key, nor when keys were swapped in the database', () =>
    inTemporaryFolder(async (folder) => {
      const database = await openDatabase(folder);
      await openKeyRing(database, masterKey, chainId);
      await expect(openKeyRing(database, randomBytes(32), chainId)).rejects.toMatchObject({
        code: 'KEY_SEALED',
      });
      const rows = await database.read.find(keyTable);
      const sealedOf = (name: string) => rows.find((row) => row.name === name)?.sealed as string;
      await database.transaction(async (manager) => {
        await manager.update(keyTable, { name: 'controller' }, { sealed: sealedOf('submitter') });
        await manager.update(keyTable, { name: 'submitter' }, { sealed: sealedOf('controller') });
      });
      const failure = await openKeyRing(database, masterKey, chainId).catch(errorCodeOf);
      expect(failure).toBe('KEY_SEALED');
      await database.close();
    }));
});
