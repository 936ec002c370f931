import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { TroubleError } from '../engine/trouble-error.js';
import type { LoggedDecision } from '../log/logged-decision.js';
import { storageTrouble } from './storage-trouble.js';
import type { Settings, Store, StoredBundle } from './stored.js';

const name = 'eslabon-verify';
const version = 1;

/** Bundles that are kept: the one in use, and those before it for questions about the past. */
const keptBundles = 40;

interface Schema extends DBSchema {
  settings: { key: 'settings'; value: Settings };
  bundles: { key: string; value: StoredBundle };
  decisions: { key: string; value: LoggedDecision };
}

/**
 * Opens the browser's database.
 * @param onLost another window needs the database in another form, or the browser took it away
 * @throws TroubleError STORAGE_BLOCKED when another window keeps an older form open, STORAGE_NEWER when a newer app
 * has been here, STORAGE_FAILED when the browser gives no storage, as some do in private windows
 */
export async function openStore(onLost: () => void): Promise<Store> {
  try {
    return storeOn(await open(onLost));
  } catch (error) {
    throw storageTrouble(error);
  }
}

function open(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, version, {
      upgrade(database) {
        database.createObjectStore('settings');
        database.createObjectStore('bundles', { keyPath: 'digest' });
        database.createObjectStore('decisions', { keyPath: 'id' });
      },
      blocked: () =>
        reject(new TroubleError({ code: 'STORAGE_BLOCKED', message: 'blocked by another window' })),
      blocking: (_current, _next, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    }).then(resolve, reject);
  });
}

function storeOn(database: IDBPDatabase<Schema>): Store {
  const byBlock = (a: StoredBundle, b: StoredBundle) => b.blockNumber - a.blockNumber;
  const store: Store = {
    settings: async () => (await database.get('settings', 'settings')) ?? {},
    async saveSettings(settings) {
      await database.put('settings', settings, 'settings');
    },
    bundles: async () => (await database.getAll('bundles')).sort(byBlock),
    async keepBundle(bundle, settings) {
      const transaction = database.transaction(['bundles', 'settings'], 'readwrite');
      const bundles = transaction.objectStore('bundles');
      await bundles.put(bundle);
      await transaction.objectStore('settings').put(settings, 'settings');
      const others = (await bundles.getAll())
        .filter(({ digest }) => digest !== settings.current)
        .sort(byBlock);
      for (const { digest } of others.slice(keptBundles - 1)) await bundles.delete(digest);
      await transaction.done;
    },
    async forgetBundle(digest, settings) {
      const transaction = database.transaction(['bundles', 'settings'], 'readwrite');
      await transaction.objectStore('bundles').delete(digest);
      await transaction.objectStore('settings').put(settings, 'settings');
      await transaction.done;
    },
    decisions: async () =>
      (await database.getAll('decisions')).sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1)),
    async saveDecisions(decisions) {
      const transaction = database.transaction('decisions', 'readwrite');
      await Promise.all(decisions.map((decision) => transaction.store.put(decision)));
      await transaction.done;
    },
    async clearDecisions(ids) {
      const transaction = database.transaction('decisions', 'readwrite');
      await Promise.all(ids.map((id) => transaction.store.delete(id)));
      await transaction.done;
    },
    async wipe() {
      database.close();
      await deleteDB(name);
    },
  };
  return withTrouble(store);
}

/** Every method, rejecting with what the failure means. */
function withTrouble(store: Store): Store {
  const methods = Object.entries(store) as [string, (...args: never[]) => Promise<unknown>][];
  const guarded = methods.map(([method, call]) => [
    method,
    (...args: never[]) =>
      call(...args).catch((error: unknown) => {
        throw storageTrouble(error);
      }),
  ]);
  return Object.fromEntries(guarded) as Store;
}
