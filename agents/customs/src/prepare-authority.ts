import type { Address, Did } from '@eslabon/core';
import { openDatabase } from './platform/database/open-database.js';
import { openKeyRing } from './platform/keys/open-key-ring.js';

/**
 * Makes the database and the keys of an authority, or opens those that are there, and tells its DID: members of a
 * registry have to know it before they can admit the authority, and its agent can only start after that. `submitter` is
 * the account that will carry its instructions, which a hub may have to know.
 */
export async function prepareAuthority(
  dataDir: string,
  masterKey: Uint8Array,
  chainId: number,
): Promise<{ did: Did; address: Address; submitter: Address }> {
  const database = await openDatabase(dataDir);
  try {
    const { did, address, submitterAddress } = await openKeyRing(database, masterKey, chainId);
    return { did, address, submitter: submitterAddress };
  } finally {
    await database.close();
  }
}
