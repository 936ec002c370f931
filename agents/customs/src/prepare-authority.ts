import type { Address, Did } from '@eslabon/core';
import { openDatabase } from './platform/database/open-database.js';
import { openKeyRing } from './platform/keys/open-key-ring.js';

/**
 * Makes the database and the keys of an authority, or opens those that are there, and tells its DID: members of a
 * registry have to know it before they can admit the authority, and its agent can only start after that.
 */
export async function prepareAuthority(
  dataDir: string,
  masterKey: Uint8Array,
  chainId: number,
): Promise<{ did: Did; address: Address }> {
  const database = await openDatabase(dataDir);
  try {
    const { did, address } = await openKeyRing(database, masterKey, chainId);
    return { did, address };
  } finally {
    await database.close();
  }
}
