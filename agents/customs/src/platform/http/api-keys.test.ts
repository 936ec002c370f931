import { expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { openDatabase } from '../database/open-database.js';
import { apiKeyTable } from './api-key-table.js';
import { authenticate, createApiKey } from './api-keys.js';

it('a key has a name that people can see, for histories show it and four eyes go by it', () =>
  inTemporaryFolder(async (folder) => {
    const database = await openDatabase(folder);
    try {
      for (const name of ['', '  ', 'Rosa\u200b Quispe', 'Rosa\u202e', 'Rosa\nQuispe', 'R'.repeat(101)]) {
        await expect(createApiKey(database, name, 'officer')).rejects.toMatchObject({
          code: 'INPUT_INVALID',
          message: expect.not.stringMatching(/[\p{Cc}\u200b\u202e]/u),
        });
      }
      expect(await database.read.count(apiKeyTable)).toBe(0);
      const key = await createApiKey(database, ' Rosa Ñusta Quispe ', 'officer');
      expect(await authenticate(database, key)).toMatchObject({ name: 'Rosa Ñusta Quispe', role: 'officer' });
      await createApiKey(database, 'R'.repeat(100), 'officer');
    } finally {
      await database.close();
    }
  }));
