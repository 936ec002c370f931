/** Name of the newest of the entries, and of the one that comes `place` places after it. */
export const nameAt = (place: number) => `Puesto ${place}`;

/**
 * Writes a history into the database of the wallet, as one that was used for years has it, in no order; the oldest form
 * of the database has it, which had no order of the history and is brought up to date when the app opens.
 */
export const keepLongHistory = (count: number) => `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const before = await done(indexedDB.open('eslabon-wallet'));
  const names = [...before.objectStoreNames];
  const kept = {};
  for (const name of names) {
    const rows = before.transaction(name).objectStore(name);
    const [keys, values] = [await done(rows.getAllKeys()), await done(rows.getAll())];
    kept[name] = values.map((value, at) => [value, keys[at]]);
  }
  before.close();
  await done(indexedDB.deleteDatabase('eslabon-wallet'));
  const opening = indexedDB.open('eslabon-wallet', 1);
  opening.onupgradeneeded = () => {
    for (const name of names) {
      opening.result.createObjectStore(name, name === 'profile' || name === 'data' ? {} : { keyPath: 'id' });
    }
  };
  const database = await done(opening);
  const transaction = database.transaction(names, 'readwrite');
  for (const name of names) {
    const rows = transaction.objectStore(name);
    for (const [value, key] of kept[name]) rows.keyPath === null ? rows.put(value, key) : rows.put(value);
  }
  for (let at = 0; at < ${count}; at++) {
    const place = (at * 7919) % ${count};
    transaction.objectStore('history').put({
      id: crypto.randomUUID(),
      at: new Date(Date.UTC(2026, 0, 1) - place * 60_000).toISOString(),
      verifier: { clientId: 'did:example:post', name: 'Puesto ' + place, host: 'post.example', country: 'MX' },
      certificateNumber: 'AEO-1',
      disclosed: ['legalName', 'tin'],
      delegated: false,
      outcome: 'presented',
    });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
})()`;

/** Counts in `historyReads` how many entries the page takes out of the history. To be run before the page is. */
export const watchHistory = `(() => {
  window.historyReads = 0;
  const isHistory = (source) => (source.objectStore ?? source).name === 'history';
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const name of ['get', 'getAll', 'openCursor']) {
      const original = prototype[name];
      prototype[name] = function (...given) {
        if (isHistory(this)) window.historyReads += name === 'getAll' ? 1e6 : 1;
        return original.apply(this, given);
      };
    }
  }
  const next = IDBCursor.prototype.continue;
  IDBCursor.prototype.continue = function (...given) {
    if (isHistory(this.source)) window.historyReads += 1;
    return next.apply(this, given);
  };
})()`;
