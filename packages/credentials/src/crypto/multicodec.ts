import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm } from './jose-key.js';

/**
 * Varint prefixes of public keys in the multicodec table: p256-pub 0x1200, p384-pub 0x1201, p521-pub 0x1202,
 * secp256k1-pub 0xe7, ed25519-pub 0xed.
 */
export const multicodecPrefixes: Readonly<Record<JoseAlgorithm, readonly [number, number]>> = {
  ES256: [0x80, 0x24],
  ES384: [0x81, 0x24],
  ES512: [0x82, 0x24],
  ES256K: [0xe7, 0x01],
  EdDSA: [0xed, 0x01],
};

/** The error of every key that cannot be used. */
export function keyUnsupported(message: string, cause?: unknown): EslabonError {
  return new EslabonError('KEY_UNSUPPORTED', message, {
    hints: [
      'Authorities and holders sign with secp256k1 (ES256K), P-256 (ES256) or Ed25519 (EdDSA); standard credentials ' +
        'may be signed with P-384 (ES384) and P-521 (ES512) too.',
    ],
    ...(cause !== undefined && { cause }),
  });
}
