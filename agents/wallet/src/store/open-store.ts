import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { TroubleError } from '../trouble/trouble-error.js';
import { storageTrouble } from './storage-trouble.js';
import {
  type Profile,
  type Rows,
  type Store,
  type StoredData,
  type Table,
  type Tables,
  tables,
} from './stored.js';

const name = 'eslabon-wallet';
const version = 1;

type Schema = DBSchema & { [T in Table]: { key: string; value: Tables[T] } } & {
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
      upgrade(database) {
        database.createObjectStore('profile');
        database.createObjectStore('data');
        for (const table of tables) database.createObjectStore(table, { keyPath: 'id' });
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

async function readAll(database: Database) {
  const transaction = database.transaction(['profile', ...tables]);
  const profile = await transaction.objectStore('profile').get('profile');
  const rows = await Promise.all(
    tables.map(async (table) => [table, await transaction.objectStore(table).getAll()] as const),
  );
  return { ...(Object.fromEntries(rows) as unknown as Rows), profile };
}

async function withTrouble<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw storageTrouble(error);
  }
}
