import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EslabonError } from '@eslabon/core';
import { DataSource, type EntityManager } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { createMutex } from './mutex.js';

/**
 * The agent's own database. Writes go through `transaction`, one at a time; reads use a connection of their own,
 * so that they never see what is not committed yet.
 */
export interface Database {
  read: EntityManager;
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openDatabase(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'agent.sqlite');
  const writer = await connect(file, false);
  await writer.runMigrations({ transaction: 'each' });
  const reader = await connect(file, true);
  const exclusively = createMutex();
  let open = true;
  return {
    read: reader.manager,
    transaction: (work) =>
      exclusively(() => {
        if (!open) throw new EslabonError('SHUTTING_DOWN', 'The agent is stopping; nothing was written.');
        return writer.transaction(work);
      }),
    async close() {
      await exclusively(async () => {
        open = false;
      });
      await reader.destroy();
      await writer.destroy();
    },
  };
}

async function connect(database: string, readonly: boolean): Promise<DataSource> {
  const source = new DataSource({
    type: 'better-sqlite3',
    database,
    entities,
    migrations,
    migrationsRun: false,
    synchronize: false,
    enableWAL: true,
    prepareDatabase: (connection: { pragma(statement: string): unknown }) => {
      connection.pragma('busy_timeout = 10000');
      connection.pragma('foreign_keys = ON');
      // FULL: a committed import chunk or decision survives a power cut, not only a killed process.
      connection.pragma('synchronous = FULL');
      if (readonly) connection.pragma('query_only = ON');
    },
  });
  return source.initialize();
}
