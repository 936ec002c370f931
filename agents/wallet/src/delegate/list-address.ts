import { calculateJwkThumbprint } from 'jose';
import type { KeyRing } from '../keys/key-ring.js';
import type { StoredIssuer } from '../store/stored.js';

/**
 * Where the status list of our delegations is served, below the address that lists are sent to: under the thumbprint of
 * the key (RFC 7638).
 */
export async function listAddress(
  { url }: Pick<StoredIssuer, 'url'>,
  { publicJwk }: Pick<KeyRing, 'publicJwk'>,
): Promise<string> {
  return `${url}/v1/wallet/status-lists/${await calculateJwkThumbprint({ ...publicJwk })}`;
}
