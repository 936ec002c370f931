import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { seal, unseal } from '../platform/keys/seal.js';

const nameOf = (id: string) => `presentation ${id}`;

/** A new P-256 key that the answer to one request is encrypted to, sealed for the database. */
export function sealNewKey(masterKey: Uint8Array, id: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return seal(masterKey, nameOf(id), privateKey.export({ format: 'der', type: 'pkcs8' }));
}

export interface EncryptionKey {
  privateKey: KeyObject;
  /** For the wallet; its `kid` is that of the session. */
  publicJwk: { kty: string; crv: string; x: string; y: string };
}

/** @throws EslabonError KEY_SEALED */
export function openKey(masterKey: Uint8Array, id: string, sealed: string): EncryptionKey {
  const der = Buffer.from(unseal(masterKey, nameOf(id), sealed));
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { kty, crv, x, y } = privateKey.export({ format: 'jwk' }) as JsonWebKey & Record<'x' | 'y', string>;
  return { privateKey, publicJwk: { kty: kty as string, crv: crv as string, x, y } };
}
