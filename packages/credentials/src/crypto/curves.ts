import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { PublicKey } from './public-key.js';

/** The curve of each ECDSA algorithm. */
export const ecdsaCurves = { ES256: p256, ES256K: secp256k1 } as const;

/** True when the bytes have the right length and are a point of the algorithm's curve. */
export function isValidPublicKey({ algorithm, bytes }: PublicKey): boolean {
  return algorithm === 'EdDSA'
    ? bytes.length === 32 && ed25519.utils.isValidPublicKey(bytes, false)
    : bytes.length === 33 && ecdsaCurves[algorithm].utils.isValidPublicKey(bytes, true);
}
