import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EslabonError } from '@eslabon/core';
import { DataSource } from 'typeorm';

/**
 * Keeps a second agent off a data folder for as long as this one runs: two would use the same nonces and give out the same
 * status indexes. It is a lock of the operating system on a file of its own, held through SQLite, so that nothing is left
 * of it when the process is killed. Nothing else in this process may open that file: closing it drops the lock (POSIX).
 * Adding a key and the like need no lock.
 * @returns gives the folder free
 * @throws EslabonError DATA_FOLDER_IN_USE
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const source = new DataSource({
    type: 'better-sqlite3',
    database: join(dataDir, 'agent.lock'),
    timeout: 0,
  });
  await source.initialize();
  try {
    await source.query('BEGIN EXCLUSIVE');
  } catch (cause) {
    await source.destroy();
    throw new EslabonError('DATA_FOLDER_IN_USE', `Another agent is running on “${dataDir}”.`, {
      hints: ['Stop it first, or give this one a data folder of its own.'],
      cause,
    });
  }
  return () => source.destroy();
}
