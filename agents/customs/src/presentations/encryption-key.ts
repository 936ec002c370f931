import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { EncryptionJwk } from '@eslabon/exchange';
import { seal, unseal } from '../platform/keys/seal.js';

const nameOf = (id: string) => `presentation ${id}`;

/** A new P-256 key that the answer to one request is encrypted to, sealed for the database. */
export function sealNewKey(masterKey: Uint8Array, id: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return seal(masterKey, nameOf(id), privateKey.export({ format: 'der', type: 'pkcs8' }));
}

/** @throws EslabonError KEY_SEALED */
export function openKey(masterKey: Uint8Array, id: string, sealed: string): KeyObject {
  const key = Buffer.from(unseal(masterKey, nameOf(id), sealed));
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** What a wallet is told of a key. */
export function publicJwkOf(key: KeyObject): EncryptionJwk {
  const { kty, crv, x, y } = key.export({ format: 'jwk' }) as EncryptionJwk;
  return { kty, crv, x, y };
}
