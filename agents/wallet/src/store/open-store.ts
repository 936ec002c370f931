import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { HistoryEntry, HistoryPage } from '../session/contract.js';
import { TroubleError } from '../trouble/trouble-error.js';
import { storageTrouble } from './storage-trouble.js';
import {
  type Profile,
  type Rows,
  type Store,
  type Stored,
  type StoredData,
  type Table,
  type Tables,
  tables,
} from './stored.js';

const name = 'eslabon-wallet';
const version = 2;

type Schema = DBSchema & { [T in Exclude<Table, 'history'>]: { key: string; value: Tables[T] } } & {
  history: { key: string; value: Tables['history']; indexes: { at: [string, string] } };
  profile: { key: 'profile'; value: Profile };
  data: { key: 'data'; value: StoredData };
};

type Database = IDBPDatabase<Schema>;

/**
 * Opens the browser's database.
 * @param onLost another window needs the database in another form, or the browser took it away
 * @throws TroubleError STORAGE_BLOCKED when another window keeps an older form open, STORAGE_NEWER when a newer app
 * has been here, STORAGE_FAILED when the browser gives no storage, as some do in private windows
 */
export async function openStore(onLost: () => void): Promise<Store> {
  const database = await withTrouble(() => open(onLost));
  return {
    read: () => withTrouble(() => readAll(database)),
    readHistory: (most) => withTrouble(() => readHistory(database, most)),
    hasHistory: (from, to) =>
      withTrouble(async () => {
        // Every text is less than every array.
        const range = IDBKeyRange.bound([from], [to, []]);
        return (await database.countFromIndex('history', 'at', range)) > 0;
      }),
    write: ({ profile, put = {}, remove = {} }) =>
      withTrouble(async () => {
        const transaction = database.transaction(['profile', ...tables], 'readwrite');
        if (profile !== undefined) await transaction.objectStore('profile').put(profile, 'profile');
        for (const table of tables) {
          const rows = transaction.objectStore(table);
          for (const id of remove[table] ?? []) await rows.delete(id);
          for (const row of put[table] ?? []) await rows.put(row);
        }
        await transaction.done;
      }),
    readData: () => withTrouble(() => database.get('data', 'data')),
    writeData: (data) => withTrouble(async () => void (await database.put('data', data, 'data'))),
    wipe: () =>
      withTrouble(async () => {
        database.close();
        await deleteDB(name);
      }),
  };
}

function open(onLost: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, version, {
      upgrade(database, before, _version, transaction) {
        if (before < 1) {
          database.createObjectStore('profile');
          database.createObjectStore('data');
          for (const table of tables) database.createObjectStore(table, { keyPath: 'id' });
        }
        if (before < 2) transaction.objectStore('history').createIndex('at', ['at', 'id']);
      },
      blocked: () => reject(new TroubleError('STORAGE_BLOCKED', 'Another window keeps the database open.')),
      blocking: (_current, _next, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    }).then(resolve, reject);
  });
}

/** Tables that are read whole. */
const small = tables.filter((table) => table !== 'history');

async function readAll(database: Database): Promise<Stored> {
  const transaction = database.transaction(['profile', ...small]);
  const profile = await transaction.objectStore('profile').get('profile');
  const rows = await Promise.all(
    small.map(async (table) => [table, await transaction.objectStore(table).getAll()] as const),
  );
  return { ...(Object.fromEntries(rows) as unknown as Omit<Rows, 'history'>), profile };
}

async function readHistory(database: Database, most = Number.POSITIVE_INFINITY): Promise<HistoryPage> {
  const rows = database.transaction('history').store;
  const total = await rows.count();
  const entries: HistoryEntry[] = [];
  let cursor = most > 0 ? await rows.index('at').openCursor(null, 'prev') : null;
  while (cursor !== null) {
    entries.push(cursor.value);
    cursor = entries.length < most ? await cursor.continue() : null;
  }
  return { entries, total };
}

async function withTrouble<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw storageTrouble(error);
  }
}
