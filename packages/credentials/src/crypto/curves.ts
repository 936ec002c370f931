import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { JoseKey } from './jose-key.js';

/** The curve of each ECDSA algorithm. */
export const ecdsaCurves = { ES256: p256, ES384: p384, ES512: p521, ES256K: secp256k1 } as const;

/** Bytes of a coordinate, and of a private key, of each algorithm. */
export const fieldBytes = { ES256: 32, ES384: 48, ES512: 66, ES256K: 32, EdDSA: 32 } as const;

/** True when the bytes have the right length and are a point of the algorithm's curve. */
export function isValidPublicKey({ algorithm, bytes }: JoseKey): boolean {
  return algorithm === 'EdDSA'
    ? bytes.length === 32 && ed25519.utils.isValidPublicKey(bytes, false)
    : bytes.length === fieldBytes[algorithm] + 1 &&
        ecdsaCurves[algorithm].utils.isValidPublicKey(bytes, true);
}
