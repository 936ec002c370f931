import { createPrivateKey, generateKeyPairSync, type webcrypto } from 'node:crypto';
import type { EncryptionJwk } from '@eslabon/exchange';
import { seal, unseal } from '../platform/keys/seal.js';

const nameOf = (id: string) => `presentation ${id}`;

/** A new P-256 key that the answer to one request is encrypted to, sealed for the database. */
export function sealNewKey(masterKey: Uint8Array, id: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return seal(masterKey, nameOf(id), privateKey.export({ format: 'der', type: 'pkcs8' }));
}

/** The key to open an answer with, in the form that `jose` works on. @throws EslabonError KEY_SEALED */
export function openKey(masterKey: Uint8Array, id: string, sealed: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(unseal(masterKey, nameOf(id), sealed));
  return crypto.subtle.importKey('pkcs8', der, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
}

/** What a wallet is told of a key. @throws EslabonError KEY_SEALED */
export function publicJwkOf(masterKey: Uint8Array, id: string, sealed: string): EncryptionJwk {
  const der = Buffer.from(unseal(masterKey, nameOf(id), sealed));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { kty, crv, x, y } = key.export({ format: 'jwk' }) as EncryptionJwk;
  return { kty, crv, x, y };
}
