import { createECDH, type ECDH } from 'node:crypto';
import type { EncryptionJwk } from '@eslabon/exchange';
import { seal, unseal } from '../platform/keys/seal.js';

const nameOf = (id: string) => `presentation ${id}`;
const coordinateBytes = 32;

/** A new P-256 key that the answer to one request is encrypted to, sealed for the database: its number. */
export function sealNewKey(masterKey: Uint8Array, id: string): string {
  const key = createECDH('prime256v1');
  key.generateKeys();
  return seal(masterKey, nameOf(id), key.getPrivateKey());
}

/** The key to open an answer with. @throws EslabonError KEY_SEALED */
export function openKey(masterKey: Uint8Array, id: string, sealed: string): ECDH {
  const key = createECDH('prime256v1');
  key.setPrivateKey(unseal(masterKey, nameOf(id), sealed));
  return key;
}

/** What a wallet is told of a key. @throws EslabonError KEY_SEALED */
export function publicJwkOf(masterKey: Uint8Array, id: string, sealed: string): EncryptionJwk {
  const point = openKey(masterKey, id, sealed).getPublicKey();
  const x = point.subarray(1, 1 + coordinateBytes).toString('base64url');
  const y = point.subarray(1 + coordinateBytes).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x, y };
}
