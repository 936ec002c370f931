import { type AesUsage, type Bytes, type KeyHandle, utf8 } from './bytes.js';

/** What follows from a recovery code and the salt of a wallet. */
export interface DerivedKeys {
  /** Tells a wrong code from a damaged file, and says nothing about the code. */
  check: Bytes;
  /** AES-256 key under which the private key is wrapped. */
  wrapping: KeyHandle;
  /** Bytes of the AES-256 key of the content of backups. */
  backup: Bytes;
}

/**
 * HKDF-SHA-256 (RFC 5869). The code has 130 random bits: a slow function would make it no safer.
 * @param secret of a recovery code.
 */
export async function deriveKeys(secret: string, salt: Bytes): Promise<DerivedKeys> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits']);
  const bits = async (info: string, bytes: number): Promise<Bytes> => {
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`eslabon wallet 1 ${info}`) };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, bytes * 8));
  };
  return {
    check: await bits('check', 16),
    wrapping: await importAes(await bits('key', 32), ['wrapKey', 'unwrapKey']),
    backup: await bits('backup', 32),
  };
}

/** A non-extractable AES-256-GCM key. */
export function importAes(bytes: Bytes, usages: readonly AesUsage[]): Promise<KeyHandle> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [...usages]);
}
