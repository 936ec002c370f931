/**
 * Changes every row of a table of the wallet's database, for a test that cannot wait until they would be so.
 * @param change source of a function of a row
 */
export const changeRows = (table: string, change: string) => `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('eslabon-wallet'));
  const rows = database.transaction('${table}', 'readwrite').objectStore('${table}');
  for (const row of await done(rows.getAll())) await done(rows.put((${change})(row)));
  database.close();
})()`;
