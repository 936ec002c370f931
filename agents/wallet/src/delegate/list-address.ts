import { calculateJwkThumbprint } from 'jose';
import type { KeyRing } from '../keys/key-ring.js';
import type { StoredIssuer } from '../store/stored.js';

/** Where lists of companies are sent to at an issuer; below it each is served, under the thumbprint of its key. */
export function listsAddress({ url }: Pick<StoredIssuer, 'url'>): string {
  return `${url}/v1/wallet/status-lists`;
}

/** Where the status list of our delegations is served (RFC 7638 names the key). */
export async function listAddress(
  issuer: Pick<StoredIssuer, 'url'>,
  { publicJwk }: KeyRing,
): Promise<string> {
  return `${listsAddress(issuer)}/${await calculateJwkThumbprint({ ...publicJwk })}`;
}
