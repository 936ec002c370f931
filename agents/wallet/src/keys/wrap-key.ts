import { type Bytes, type KeyHandle, randomBytes } from './bytes.js';
import type { Sealed } from './stored-keys.js';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Wraps a private key, which must be extractable, under an AES-256-GCM key. */
export async function wrapKey(key: KeyHandle, wrapping: KeyHandle, additionalData: Bytes): Promise<Sealed> {
  const nonce = randomBytes(12);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData };
  return { nonce, bytes: new Uint8Array(await crypto.subtle.wrapKey('pkcs8', key, wrapping, algorithm)) };
}

/** The private key as a handle that signs and that nobody can read out. Rejects where anything was changed. */
export function unwrapKey(sealed: Sealed, wrapping: KeyHandle, additionalData: Bytes): Promise<KeyHandle> {
  const { nonce: iv, bytes } = sealed;
  const algorithm = { name: 'AES-GCM', iv, additionalData };
  return crypto.subtle.unwrapKey('pkcs8', bytes, wrapping, algorithm, ecdsa, false, ['sign']);
}

export async function seal(bytes: Bytes, key: KeyHandle, additionalData: Bytes): Promise<Sealed> {
  const nonce = randomBytes(12);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData };
  return { nonce, bytes: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes)) };
}

export async function unseal(
  { nonce, bytes }: Sealed,
  key: KeyHandle,
  additionalData: Bytes,
): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes));
}
