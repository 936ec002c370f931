import { createCipheriv, createDecipheriv, createSecretKey, hash, randomBytes } from 'node:crypto';
import { EslabonError } from '@eslabon/core';

/**
 * Seals a private key with AES-256-GCM under the master key. The name of the key is authenticated, so that two
 * sealed keys cannot be swapped, and the id of the master key is kept, so that a wrong one is told apart from a
 * damaged text. Form: `v1.<master key id>.<iv>.<ciphertext and tag>`, base64url.
 */
export function seal(masterKey: Uint8Array, name: string, secret: Uint8Array): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(masterKey), iv);
  cipher.setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return ['v1', masterKeyId(masterKey), iv.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** @throws EslabonError KEY_SEALED when the master key is another one or the text was altered. */
export function unseal(masterKey: Uint8Array, name: string, text: string): Uint8Array {
  const [version, keyId, iv, sealed] = text.split('.');
  if (version !== 'v1' || keyId !== masterKeyId(masterKey)) {
    throw new EslabonError('KEY_SEALED', `The key “${name}” was sealed under another master key.`, {
      hints: ['Start the agent with the master key that it was first started with.'],
    });
  }
  try {
    const bytes = Buffer.from(sealed ?? '', 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(masterKey), Buffer.from(iv ?? '', 'base64url'));
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(-16));
    return Uint8Array.from(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]));
  } catch (cause) {
    throw new EslabonError('KEY_SEALED', `The sealed key “${name}” was altered and cannot be opened.`, {
      cause,
    });
  }
}

/** Ciphers take the bytes as well, after finding out by two exceptions that they are no key. */
function keyOf(masterKey: Uint8Array) {
  return createSecretKey(masterKey);
}

function masterKeyId(masterKey: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('eslabon master key id'), masterKey])).slice(0, 16);
}
